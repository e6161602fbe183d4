"""Demands, items and findings at the machine door."""

from django.core.files.uploadedfile import SimpleUploadedFile

from qingzhuang.model.organisation import UnitKind
from qingzhuang.model.work import Stage, Task
from qingzhuang.store import clock
from qingzhuang.store.models import TrailRow
from qingzhuang.store.organisation.tokens import Scope
from qingzhuang.store.organisation.units import units
from qingzhuang.store.tasks.demands import demand
from qingzhuang.store.trail import Act, verify
from tests.pipeline.drafts import sheet
from tests.web.api.conftest import Program, Programs
from tests.web.board.work import send, villages
from tests.web.conftest import People

SAID = {"purpose": "核对名册。", "basis": "党员管理办法第三条", "personal_purpose": "核对完即删。"}


def brought(program: Program, title: str = "党员培训报名表") -> dict[str, object]:
    """A draft that a program brings."""
    content = sheet(title, ["姓名", "联系电话"], "填表说明：各村每周五通报填报进度并排名。")
    answer = program.post("/api/v1/demands", {"file": SimpleUploadedFile(f"{title}.xlsx", content)})
    assert answer.status_code == 201, answer.content.decode()
    found: dict[str, object] = answer.json()
    return found


def test_an_issuer_s_program_brings_a_draft_and_it_is_admitted(people: People, program: Programs) -> None:
    """The whole way of a demand, each step on the trail by the token that did it."""
    issuer, overseer = program(people.issuer), program(people.overseer)
    made = brought(issuer)
    number = made["number"]
    names = [each["name"] for each in issuer.ask(f"/demands/{number}/items")["items"]]
    assert names == ["姓名", "联系电话"]
    assert issuer.ask(f"/demands/{number}/findings")["total"] >= 1
    assert overseer.get(f"/api/v1/demands/{number}").status_code == 404, "nobody else sees a draft"
    asked = issuer.say("post", f"/demands/{number}/application", SAID, made["version"])
    assert asked.status_code == 200, asked.content.decode()
    version = overseer.ask(f"/demands/{number}")["version"]
    until = clock.today().isoformat()
    admitted = overseer.say("post", f"/demands/{number}/admission", {"until": until}, version)
    assert admitted.json()["mark"].startswith("减准〔")
    assert program(people.post).ask("/demands")["items"][0]["number"] == number
    acts = {row.act for row in TrailRow.objects.all() if row.detail.startswith("token ")}
    assert {Act.DRAFTED, Act.SUBMITTED, Act.ADMITTED} <= acts
    assert verify().broken is None


def test_a_stale_edit_ends_in_both_values(people: People, program: Programs) -> None:
    """Nothing is overwritten; one has to say what one has seen."""
    first, second = program(people.issuer), program(people.issuer)
    made = brought(first)
    path = f"/demands/{made['number']}/application"
    assert first.say("post", path, SAID).status_code == 428
    assert first.say("post", path, SAID, made["version"]).status_code == 200
    late = second.say("post", path, {**SAID, "purpose": "发补助。"}, made["version"])
    assert late.status_code == 409
    told = late.json()
    assert told["code"] == "QZ-A409"
    assert (told["yours"]["purpose"], told["current"]["purpose"]) == ("发补助。", "核对名册。")


def test_a_demand_that_has_gone_on_answers_with_its_code(people: People, program: Programs) -> None:
    issuer = program(people.issuer)
    made = brought(issuer)
    late = issuer.say("delete", f"/demands/{made['number']}/application", None, made["version"])
    assert (late.status_code, late.json()["code"]) == (409, "QZ-W102")


def test_an_issuer_may_only_ask_its_own_posts_and_says_what_personal_data_is_for(
    people: People, program: Programs
) -> None:
    issuer = program(people.issuer)
    made = brought(issuer)
    path = f"/demands/{made['number']}/application"
    for wrong in (
        {"posts": [people.issuer.unit.number]},
        {"personal_purpose": ""},
        {"basis": "上级要求"},
        {"purpose": "了解情况"},
        {"deadline": "2020-01-01"},
    ):
        assert issuer.say("post", path, {**SAID, **wrong}, made["version"]).status_code == 422
    found = demand(int(str(made["number"])))
    assert found is not None
    assert found.stage is Stage.DRAFT


def test_no_one_but_its_own_sees_a_demand(people: People, program: Programs, task: Task) -> None:
    """Another issuer, a post that it did not reach."""
    number = task.demand.number
    for seat in (people.other_issuer, people.outsider):
        assert program(seat).ask("/demands")["total"] == 0
        for more in ("", "/items", "/findings"):
            assert program(seat).get(f"/api/v1/demands/{number}{more}").status_code == 404
    assert program(people.other_issuer).get(f"/api/v1/demands/{number}/submissions").status_code == 404
    assert program(people.colleague).ask("/demands")["total"] == 1


def test_a_token_that_only_reads_changes_nothing(people: People, program: Programs) -> None:
    reads = program(people.issuer, Scope.READ)
    answer = reads.post("/api/v1/demands", {"file": SimpleUploadedFile("表.xlsx", b"x")})
    assert (answer.status_code, answer.json()["code"]) == (403, "QZ-A405")
    assert reads.ask("/demands")["total"] == 0


def test_a_list_comes_in_parts(people: People, program: Programs) -> None:
    issuer = program(people.issuer)
    for number in range(3):
        brought(issuer, f"第{number}张表")
    first = issuer.ask("/demands", limit="2")
    assert (len(first["items"]), first["total"]) == (2, 3)
    rest = issuer.get(first["next"]).json()
    assert (len(rest["items"]), rest["next"]) == (1, None)
    assert issuer.ask("/demands", stage="ended")["total"] == 0


def test_an_overseer_s_minutes_are_those_of_the_board(people: People, program: Programs, task: Task) -> None:
    """Divided by kind, way and office; fewer posts than may be shown are not told at all."""
    told = program(people.overseer).ask("/minutes")
    assert told["hidden"] is True
    assert (told["before"], told["posts"], told["divisions"], told["months"]) == (None, None, [], [])


def test_what_is_told_of_minutes_adds_up_and_names_no_village(people: People, program: Programs) -> None:
    """Enough posts: each division adds up to the whole, small groups are put together, nothing is told by post."""
    town = next(each for each in units() if each.name == "青禾镇")
    send("低保名册", people.issuer.unit, villages(town, 6), (130.0, 10.0))
    send("住户调查", people.other_issuer.unit, villages(town, 2), (60.0, 30.0))
    answer = program(people.overseer).get("/api/v1/minutes")
    told = answer.json()
    assert told["hidden"] is False
    assert told["before"] > told["after"] > 0
    for each in told["divisions"]:
        assert each["hidden"] or abs(sum(group["before"] for group in each["groups"]) - told["before"]) < 0.01
    assert not any(each.name in answer.content.decode() for each in units(kinds=(UnitKind.VILLAGE,)))
