"""Share links: who may make them, whom they let in, how often, until when."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from hoso.base.project import Project
from hoso.pipeline.handing_out import approve_release, withdraw_release
from hoso.studio.access.roles import Role
from hoso.studio.place import Studio
from hoso.studio.releases import shares
from hoso.studio.releases.shares import ShareRefusedError
from tests.studio.conftest import As
from tests.studio.releases.releases_material import (
    MESSAGE,
    audit,
    change,
    manifest_of,
    shared,
    somebody,
)

Visitor = Callable[[], TestClient]
BROWSER = {"Sec-Fetch-Site": "same-origin"}
LOCK = {"passphrase": "winter field"}


@pytest.fixture
def visitor(client_as: As) -> Visitor:
    """Somebody without an account, in a browser of their own."""
    return lambda: client_as(None)


def link_to(page: str, ending: str) -> str:
    """Where the page's link to the file with that ending leads."""
    found = re.search(rf'href="(/s/[^"]*{re.escape(ending)}\?t=[^"]*)"', page)
    assert found is not None, page
    return found[1].replace("&amp;", "&")


def test_what_a_stranger_sees(studio: Studio, visitor: Visitor) -> None:
    """Poster, text, size, checksum and download; for no search engine, and with nothing from inside."""
    path = shared(studio, scope="channel", part="ko/tiny")[1]
    somebody_else = visitor()
    page = somebody_else.get(path)
    manifest = manifest_of(studio.project)
    film = next(entry for entry in manifest.files if entry.path == "ko/tiny.mp4")
    assert page.status_code == 200
    assert film.sha256 in page.text
    assert "살아 돌아가십시오." in page.text
    assert "Olha" not in page.text
    assert "a drill" not in page.text
    assert "horn" not in page.text
    assert "noindex" in page.headers["x-robots-tag"]
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] in ("no-referrer", "same-origin")
    assert (
        somebody_else.get(link_to(page.text, "tiny.mp4")).content
        == (studio.project.outputs / MESSAGE / "ko/tiny.mp4").read_bytes()
    )
    poster = re.search(r'src="(/s/[^"]*/view/[^"]*)"', page.text)
    assert poster is not None
    assert somebody_else.get(poster[1]).headers["content-type"] == "image/jpeg"
    assert somebody_else.get(f"{path}/files/ko/horn.wav").status_code == 404
    assert somebody_else.get(f"{path}/view/ko/tiny.mp4").status_code == 404


def test_the_secret_is_kept_nowhere(studio: Studio) -> None:
    """Whoever gets at the database gets at no download."""
    share, path = shared(studio, **LOCK)
    secret = path.removeprefix("/s/")
    dump = "\n".join(studio.database.connection.iterdump())
    assert secret not in dump
    assert "winter field" not in dump
    assert share.digest in dump


