"""Approving and withdrawing in the studio."""

from __future__ import annotations

import pytest

from hoso.pipeline.handing_out import find_release
from hoso.studio.access.roles import Role
from hoso.studio.place import Studio
from tests.studio.conftest import As
from tests.studio.releases.releases_material import MESSAGE, audit, change, manifest_of

PAGE = f"/releases/{MESSAGE}"
HTMX = {"HX-Request": "true"}


def test_approved_by_name(studio: Studio, client_as: As) -> None:
    """The account's name and the reason stand in the manifest, in the report and in the log."""
    manifest = change(studio.project, blockers=("the contacts are placeholders",))
    admin = client_as(Role.ADMIN)
    refused = admin.post(f"{PAGE}/approve", data={"version": manifest.version}, headers=HTMX)
    assert refused.status_code == 422
    assert 'id="decision"' in refused.text
    assert "the contacts are placeholders" in refused.text
    assert "<html" not in refused.text
    asked = {"version": manifest.version, "reason": "a drill"}
    done = admin.post(f"{PAGE}/approve", data=asked, headers=HTMX)
    assert (done.status_code, done.headers["hx-redirect"]) == (204, PAGE)
    decision = manifest_of(studio.project).decisions[-1]
    assert (decision.state, decision.by, decision.reason) == ("approved", "channel-admin-1", "a drill")
    shown = admin.get(PAGE).text
    assert "Approved by channel-admin-1" in shown
    assert "a drill" in admin.get(f"{PAGE}/{manifest.version}/report").text
    assert audit(studio) == [
        ("channel-admin-1", "release.approve", f"{MESSAGE} {manifest.version}", "a drill")
    ]


def test_without_scripts(studio: Studio, client_as: As) -> None:
    """The forms work as forms: back to the page, or the page with what is wrong."""
    version = manifest_of(studio.project).version
    owner = client_as(Role.OWNER)
    refused = owner.post(f"{PAGE}/withdraw", data={"version": version})
    assert refused.status_code == 422
    assert "<html" in refused.text
    assert "a withdrawal needs a reason" in refused.text
    done = owner.post(
        f"{PAGE}/withdraw", data={"version": version, "reason": "wrong number"}, follow_redirects=False
    )
    assert (done.status_code, done.headers["location"]) == (303, PAGE)
    page = owner.get(PAGE).text
    assert "This release has been withdrawn" in page
    assert "wrong number" in page
    assert "New link" not in page


def test_nothing_is_decided_unseen(studio: Studio, client_as: As) -> None:
    """A release that took another's place meanwhile is shown first, with why nothing was done."""
    refused = client_as(Role.OWNER).post(
        f"{PAGE}/approve", data={"version": "2026-01-01.1", "reason": "x"}, headers=HTMX
    )
    assert refused.status_code == 422
    assert "has taken the place of 2026-01-01.1" in refused.text
    assert find_release(studio.project, MESSAGE)[1].state == "ready"


@pytest.mark.parametrize("role", [Role.PRODUCER, Role.EDITOR, None])
@pytest.mark.parametrize("verb", ["approve", "withdraw"])
def test_not_for_everybody(studio: Studio, client_as: As, role: Role | None, verb: str) -> None:
    """Producers and editors look and download; they are told who decides."""
    client = client_as(role)
    asked = {"version": manifest_of(studio.project).version, "reason": "x"}
    status = 401 if role is None else 403
    assert client.post(f"/api{PAGE}/{verb}", json=asked).status_code == status
    assert manifest_of(studio.project).state == "ready"
    if role is not None:
        page = client.get(PAGE).text
        assert "Channel admins and owners decide." in page
        assert f'action="{PAGE}/{verb}"' not in page


def test_an_older_release_is_read_only(studio: Studio, client_as: As) -> None:
    """It is shown, downloaded and shared, and not decided about."""
    older = studio.project.outputs / ".previous" / MESSAGE
    (version,) = (folder.name for folder in older.iterdir())
    page = client_as(Role.OWNER).get(PAGE, params={"version": version})
    assert "This is an older release" in page.text
    assert "Approved by Олена" in page.text
    assert f'action="{PAGE}/withdraw"' not in page.text
    assert f'action="{PAGE}/shares"' in page.text
