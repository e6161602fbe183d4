"""What a post's program answers."""

from django.test import Client

from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.store.models import TrailRow
from qingzhuang.store.tasks.demands import end
from qingzhuang.store.trail import Act
from tests.web.api.conftest import Programs
from tests.web.conftest import People
from tests.web.desk.village import TIAN, opened


def test_a_program_answers_what_is_missing_and_hands_the_form_over(
    people: People, program: Programs, task: Task
) -> None:
    post = program(people.post)
    listed = post.ask("/submissions")["items"][0]
    assert listed["questions"] == 2
    asked = post.ask(f"/submissions/{task.number}/questions")
    assert {each["name"] for each in asked["questions"]} == {"联系电话"}
    for each, value in zip(asked["questions"], ("13900000001", "13900000002"), strict=True):
        said = {"spot": each["spot"], "value": value, "version": asked["version"]}
        answer = post.say("post", f"/submissions/{task.number}/answers", said)
        assert answer.json()["said"] == "saved", answer.content.decode()
    version = post.ask(f"/submissions/{task.number}")["version"]
    handed = post.say("put", f"/submissions/{task.number}", {"said": "handed"}, version).json()
    assert handed["receipt"]
    assert handed["filled"] == handed["cells"]
    filled = b"".join(post.get(f"/api/v1/submissions/{task.number}/file").streaming_content)  # type: ignore[attr-defined]
    values = [each.value for row in opened(filled).active for each in row]  # type: ignore[union-attr]
    assert "13900000001" in values
    issuer = program(people.issuer)
    followed = issuer.ask(f"/demands/{task.demand.number}/submissions")["items"]
    assert [each["said"] for each in followed] == ["handed", "open"]
    assert issuer.get(f"/api/v1/submissions/{task.number}/file").status_code == 200
    assert program(people.other_issuer).get(f"/api/v1/submissions/{task.number}/file").status_code == 404


def test_two_answers_to_one_question_both_come_back(people: People, program: Programs, task: Task) -> None:
    post, other = program(people.post), program(people.post)
    asked = post.ask(f"/submissions/{task.number}/questions")
    spot = asked["questions"][0]["spot"]
    first = {"spot": spot, "value": "13900000001", "version": asked["version"]}
    assert post.say("post", f"/submissions/{task.number}/answers", first).status_code == 200
    late = other.say("post", f"/submissions/{task.number}/answers", {**first, "value": "13900000002"})
    assert late.status_code == 409
    assert (late.json()["yours"], late.json()["current"]) == ("13900000002", "*******0001")


def test_what_does_not_fit_is_told_in_words(people: People, program: Programs, task: Task) -> None:
    post = program(people.post)
    asked = post.ask(f"/submissions/{task.number}/questions")
    said = {"spot": asked["questions"][0]["spot"], "value": "十三", "version": asked["version"]}
    answer = post.say("post", f"/submissions/{task.number}/answers", said)
    assert (answer.status_code, answer.json()["code"]) == (422, "QZ-A422")
    forged = post.say("post", f"/submissions/{task.number}/answers", {**said, "spot": "x:y"})
    assert forged.status_code == 422


def test_not_knowing_and_taking_back_are_answers(people: People, program: Programs, task: Task) -> None:
    post = program(people.post)
    path = f"/submissions/{task.number}"
    asked = post.ask(f"{path}/questions")
    said = {"spot": asked["questions"][0]["spot"], "version": asked["version"]}
    assert post.say("post", f"{path}/answers", {**said, "unknown": True}).json()["said"] == "unknown"
    assert post.ask(f"{path}/questions")["questions"][0]["unknown"] is True
    details = [row.detail for row in TrailRow.objects.filter(act=Act.ANSWERED)]
    assert any("unknown: person.phone" in each for each in details)
    saved = post.say("post", f"{path}/answers", {**said, "value": "13900000001"}).json()
    back = post.say("post", f"{path}/answers", {**said, "version": saved["version"]})
    assert back.json()["said"] == "cleared"
    assert post.ask(f"{path}/questions")["total"] == asked["total"]


def test_a_no_needs_the_version_that_was_read(people: People, program: Programs, task: Task) -> None:
    post, other = program(people.post), program(people.post)
    path = f"/submissions/{task.number}"
    version = post.ask(path)["version"]
    done = post.say("put", path, {"said": "not_ours", "reason": "归镇党建办。"}, version)
    assert (done.json()["said"], done.json()["reason"]) == ("not_ours", "归镇党建办。")
    late = other.say("put", path, {"said": "none"}, version)
    assert late.status_code == 409
    assert (late.json()["yours"]["said"], late.json()["current"]["said"]) == ("none", "not_ours")


def test_what_has_ended_takes_no_answer(people: People, program: Programs, task: Task) -> None:
    post = program(people.post)
    version = post.ask(f"/submissions/{task.number}")["version"]
    end(task.demand.number, clock.now(), "名册已核对。")
    late = post.say("put", f"/submissions/{task.number}", {"said": "none"}, version)
    assert (late.status_code, late.json()["code"]) == (409, "QZ-W104")


def test_only_the_post_s_own_submissions(people: People, program: Programs, task: Task) -> None:
    for seat in (people.colleague, people.outsider):
        for more in ("", "/questions", "/file"):
            assert program(seat).get(f"/api/v1/submissions/{task.number}{more}").status_code == 404
        answer = program(seat).say("put", f"/submissions/{task.number}", {"said": "none"}, "x")
        assert answer.status_code == 404


def test_whoever_looks_or_takes_a_file_is_on_the_trail(people: People, program: Programs, task: Task) -> None:
    post = program(people.post)
    post.ask(f"/submissions/{task.number}/questions")
    post.get(f"/api/v1/submissions/{task.number}/file")
    acts = list(TrailRow.objects.filter(actor=people.post.holder).values_list("act", flat=True))
    assert acts == [Act.LOOKED, Act.FETCHED]
    assert TIAN.key not in "".join(TrailRow.objects.values_list("detail", flat=True))


def test_a_person_who_is_signed_in_is_no_program(people: People, task: Task) -> None:
    assert Client().get(f"/api/v1/submissions/{task.number}").status_code == 401


def test_what_has_ended_is_no_longer_open_but_still_listed(
    people: People, program: Programs, task: Task
) -> None:
    post = program(people.post)
    assert [each["number"] for each in post.ask("/submissions?said=open")["items"]] == [task.number]
    end(task.demand.number, clock.now())
    assert post.ask("/submissions?said=open")["items"] == []
    assert [each["number"] for each in post.ask("/submissions")["items"]] == [task.number]
