"""What the pages of releases tell."""

from __future__ import annotations

import re
import shutil

from hoso.base.project import Project
from hoso.release.manifest import Withheld, download_name
from hoso.studio.access.roles import Role
from hoso.studio.place import Studio
from tests.studio.conftest import As
from tests.studio.releases.releases_material import MESSAGE, NEW_WORDS, OLD_WORDS, change, manifest_of

PAGE = f"/releases/{MESSAGE}"


def test_none_yet(studio: Studio, client_as: As) -> None:
    """What a release is and how one comes about."""
    shutil.rmtree(studio.project.outputs)
    page = client_as(Role.ADMIN).get("/releases").text
    assert "There is no release yet" in page
    assert client_as(Role.ADMIN).get(PAGE).status_code == 404


def test_the_list(studio: Studio, client_as: As) -> None:
    """Poster, title, version, date, state; what is withheld, what is older than the script."""
    manifest = manifest_of(studio.project)
    files = (manifest.files[0].model_copy(update={"stale": True}), *manifest.files[1:])
    withheld = (Withheld(edition="ko", channel="x", reasons=("too quiet",)),)
    change(studio.project, files=files, withheld=withheld)
    page = client_as(Role.EDITOR).get("/releases").text
    told = ["조선인민군 군인 여러분에게", manifest.version, "To approve", "2 channels in 1 edition"]
    told += ["1 channel withheld", "1 file older", f"{PAGE}/{manifest.version}/view/ko/tiny.jpg"]
    for words in told:
        assert words in page


def test_one_that_cannot_be_read(studio: Studio, client_as: As) -> None:
    """Keeps nobody from the others; what to do stands beside its name."""
    broken = studio.project.outputs / "broken"
    broken.mkdir()
    (broken / "release.json").write_text("{")
    page = client_as(Role.EDITOR).get("/releases")
    assert page.status_code == 200
    assert "manifest can&#39;t be read" in page.text
    assert MESSAGE in page.text
    assert client_as(Role.EDITOR).get("/releases/broken").status_code == 422


def test_a_release(studio: Studio, client_as: As) -> None:
    """For each channel the player, the text against its limit, size, length, check, checksum, download."""
    manifest = manifest_of(studio.project)
    page = client_as(Role.PRODUCER).get(PAGE).text
    films = [entry for entry in manifest.files if entry.kind in ("video", "sound")]
    assert len(films) == 2
    for film in films:
        assert film.sha256 in page
        assert f'href="{PAGE}/{manifest.version}/files/{film.path}"' in page
        assert f'download="{download_name(manifest, film)}"' in page
    assert re.search(r'<video[^>]*preload="none"', page)
    assert re.search(r'<audio[^>]*preload="none"', page)
    assert f'<track kind="subtitles" src="{PAGE}/{manifest.version}/view/ko/message.ru.vtt"' in page
    assert 'message.ko.vtt" srclang' not in page, "Korean is in the picture"
    caption = (studio.project.outputs / MESSAGE / "ko/tiny.txt").read_text("utf-8").removesuffix("\n")
    assert f"{len(caption)} of 1,024" in page
    assert page.count("All rules passed") == 2
    assert "of 50 MB" in page
    assert "nobody has verified it" in page
    assert "recorded" in page
    for section in ("Subtitles", "Leaflets", "working video"):
        assert section in page


def test_what_is_measured_is_said_in_every_language(studio: Studio, client_as: As) -> None:
    """No name of a word is left on the pages."""
    client = client_as(Role.OWNER)
    (older,) = (studio.project.outputs / ".previous" / MESSAGE).iterdir()
    for language in ("en", "uk", "ko"):
        studio.database.connection.execute("UPDATE people SET language = ?", (language,))
        for path in (
            "/releases",
            PAGE,
            f"{PAGE}?version={older.name}",
            f"{PAGE}/compare?before={older.name}",
        ):
            page = client.get(path).text
            assert f'<html lang="{language}"' in page
            assert not re.findall(
                r"\breleases-[a-z-]+\b(?![^<]*>)", re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
            )


def test_two_releases_compared(studio: Studio, client_as: As) -> None:
    """Files that changed, with sizes and checks, and the words that read otherwise."""
    (older,) = (studio.project.outputs / ".previous" / MESSAGE).iterdir()
    page = client_as(Role.EDITOR).get(f"{PAGE}/compare", params={"before": older.name}).text
    assert "Approved → To approve" in page
    assert "ko/tiny.txt" in page
    assert re.search(rf"<del>[^<]*{OLD_WORDS}", page)
    assert re.search(rf"<ins>[^<]*{NEW_WORDS}", page)
    assert "ko/tiny.mp4" not in page, "the film is the same"


def test_the_report_is_in_a_sandbox(studio: Studio, client_as: As) -> None:
    """It may show itself and do nothing."""
    version = manifest_of(studio.project).version
    shown = client_as(Role.EDITOR).get(f"{PAGE}/{version}/report")
    assert shown.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert "<title>" in shown.text
    (studio.project.outputs / MESSAGE / "report.html").unlink()
    assert client_as(Role.EDITOR).get(f"{PAGE}/{version}/report").status_code == 404
    assert "/report" not in client_as(Role.EDITOR).get(PAGE).text


def test_a_mistake_in_a_channel_of_the_project(studio: Studio, client_as: As, project: Project) -> None:
    """Keeps nobody from a download: then its limits are not known."""
    (project.channels / "tiny.yaml").write_text("name: [", "utf-8")
    page = client_as(Role.ADMIN).get(PAGE)
    assert page.status_code == 200
    assert "tiny.mp4" in page.text
    assert "of 50 MB" not in page.text