def test_the_zip_tells_nothing_from_inside(studio: Studio, visitor: Visitor) -> None:
    """No manifest, no report (they tell of sources), no working video; films, texts, subtitles, leaflets."""
    guest = visitor()
    got = guest.get(link_to(guest.get(shared(studio)[1]).text, "/zip"))
    with zipfile.ZipFile(io.BytesIO(got.content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
    assert names[0] == "SHA256SUMS"
    assert not [name for name in names if name.endswith((".json", ".html")) or "work" in name]
    assert {name.rsplit(".", 1)[1] for name in names[1:]} == {"mp4", "wav", "txt", "jpg", "srt", "vtt", "pdf"}


def test_a_download_that_goes_on_is_no_second_one(studio: Studio, visitor: Visitor) -> None:
    """However often it breaks off, with the browser that began it or another; another visit is one."""
    share, path = shared(studio, most=2)
    for number in (1, 2):
        guest = visitor()
        address = link_to(guest.get(path).text, "tiny.mp4")
        whole = guest.get(address)
        begun = whole.content[:500]
        downloader = visitor()  # a telephone's own: it has the address, and no cookie
        rest = downloader.get(address, headers={"Range": "bytes=500-", "If-Range": whole.headers["etag"]})
        assert (rest.status_code, begun + rest.content) == (206, whole.content)
        assert downloader.get(address).status_code == 200
        assert guest.get(link_to(guest.get(path).text, "horn.wav")).status_code == 200
        assert shares.with_id(studio.database, share.id).downloads == number
    assert shares.with_id(studio.database, share.id).standing == "used"
    late = visitor().get(path)
    assert late.status_code == 410
    assert "used up" in late.text
    assert guest.get(path).status_code == 200
    assert downloader.get(address, headers={"Range": "bytes=500-"}).status_code == 206


def test_looking_is_not_downloading(studio: Studio, visitor: Visitor) -> None:
    """The page, the poster and what HEAD tells count nothing; the first byte from anywhere does."""
    share, path = shared(studio)
    guest, before = visitor(), int(time.time())
    page = guest.get(path).text
    guest.get(link_to(page, "tiny.mp4").replace("/files/ko/tiny.mp4", "/view/ko/tiny.jpg"))
    assert guest.head(link_to(page, "tiny.mp4")).status_code == 200
    assert shares.with_id(studio.database, share.id).downloads == 0
    guest.get(link_to(page, "tiny.mp4"), headers={"Range": "bytes=5-"})
    found = shares.with_id(studio.database, share.id)
    assert found.downloads == 1
    assert found.latest is not None
    after = time.time()
    assert before <= found.latest <= after


def test_without_a_ticket_the_page_comes_first(studio: Studio, visitor: Visitor) -> None:
    """A file's bare address, an old ticket, one for another link, one that was made up."""
    path, other = shared(studio)[1], shared(studio)[1]
    guest = visitor()
    foreign = link_to(guest.get(other).text, "tiny.mp4").partition("?t=")[2]
    for ticket in ("", foreign, "abc", "0.9999999999.00", "é.9999999999.é"):
        answer = visitor().get(f"{path}/files/ko/tiny.mp4", params={"t": ticket}, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, path)


def test_when_it_has_ended(studio: Studio, visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Page, file and ZIP say so, for those who have begun too."""
    path = shared(studio, days=1)[1]
    guest = visitor()
    page = guest.get(path).text
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 24 * 3600 + 1)
    for address in (path, link_to(page, "tiny.mp4"), link_to(page, "/zip")):
        ended = guest.get(address)
        assert ended.status_code == 410
        assert "This link has ended" in ended.text


def test_revoked(studio: Studio, visitor: Visitor) -> None:
    """At once, for downloads that go on too; it stays in the list, with who did it."""
    share, path = shared(studio)
    guest = visitor()
    address = link_to(guest.get(path).text, "tiny.mp4")
    guest.get(address)
    ended = shares.revoke(studio.database, share.id, somebody(studio, "Maryna"))
    assert (ended.standing, ended.revoker) == ("revoked", "Maryna")
    refused = guest.get(address, headers={"Range": "bytes=5-"})
    assert refused.status_code == 410
    assert "revoked" in refused.text
    shares.revoke(studio.database, share.id, somebody(studio, "Ivan"))
    assert [row[:2] for row in audit(studio)] == [
        ("Taras 0", "share.create"),
        ("", "share.download"),
        ("Maryna", "share.revoke"),
    ]


def test_withdrawn_since(studio: Studio, visitor: Visitor) -> None:
    """In plain words, so that whoever has published it takes it down; the inner reason is not told."""
    path = shared(studio)[1]
    guest = visitor()
    address = link_to(guest.get(path).text, "tiny.mp4")
    withdraw_release(studio.project, MESSAGE, "Ivan", "the source was arrested")
    for where in (path, address):
        refused = guest.get(where)
        assert refused.status_code == 410
        assert "This release has been withdrawn" in refused.text
        assert "take it down" in refused.text
        assert "arrested" not in refused.text


def test_a_version_that_is_not_kept(studio: Studio, visitor: Visitor) -> None:
    """Nor one whose name another release has taken: a link never leads to other films than those shared."""
    path = shared(studio)[1]
    manifest = manifest_of(studio.project)
    files = tuple(entry.model_copy(update={"sha256": "0" * 64}) for entry in manifest.files)
    change(studio.project, files=files)
    assert "not kept" in visitor().get(path).text
    change(studio.project, version="2020-01-01.1")
    gone = visitor().get(path)
    assert gone.status_code == 410
    assert visitor().get("/s/nothing").status_code == 404


def test_a_passphrase(studio: Studio, visitor: Visitor) -> None:
    """Asked for before anything is told; guessing gets slow; then the link works as any other."""
    path = shared(studio, **LOCK)[1]
    guest = visitor()
    page = guest.get(path)
    assert "passphrase" in page.text
    assert "tiny" not in page.text
    answer = guest.get(f"{path}/files/ko/tiny.mp4", follow_redirects=False)
    assert answer.status_code == 303
    wrong = guest.post(path, data={"passphrase": "summer"}, headers=BROWSER)
    assert wrong.status_code == 403
    assert "That is not it" in wrong.text
    right = guest.post(path, data=LOCK, headers=BROWSER)
    assert right.status_code == 200
    assert guest.get(link_to(right.text, "tiny.mp4")).status_code == 200
    assert "passphrase" in visitor().get(path).text
    assert ("", "share.refuse") in [row[:2] for row in audit(studio)]


def test_guessing_is_slowed_down(studio: Studio, visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some failures even the right one has to wait; other links are not held up by that."""
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    path = shared(studio, **LOCK)[1]
    other = shared(studio, **LOCK)[1]
    guest = visitor()
    answers = [guest.post(path, data={"passphrase": f"guess {n}"}, headers=BROWSER) for n in range(7)]
    assert [answer.status_code for answer in answers[:5]] == [403] * 5
    assert answers[-1].status_code == 429
    assert re.search(r"Wait \d+ second", answers[-1].text)
    assert guest.post(path, data=LOCK, headers=BROWSER).status_code == 429
    assert guest.post(other, data=LOCK, headers=BROWSER).status_code == 200


def test_another_site_can_unlock_nothing(studio: Studio, visitor: Visitor) -> None:
    """Browsers say where a form comes from."""
    path = shared(studio, **LOCK)[1]
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert visitor().post(path, data=LOCK, headers=elsewhere).status_code == 403


def test_only_what_is_approved_is_shared(studio: Studio) -> None:
    """Unless the person says why, which is written down; a withdrawn release is not shared at all."""
    with pytest.raises(ShareRefusedError, match="not approved"):
        shared(studio, reason="  ")
    shared(studio, reason="the speaker listens on Monday")
    assert "not approved: the speaker listens on Monday" in audit(studio)[-1][3]
    approve_release(studio.project, MESSAGE, "Олена", "a drill")
    assert shared(studio, reason="")[0].standing == "open"
    withdraw_release(studio.project, MESSAGE, "Ivan", "wrong number")
    with pytest.raises(ShareRefusedError, match="withdrawn"):
        shared(studio)


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        ({"note": " "}, "note"),
        ({"note": "x" * 201}, "note"),
        ({"days": 0}, "days"),
        ({"days": 366}, "days"),
        ({"most": 0}, "most"),
        ({"passphrase": "short"}, "passphrase"),
        ({"scope": "channel", "part": "ko/nothing"}, "what"),
        ({"scope": "file", "part": "release.json"}, "what"),
        ({"scope": "channel", "part": ""}, "what"),
    ],
)
def test_wishes_that_are_none(studio: Studio, wish: dict[str, object], field: str) -> None:
    """Each says which part of it is at fault."""
    with pytest.raises(ShareRefusedError) as refused:
        shared(studio, **wish)
    assert refused.value.field == field


def test_one_file_may_be_the_working_video(studio: Studio, visitor: Visitor) -> None:
    """For an editor outside: where somebody names it; and a lone text is shown to be copied."""
    path = shared(studio, scope="file", part="ko/work.mp4")[1]
    guest = visitor()
    assert guest.get(link_to(guest.get(path).text, "work.mp4")).status_code == 200
    text = visitor().get(shared(studio, scope="file", part="ko/tiny.txt")[1]).text
    assert "data-copies" in text


def test_strangers_read_their_own_language(studio: Studio, visitor: Visitor, project: Project) -> None:
    """As their browser asks for."""
    path = shared(studio)[1]
    page = visitor().get(path, headers={"Accept-Language": "uk,en;q=0.5"}).text
    assert "Завантажити все" in page
    assert '<html lang="uk"' in page
    del project


def test_who_may_share(studio: Studio, client_as: As) -> None:
    """Channel admins and owners; the link is in the answer, once."""
    version = manifest_of(studio.project).version
    form = {"version": version, "what": "channel:ko/tiny", "note": "Olha", "days": "3", "reason": "a drill"}
    for role in (Role.PRODUCER, Role.EDITOR):
        client = client_as(role)
        assert client.post(f"/releases/{MESSAGE}/shares", data=form).status_code == 403
        assert client.get("/shares").status_code == 403
        assert 'id="shares"' not in client.get(f"/releases/{MESSAGE}").text
    admin = client_as(Role.ADMIN)
    made = admin.post(f"/releases/{MESSAGE}/shares", data=form)
    assert made.status_code == 201
    found = re.search(r"http://testserver(/s/[\w-]+)", made.text)
    assert found is not None
    assert client_as(None).get(found[1]).status_code == 200
    listed = admin.get(f"/releases/{MESSAGE}").text
    assert "Olha" in listed
    assert found[1] not in listed
    (share,) = shares.everything(studio.database)
    assert admin.post(f"/shares/{share.id}/revoke", data={"back": "/shares"}).status_code == 200
    assert client_as(None).get(found[1]).status_code == 410
    assert admin.post("/shares/99/revoke").status_code == 404


def test_a_form_says_what_is_wrong_where(studio: Studio, client_as: As) -> None:
    """Beside the field, in the person's language, with all that was typed."""
    version = manifest_of(studio.project).version
    form = {"version": version, "what": "release:", "note": "Olha", "days": "soon", "most": "3"}
    told = client_as(Role.OWNER).post(
        f"/releases/{MESSAGE}/shares", data=form, headers={"HX-Request": "true"}
    )
    assert told.status_code == 422
    assert told.text.lstrip().startswith(("<section", "{#", "\n<section"))
    assert re.search(r'id="share-days"[^>]*aria-invalid="true"', told.text)
    assert "This is not a number" in told.text
    assert 'value="Olha"' in told.text
