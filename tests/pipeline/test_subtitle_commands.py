"""What editors do from the command line: import, export, move, take back, decide, change what is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import av
import pysrt
import pysubs2
import pytest

from hoso.base.project import Project
from hoso.pipeline.request import Outcome
from tests.pipeline.pipeline_material import render
from tests.pipeline.test_cli import run


@pytest.fixture
def project(tmp_path: Path, rendered: tuple[Project, Outcome]) -> Project:
    """A project whose message was rendered, to change."""
    root = tmp_path / "project"
    shutil.copytree(rendered[0].root, root, symlinks=True)
    return Project(root)


@pytest.fixture
def path(project: Project) -> Path:
    """Its subtitles."""
    return project.subtitles / "message.ko.srt"


def starts(path: Path) -> list[int]:
    """When cues begin, ms."""
    return [cue.start.ordinal for cue in pysrt.open(str(path), encoding="utf-8")]


def test_shift_scale_and_back(project: Project, path: Path) -> None:
    """Cues move by command; history has each version, and restore brings one back, byte for byte in cues."""
    first, original = starts(path), path.read_bytes()
    done = run(project, "subtitles", "shift", "message", "--by", "250ms", "--from", "2")
    assert done.returncode == 0, done.stderr
    assert "3 cues moved" in done.stderr
    assert starts(path) == [first[0], *(start + 250 for start in first[1:])]
    assert run(project, "subtitles", "scale", "message", "--by", "25/24").returncode == 0
    assert starts(path)[-1] == round((first[-1] + 250) * 25 / 24)
    listed = run(project, "subtitles", "history", "message").stdout.splitlines()
    number = next(row.split()[0] for row in listed if Path(row.split()[-1]).read_bytes() == original)
    assert run(project, "subtitles", "restore", "message", number).returncode == 0
    assert path.read_bytes() == original


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("shift", "message", "--by", "-9s"), "before the video does"),
        (("shift", "message", "--by", "soon"), "Write 250ms"),
        (("shift", "message", "--by", "1s", "--from", "99"), "there is no cue 99"),
        (("scale", "message", "--by", "0"), "above 0"),
        (("restore", "message", "9"), "there is no version 9"),
        (("export", "message", "--lang", "uk"), "there are no subtitles yet"),
        (("export", "message", "--voice", "uk"), "no edition is spoken in uk"),
        (("import", "nothing.srt", "-m", "message"), "no such file"),
    ],
)
def test_what_cannot_be_is_explained(project: Project, path: Path, words: tuple[str, ...], said: str) -> None:
    """Exit 2, the reason, and the file as it was."""
    before = path.read_bytes()
    done = run(project, "subtitles", *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert path.read_bytes() == before


def test_a_broken_korean_windows_file_is_taken_in(project: Project, path: Path) -> None:
    """CP949, arrows and times as somebody typed them: repairs are listed, exit 0, the previous is kept."""
    previous = path.read_bytes()
    source = project.root / "from-an-editor.txt"
    source.write_bytes("1\r\n00:00:01.5 -> 00:00:02,900\r\n살 수 있습니다.\r\n".encode("cp949"))
    done = run(project, "subtitles", "import", str(source), "--message", "message", "--lang", "ko")
    assert done.returncode == 0, done.stderr
    assert "cp949" in done.stderr
    assert "from-an-editor.txt:2" in done.stderr
    assert [cue.text for cue in pysrt.open(str(path), encoding="utf-8")] == ["살 수 있습니다."]
    kept = (project.state / "history" / "subtitles" / path.name).iterdir()
    assert previous in [file.read_bytes() for file in kept]


@pytest.mark.parametrize("format_", ["srt", "vtt", "ass"])
def test_export_in_other_formats(project: Project, path: Path, format_: str) -> None:
    """Another reader finds the same cues in the export."""
    out = project.root / f"out.{format_}"
    done = run(project, "subtitles", "export", "message", "--format", format_, "--out", str(out))
    assert done.returncode == 0, done.stderr
    read = pysubs2.load(str(out))
    assert [event.plaintext for event in read] == [
        cue.text for cue in pysrt.open(str(path), encoding="utf-8")
    ]


def test_an_editors_words_become_the_scripts(project: Project, path: Path) -> None:
    """check tells that words differ; adopt writes them into the script, comments kept, and speaks again."""
    script = project.scripts / "message.yaml"
    script.write_text("# an appeal\n" + script.read_text("utf-8"), "utf-8")
    text = path.read_text("utf-8")
    path.write_text(text.replace("항복하십시오!", "살 길을\n택하십시오!"), "utf-8")
    told = run(project, "check")
    assert "subtitles adopt message" in told.stderr
    done = run(project, "subtitles", "adopt", "message")
    assert done.returncode == 0, done.stderr
    assert "second" in done.stderr
    assert script.read_text("utf-8").startswith("# an appeal\n")
    assert "{id: second, ko: 살 길을 택하십시오!}" in script.read_text("utf-8")
    assert "살 길을\n택하십시오!" in path.read_text("utf-8")
    assert "subtitles adopt" not in run(project, "check").stderr


def test_a_conflict_is_shown_and_ended(project: Project, path: Path) -> None:
    """Editor and author change one line's words: check and render show both; resolve ends it."""
    path.write_text(path.read_text("utf-8").replace("항복하십시오!", "투항하시오!"), "utf-8")
    script = project.scripts / "message.yaml"
    script.write_text(script.read_text("utf-8").replace("항복하십시오!", "목숨을 구하십시오!"), "utf-8")
    told = " ".join(run(project, "check").stderr.split())
    assert "투항하시오!" in told
    assert "목숨을 구하십시오!" in told
    outcome = render(project)
    assert not outcome.failed
    assert "투항하시오!" in path.read_text("utf-8")
    done = run(project, "subtitles", "resolve", "message", "--line", "second", "--use", "generated")
    assert "1 conflicts ended" in done.stderr
    assert "목숨을 구하십시오!" in path.read_text("utf-8")
    assert "목숨을 구하십시오!" not in run(project, "check").stderr


