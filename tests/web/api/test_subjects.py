"""The ledger at the machine door: one's own villages, numbers masked, whole ones for a purpose."""

import json

import pytest

from qingzhuang.model.work import Task
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.models import TrailRow
from qingzhuang.store.trail import Act
from qingzhuang.web.api.book import described
from tests.web.api.conftest import Programs
from tests.web.conftest import People
from tests.web.desk.village import QIU, SHI, TIAN, known


@pytest.fixture(autouse=True)
def _told(task: Task, people: People) -> None:
    known(people.post.unit.name, TIAN, file="电话.xlsx", ago=1, person__phone="13900000042")


def facts_of(number: int) -> str:
    """The address of a subject's facts."""
    return f"/subjects/{number}/facts"


def test_a_post_s_program_finds_only_in_its_own_village(people: People, program: Programs) -> None:
    post = program(people.post)
    assert [each["name"] for each in post.ask("/subjects", q="tyh")["items"]] == ["田一禾"]
    assert post.ask("/subjects", q="石三川")["total"] == 0
    assert post.ask("/subjects", kind="person")["total"] == 2
    assert program(people.outsider).ask("/subjects")["total"] == 0
    theirs = numbers({SHI})[SHI]
    for method, path in (
        ("get", facts_of(theirs)),
        ("post", facts_of(theirs) + "/whole"),
        ("put", facts_of(theirs)),
    ):
        body = (
            {"why": "check"}
            if method == "post"
            else {"element": "person.name", "value": "石", "reason": "错"}
        )
        answer = post.get(f"/api/v1{path}") if method == "get" else post.say(method, path, body, 1)
        assert answer.status_code == 404


def test_numbers_are_masked_until_a_purpose_is_given(people: People, program: Programs) -> None:
    """The purpose stays on the trail; without one nothing is told."""
    post, number = program(people.post), numbers({TIAN})[TIAN]
    told = json.dumps(post.ask(facts_of(number)), ensure_ascii=False)
    assert TIAN.key not in told
    assert "13900000042" not in told
    assert "*******0042" in told
    assert post.say("post", facts_of(number) + "/whole", {"why": "other"}).status_code == 422
    whole = post.say("post", facts_of(number) + "/whole", {"why": "reach", "words": "通知开会"})
    assert "13900000042" in whole.content.decode()
    row = TrailRow.objects.filter(act=Act.UNMASKED).get()
    assert (row.thing, row.purpose) == (f"subject {number}", "要联系本人：通知开会")


def test_a_fact_is_put_right_and_never_over_somebody_else_s(people: People, program: Programs) -> None:
    post, other, number = program(people.post), program(people.post), numbers({TIAN})[TIAN]
    read = post.ask(facts_of(number))
    said = {"element": "person.phone", "value": "13900000077", "reason": "本人换了号。"}
    assert post.say("put", facts_of(number), said).status_code == 428
    done = post.say("put", facts_of(number), said, read["version"])
    assert done.status_code == 200
    assert {each["value"] for each in done.json()["facts"] if each["element"] == "person.phone"} == {
        "*******0077"
    }
    late = other.say("put", facts_of(number), {**said, "value": "13900000088"}, read["version"])
    assert late.status_code == 409
    assert (late.json()["yours"], late.json()["current"]) == ("13900000088", "*******0077")
    again = other.say("put", facts_of(number), {**said, "value": "13900000088"}, done.json()["version"])
    assert again.status_code == 200


def test_a_change_elsewhere_makes_no_fact_stale(people: People, program: Programs) -> None:
    post, (tian, qiu) = program(people.post), (numbers({TIAN})[TIAN], numbers({QIU})[QIU])
    read = post.ask(facts_of(tian))["version"]
    said = {"element": "person.name", "value": "邱二水水", "reason": "写错了。"}
    assert post.say("put", facts_of(qiu), said, read).status_code == 200
    said = {"element": "person.phone", "value": "13900000099", "reason": "换号。"}
    assert post.say("put", facts_of(tian), said, read).status_code == 200


def test_who_somebody_is_cannot_be_changed_and_nothing_unknown_is_made(
    people: People, program: Programs
) -> None:
    post, number = program(people.post), numbers({TIAN})[TIAN]
    version = post.ask(facts_of(number))["version"]
    for element, status in (("person.id_no", 422), ("person.shoe_size", 404)):
        said = {"element": element, "value": SHI.key, "reason": "x"}
        assert post.say("put", facts_of(number), said, version).status_code == status


def test_no_overseer_and_no_issuer_sees_any_fact(people: People, program: Programs) -> None:
    number = numbers({TIAN})[TIAN]
    for seat in (people.overseer, people.issuer):
        for path in ("/subjects", facts_of(number)):
            assert program(seat).get(f"/api/v1{path}").status_code == 403


def test_nothing_can_be_grouped_by_person() -> None:
    """No answer outside a post's own ledger has a field that names one, no list can be asked for by one."""
    schema = described()
    persons = {"holder", "account", "username", "person", "recorder", "actor", "who", "seat", "by_person"}
    for name, shape in schema["components"]["schemas"].items():
        assert not persons & set(shape.get("properties", {})), name
    for path, methods in schema["paths"].items():
        for said in methods.values():
            assert not persons & {each["name"] for each in said["parameters"]}, path
