"""A message becomes a release: checked films, texts, posters, leaflets, a manifest; decided and taken out."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from hoso.base.events import Event, Stage
from hoso.base.project import Project
from hoso.pipeline.request import Outcome
from hoso.release.manifest import read_manifest
from hoso.release.staging import previous
from tests.pipeline.pipeline_material import SCRIPT, render
from tests.pipeline.test_cli import run

POST = """\
post: {ko: 살 수 있습니다. 련락하십시오., ru: Вы можете жить.}
hashtags: [hoso]
leaflet: {guarantees: [{ko: 때리지 않습니다}]}
"""
STEPS = """\
  - card: steps
    heading: {ko: 이렇게 하십시오}
    items: [{ko: 무기를 버리십시오}, {ko: 흰 천을 드십시오}]
    seconds: 1
  - card: contact
    seconds: 1
"""


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory, material: Path) -> Project:
    """A message with all that a release can have, rendered once."""
    from tests.pipeline.pipeline_material import make_project

    project = make_project(tmp_path_factory.mktemp("release"), material)
    (project.scripts / "message.yaml").write_text(POST + SCRIPT + STEPS, "utf-8")
    outcome = render(project)
    assert [problem for problem in outcome.problems if problem.level == "error"] == []
    return project


@pytest.fixture
def project(tmp_path: Path, released: Project) -> Project:
    """A copy to change."""
    root = tmp_path / "project"
    shutil.copytree(released.root, root, symlinks=True)
    return Project(root)


def manifest(project: Project) -> dict[str, Any]:
    """release.json as anybody reads it."""
    found: dict[str, Any] = json.loads((project.outputs / "message" / "release.json").read_text("utf-8"))
    return found


def test_everything_is_there(released: Project) -> None:
    """Film, caption, poster, subtitles, leaflets, working video; each with its size and checksum."""
    folder = released.outputs / "message"
    files = {entry["path"]: entry for entry in manifest(released)["files"]}
    assert files.keys() == {
        "ko/tiny.mp4",
        "ko/tiny.txt",
        "ko/tiny.jpg",
        "ko/work.mp4",
        "ko/message.ko.srt",
        "ko/message.ko.vtt",
        "leaflet.ko.pdf",
        "leaflet.ko.a4.pdf",
    }
    for path, entry in files.items():
        data = (folder / path).read_bytes()
        assert (entry["bytes"], entry["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert files["ko/tiny.mp4"]["qc"]["picture"]["width"] == 480
    assert files["ko/work.mp4"]["kind"] == "work"
    caption = (folder / "ko" / "tiny.txt").read_text("utf-8")
    assert caption.startswith("살 수 있습니다. 련락하십시오.")
    assert "#hoso" in caption
    assert "Проєкт «Хочу жить»" in caption
    with Image.open(folder / "ko" / "tiny.jpg") as poster:
        assert poster.size == (480, 270)
    assert not list(released.outputs.glob(".message*"))
    report = (folder / "report.html").read_text("utf-8")
    assert files["ko/tiny.mp4"]["sha256"] in report
    assert "련락하십시오" in report


def test_a_second_render_is_the_same_release(project: Project) -> None:
    """Nothing changed: the manifest stays byte for byte, with what people decided."""
    assert run(project, "approve", "message", "--by", "Олена").returncode == 0
    before = (project.outputs / "message" / "release.json").read_bytes()
    render(project)
    assert (project.outputs / "message" / "release.json").read_bytes() == before
    assert not (project.outputs / ".previous").exists()


def test_two_renders_of_a_message_at_once_lose_nothing(project: Project) -> None:
    """One is done while the other is at it: both are releases, each with a version, and the first is kept."""
    script = project.scripts / "message.yaml"
    words = script.read_text("utf-8")
    others: list[Outcome] = []

    def meanwhile(event: Event) -> None:
        if not others and isinstance(event, Stage):
            script.write_text(words.replace("련락하십시오.", "살아 돌아가십시오."), "utf-8")
            others.append(render(project))

    script.write_text(words.replace("련락하십시오.", "오늘 련락하십시오."), "utf-8")
    ours = render(project, meanwhile)
    assert not [each for outcome in (ours, *others) for each in outcome.problems if each.level == "error"]
    folder = project.outputs / "message"
    places = (*reversed(previous(folder)), folder)
    versions = [found.version for place in places if (found := read_manifest(place)) is not None]
    assert [version.rpartition(".")[2] for version in versions] == ["1", "2", "3"]
    assert [place.name for place in places] == [*versions[:2], "message"]
    texts = [(place / "ko" / "tiny.txt").read_text("utf-8") for place in places]
    for text, said in zip(texts, ("있습니다. 련락", "살아 돌아가", "오늘 련락"), strict=True):
        assert said in text


def test_a_new_release_keeps_the_one_before(project: Project) -> None:
    """Another post: a new version, ready and not approved; the old one is kept as it was."""
    run(project, "approve", "message", "--by", "Олена")
    script = project.scripts / "message.yaml"
    script.write_text(script.read_text("utf-8").replace("련락하십시오.", "살아 돌아가십시오."), "utf-8")
    render(project)
    found = read_manifest(project.outputs / "message")
    assert found is not None
    assert found.state == "ready"
    assert found.version.endswith(".2")
    assert not [entry.path for entry in found.files if entry.stale]
    assert found.blockers == ()
    (old,) = (project.outputs / ".previous" / "message").iterdir()
    assert json.loads((old / "release.json").read_text("utf-8"))["state"] == "approved"
    assert "련락하십시오." in (old / "ko" / "tiny.txt").read_text("utf-8")


def test_a_fault_withholds_one_channel(project: Project) -> None:
    """A channel whose rules the film breaks gets none, and nothing of it stays; exit 1 names the remedy."""
    channel = project.channels / "strict.yaml"
    text = (project.channels / "tiny.yaml").read_text("utf-8").replace("name: tiny", "name: strict")
    channel.write_text(text + "max_bytes: {value: 30000, source: test, checked: 2026-11-21}\n", "utf-8")
    script = project.scripts / "message.yaml"
    script.write_text("channels: [tiny, strict]\n" + script.read_text("utf-8"), "utf-8")
    done = run(project, "message")
    assert done.returncode == 1
    assert "Shorten the message" in done.stderr
    found = manifest(project)
    assert [(entry["edition"], entry["channel"]) for entry in found["withheld"]] == [("ko", "strict")]
    assert not list((project.outputs / "message" / "ko").glob("strict.*"))
    assert "strict of ko is withheld" in found["blockers"]


def test_what_the_script_names_no_longer_goes(project: Project) -> None:
    """A channel that is taken out, and one that takes only less now: their files are in no new release."""
    text = (project.channels / "tiny.yaml").read_text("utf-8")
    for name in ("other", "brief"):
        (project.channels / f"{name}.yaml").write_text(text.replace("name: tiny", f"name: {name}"), "utf-8")
    script = project.scripts / "message.yaml"
    words = script.read_text("utf-8")
    script.write_text("channels: [tiny, other, brief]\n" + words, "utf-8")
    render(project)
    folder = project.outputs / "message" / "ko"
    assert {"tiny.mp4", "other.mp4", "brief.mp4"} <= {path.name for path in folder.iterdir()}
    limit = "max_seconds: {value: 2, source: test, checked: 2026-11-21}\n"
    (project.channels / "brief.yaml").write_text(text.replace("name: tiny", "name: brief") + limit, "utf-8")
    script.write_text("channels: [tiny, brief]\n" + words, "utf-8")
    render(project)
    left = {path.name.split(".")[0] for path in folder.iterdir()}
    assert left == {"tiny", "work", "message"}


def test_what_was_not_rendered_is_stale(project: Project) -> None:
    """A partial render replaces only its files; what the script has left behind is marked."""
    script = project.scripts / "message.yaml"
    text = script.read_text("utf-8")
    script.write_text(text.replace("항복하십시오!", "투항하십시오!"), "utf-8")
    (project.channels / "other.yaml").write_text(
        (project.channels / "tiny.yaml").read_text("utf-8").replace("name: tiny", "name: other"), "utf-8"
    )
    script.write_text("channels: [tiny, other]\n" + script.read_text("utf-8"), "utf-8")
    render(project, channels=("other",))
    stale = {entry["path"]: entry["stale"] for entry in manifest(project)["files"]}
    assert stale["ko/tiny.mp4"]
    assert not stale["ko/other.mp4"]
    assert "some files are older than the script" in manifest(project)["blockers"]


def test_decisions_by_command(project: Project) -> None:
    """Without a name or a needed reason it is refused; who, when and why are shown."""
    assert run(project, "approve", "message").returncode == 2
    assert run(project, "approve", "message", "--by", "Ivan").returncode == 0
    shown = run(project, "release", "message").stdout
    assert "approved by Ivan" in shown
    assert "Ivan" in (project.outputs / "message" / "report.html").read_text("utf-8")
    refused = run(project, "withdraw", "message", "--by", "Ivan")
    assert refused.returncode == 2
    assert "needs a reason" in refused.stderr
    assert run(project, "withdraw", "message", "--by", "Ivan", "--reason", "wrong number").returncode == 0
    assert manifest(project)["state"] == "withdrawn"
    assert run(project, "release", "nothing").returncode == 2


def test_placeholder_contacts_need_a_reason(project: Project) -> None:
    """A hotline of zeros does not go out by mistake."""
    settings = project.settings
    settings.write_text(settings.read_text("utf-8").replace("+380 44 111 2233", "+000 00 000 0000"), "utf-8")
    render(project)
    refused = run(project, "approve", "message", "--by", "Ivan")
    assert refused.returncode == 2
    assert "placeholders" in refused.stderr
    assert run(project, "approve", "message", "--by", "Ivan", "--reason", "a drill").returncode == 0


def test_one_zip_to_take_away(project: Project) -> None:
    """Names that say what they are, and checksums that hold."""
    done = run(project, "release", "message", "--zip")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(done.stdout.strip()) as archive:
        rows = [row.split("  ") for row in archive.read("SHA256SUMS").decode().splitlines()]
        sums = {name: digest for digest, name in rows}
        assert any(name.startswith("message_ko_tiny_20") and name.endswith(".mp4") for name in sums)
        for name, digest in sums.items():
            assert hashlib.sha256(archive.read(name)).hexdigest() == digest


def test_a_draft_is_no_release(project: Project) -> None:
    """Drafts live apart: no manifest, no texts, the release untouched."""
    before = (project.outputs / "message" / "release.json").read_bytes()
    render(project, draft=True)
    names = {path.name for path in (project.outputs / "drafts" / "message" / "ko").iterdir()}
    assert names == {"tiny.mp4", "message.ko.srt", "message.ko.vtt"}
    assert (project.outputs / "message" / "release.json").read_bytes() == before
