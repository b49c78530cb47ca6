"""Accounts, tokens and the log for programs; and the description of it all."""

from __future__ import annotations

from fastapi.testclient import TestClient

from hoso.studio.access import people, tokens
from hoso.studio.access.manual import groups, shapes
from hoso.studio.access.roles import ACCESS, Person, Role
from hoso.studio.app import create_app, guarded_routes
from hoso.studio.database import Database
from hoso.studio.place import Studio
from tests.studio.conftest import As


def program(studio: Studio, person: Person) -> TestClient:
    """A program with a token."""
    _, secret = tokens.make(studio.database, person.id, "test", 1)
    return TestClient(create_app(studio), headers={"authorization": f"Bearer {secret}"})


def test_one_changes_ones_language(studio: Studio, olena: Person) -> None:
    """To one that there is."""
    hers = program(studio, olena)
    assert hers.get("/api/me").json() == {
        "id": olena.id,
        "name": "Олена",
        "role": "owner",
        "language": "en",
    }
    assert hers.patch("/api/me", json={"language": "ko"}).json()["language"] == "ko"
    assert hers.patch("/api/me", json={"language": "xx"}).status_code == 422
    assert hers.patch("/api/me", json={"role": "owner"}).status_code == 422


def test_people_are_managed(studio: Studio, olena: Person, database: Database) -> None:
    """Added, invited, changed, removed."""
    hers = program(studio, olena)
    added = hers.post("/api/people", json={"name": "Kim", "role": "producer"})
    assert added.status_code == 201
    kim = added.json()["person"]
    assert added.json()["link"].startswith("http://testserver/enter/")
    listed = {each["name"]: each for each in hers.get("/api/people").json()}
    assert listed["Kim"]["invited_until"] is not None
    assert listed["Олена"]["password"] is True
    assert hers.patch(f"/api/people/{kim['id']}", json={"role": "editor"}).json()["role"] == "editor"
    assert hers.post(f"/api/people/{kim['id']}/invitation").status_code == 201
    assert hers.delete(f"/api/people/{kim['id']}").status_code == 204
    for method, path in (("PATCH", ""), ("DELETE", ""), ("POST", "/invitation")):
        gone = hers.request(method, f"/api/people/{kim['id']}{path}", json={"role": "editor"})
        assert gone.status_code == 404
    refused = hers.delete(f"/api/people/{olena.id}")
    assert refused.status_code == 422
    assert refused.json()["problems"][0]["message"].startswith("Nobody would be left")
    again = hers.post("/api/people", json={"name": "олена", "role": "owner"})
    assert again.json()["problems"][0]["remedy"] == "Choose another name."


def test_tokens_are_managed(studio: Studio, olena: Person, andriy: Person) -> None:
    """One's own alone."""
    hers, his = program(studio, olena), program(studio, andriy)
    made = hers.post("/api/tokens", json={"name": "bot", "days": 7})
    assert made.status_code == 201
    secret = made.json().pop("token")
    listed = hers.get("/api/tokens").json()
    assert [token["name"] for token in listed] == ["bot", "test"]
    assert secret not in str(listed)
    assert "token" not in listed[0]
    assert his.delete(f"/api/tokens/{made.json()['id']}").status_code == 404
    assert hers.delete(f"/api/tokens/{made.json()['id']}").status_code == 204
    assert hers.post("/api/tokens", json={"name": "bot", "days": 0}).status_code == 422


def test_the_log_is_read_in_pieces(studio: Studio, olena: Person) -> None:
    """With a cursor, to its end."""
    hers = program(studio, olena)
    for number in range(5):
        hers.post("/api/tokens", json={"name": f"bot {number}"})
    found: list[str] = []
    before: int | None = None
    while True:
        further = f"&before={before}" if before else ""
        piece = hers.get(f"/api/audit?action=tokens.make&most=2{further}").json()
        found += [entry["subject"] for entry in piece["entries"]]
        before = piece["before"]
        if before is None:
            break
    assert found == [f"bot {number}" for number in (4, 3, 2, 1, 0)]
    first = piece["entries"][0]
    assert (first["person"], first["address"]) == ("Олена", "testclient")
    assert first["at"].endswith("Z")


def test_the_description_says_all_and_who_may(studio: Studio, olena: Person) -> None:
    """Every route below /api, its roles, and how one shows who one is; no page."""
    schema = program(studio, olena).get("/api/openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    assert schema["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    assert schema["security"] == [{"token": []}]
    assert all(path.startswith("/api/") for path in schema["paths"])
    for route in guarded_routes():
        if not (route.path.startswith("/api/") and route.include_in_schema):
            continue
        for method in route.methods or ():
            said = schema["paths"][route.path_format][method.lower()]["x-roles"]
            assert said == sorted(ACCESS[route.name] or ())
    assert schema["paths"]["/api/people"]["get"]["x-roles"] == ["owner"]


def test_people_read_the_description(client_as: As, studio: Studio) -> None:
    """A page without foreign scripts that names every route and every shape; its links lead somewhere."""
    client = client_as(Role.EDITOR)
    page = client.get("/api/docs").text
    schema = create_app(studio).openapi()
    operations = [operation for group in groups(schema) for operation in group.operations]
    assert len(operations) == sum(len(methods) for methods in schema["paths"].values())
    for operation in operations:
        assert operation.about, f"{operation.method} {operation.path} has no word about it"
        assert f">{operation.path}</code>" in page
    named = {shape.name for shape in shapes(schema)}
    led = {
        value.shape
        for operation in operations
        for value in (*operation.takes, *operation.gives, *([operation.sends] if operation.sends else []))
    } | {value.shape for shape in shapes(schema) for value in shape.fields}
    assert led - {""} <= named
    assert "https://" not in page


def test_a_schemas_kinds_are_told_in_short() -> None:
    """As one would write them by hand."""
    schema = {
        "paths": {},
        "components": {
            "schemas": {
                "Thing": {
                    "required": ["one"],
                    "properties": {
                        "one": {"type": "array", "items": {"$ref": "#/components/schemas/Other"}},
                        "two": {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]},
                        "three": {"enum": ["a", "b"]},
                        "four": {"type": "object", "additionalProperties": {"type": "integer"}},
                        "five": {},
                        "six": {"const": "x"},
                    },
                }
            }
        },
    }
    (thing,) = shapes(schema)
    assert [(value.kind, value.shape, value.required) for value in thing.fields] == [
        ("[Other]", "Other", True),
        ("date-time | null", "", False),
        ("a | b", "", False),
        ("{name: integer}", "", False),
        ("any", "", False),
        ("x", "", False),
    ]


def test_a_removed_persons_program_stops(studio: Studio, olena: Person, andriy: Person) -> None:
    """At once."""
    his = program(studio, andriy)
    assert his.get("/api/me").status_code == 200
    people.remove(studio.database, andriy.id)
    assert his.get("/api/me").status_code == 401