def test_sidecars_and_text_tracks(project: Project) -> None:
    """Beside the video an SRT and a WebVTT for every language; where a channel shows them, tracks inside."""
    script = project.scripts / "message.yaml"
    text = script.read_text("utf-8")
    for words, other in {
        "무의미하게 죽지 마십시오. 살아야 합니다.": "Не погибайте. Надо жить.",
        "항복하십시오!": "Сдавайтесь!",
        "음식과 온기를 드릴 것입니다.": "Вам дадут еду и тепло.",
    }.items():
        text = text.replace(f"ko: {words}", f"ko: {words}, ru: {other}")
    script.write_text(text, "utf-8")
    channel = project.channels / "tiny.yaml"
    shown = "soft_subtitles: {value: true, source: test, checked: 2026-11-21}\n"
    channel.write_text(channel.read_text("utf-8") + shown, "utf-8")
    (made,) = render(project).renditions
    folder = made.path.parent
    beside = {f"message.{language}{ending}" for language in ("ko", "ru") for ending in (".srt", ".vtt")}
    assert beside <= {file.name for file in folder.iterdir()}
    assert (folder / "message.ko.srt").read_bytes() == (project.subtitles / "message.ko.srt").read_bytes()
    with av.open(str(made.path)) as film:
        (track,) = film.streams.subtitles
        assert (track.codec_context.name, track.language) == ("mov_text", "rus")
        texts = [bytes(packet)[2:].decode() for packet in film.demux(track) if packet.size > 2]
    assert " ".join(texts).replace("\n", " ") == "Не погибайте. Надо жить. Сдавайтесь! Вам дадут еду и тепло."
    assert b"elst" not in made.path.read_bytes()
