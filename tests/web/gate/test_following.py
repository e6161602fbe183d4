"""An issuer follows how complete a demand is, fetches what is its own, says what it was for, and ends it."""

import io
import zipfile
from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from qingzhuang.model.work import Answer, Sent, Stage
from qingzhuang.store import clock
from qingzhuang.store.blobs import keep
from qingzhuang.store.gate.acts import apply, bring_draft
from qingzhuang.store.models import TaskRow, TrailRow
from qingzhuang.store.tasks.demands import Application, admit, answer, demand, end, tasks
from tests.web.conftest import People
from tests.web.gate.conftest import DRAFT, As


def _admitted(people: People, sent: Sent) -> Sent:
    posts = (people.post.unit, people.colleague.unit, people.outsider.unit)
    said = Application("安排入户帮扶", "方案第三条", 1, None, posts)
    apply(sent.number, said, clock.now())
    return admit(sent.number, clock.today() + timedelta(days=30), clock.now())


@pytest.fixture
def live(people: People, sent: Sent) -> Sent:
    """Admitted; the colleague's village has handed over, the far one says that it is not theirs."""
    found = _admitted(people, sent)
    by_unit = {each.unit.name: each.number for each in tasks(demand_number=found.number)}
    answer(by_unit["石桥村"], Answer.HANDED, clock.now(), receipt="1", blob=keep(DRAFT))
    answer(by_unit["南屏村"], Answer.NOT_OURS, clock.now(), reason="归县消防救援大队")
    return found


def test_posts_stand_in_directory_order_with_their_answers_and_reasons(
    people: People, live: Sent, as_: As
) -> None:
    page = as_(people.issuer).get(f"/gate/{live.number}/follow").content.decode()
    assert "3 个村，1 个已交" in page
    assert page.index("柳湾村") < page.index("石桥村") < page.index("南屏村")
    assert "不归我管：归县消防救援大队" in page
    assert "按名录排" in page


def test_nothing_ranks_villages_or_counts_them_in_percent(people: People, live: Sent, as_: As) -> None:
    page = as_(people.issuer).get(f"/gate/{live.number}/follow").content.decode()
    for word in ("%", "％", "百分", "第一名", "排名", "完成率", "未完成", "逾期"):
        assert word not in page


def test_papers_whose_photographs_were_not_pasted_in_are_not_called_full(
    people: People, live: Sent, as_: As
) -> None:
    TaskRow.objects.filter(demand_id=live.number, said=Answer.HANDED.value).update(reason="照片：没有贴")
    page = as_(people.issuer).get(f"/gate/{live.number}/follow").content.decode()
    assert "交来的都填全了" not in page
    assert "要贴的照片没有贴" in page


def test_how_full_the_papers_are_is_said_of_all_together_never_of_one(
    people: People, live: Sent, as_: As
) -> None:
    path = f"/gate/{live.number}/follow"
    assert "交来的都填全了" in as_(people.issuer).get(path).content.decode()
    by_unit = {each.unit.name: each.number for each in tasks(demand_number=live.number)}
    answer(by_unit["柳湾村"], Answer.HANDED, clock.now(), receipt="2", blob=keep(DRAFT))
    TaskRow.objects.filter(pk=by_unit["柳湾村"]).update(cells=40, filled=33)
    TaskRow.objects.filter(pk=by_unit["石桥村"]).update(cells=40, filled=38)
    page = as_(people.issuer).get(path).content.decode()
    assert "共有 9 格没人知道" in page
    assert "格" not in page.partition("<tbody>")[2].partition("</tbody>")[0]


def test_what_is_over_reminds_its_office_to_say_what_it_was_for(people: People, live: Sent, as_: As) -> None:
    owed = "还没说这些数用来做了什么"
    client = as_(people.issuer)
    assert owed not in client.get("/gate/").content.decode()
    end(live.number, clock.now())
    assert owed in client.get("/gate/").content.decode()
    client.post(f"/gate/{live.number}/use", {"used_for": "发了取暖补助"})
    assert owed not in client.get("/gate/").content.decode()
    page = client.get(f"/gate/{live.number}/follow").content.decode()
    assert "交了表的 1 个村看得见" in page


def test_what_a_post_handed_over_is_fetched_in_the_issuer_s_naming_and_noted(
    people: People, live: Sent, as_: As
) -> None:
    page = as_(people.issuer).get(f"/gate/{live.number}/papers.zip")
    with zipfile.ZipFile(io.BytesIO(page.content)) as box:
        assert box.namelist() == ["青禾镇/走访-石桥村.xlsx"]
        assert box.read(box.namelist()[0]) == DRAFT
    task = next(each for each in tasks(demand_number=live.number) if each.said is Answer.HANDED)
    one = as_(people.issuer).get(f"/gate/{live.number}/paper/{task.number}")
    assert one.content == DRAFT
    left = TrailRow.objects.filter(act="fetched").values_list("detail", flat=True)
    assert list(left) == [f"all {task.blob}", f"石桥村 {task.blob}"]


def test_before_anybody_handed_over_no_village_is_counted(people: People, sent: Sent, as_: As) -> None:
    found = _admitted(people, sent)
    page = as_(people.issuer).get(f"/gate/{found.number}/follow").content.decode()
    assert "交了表的村看得见" in page
    assert " 0 个村" not in page


def test_nobody_fetches_what_was_handed_to_another_office(people: People, live: Sent, as_: As) -> None:
    task = next(each for each in tasks(demand_number=live.number) if each.said is Answer.HANDED)
    mine = _admitted(people, bring_draft(people.other_issuer.unit, "走访.xlsx", DRAFT, clock.now()))
    for path in (
        f"{live.number}/papers.zip",
        f"{live.number}/paper/{task.number}",
        f"{mine.number}/paper/{task.number}",
    ):
        assert as_(people.other_issuer).get(f"/gate/{path}").status_code == 404
        assert as_(people.colleague).get(f"/gate/{path}").status_code == 403


def test_what_was_not_handed_over_is_not_there(people: People, live: Sent, as_: As) -> None:
    for each in tasks(demand_number=live.number):
        if each.said is not Answer.HANDED:
            assert as_(people.issuer).get(f"/gate/{live.number}/paper/{each.number}").status_code == 404


def test_the_issuer_says_what_it_was_for_and_may_go_on(people: People, live: Sent, as_: As) -> None:
    assert (
        as_(people.issuer).post(f"/gate/{live.number}/use", {"used_for": "发了取暖补助"}).status_code == 302
    )
    found = demand(live.number)
    assert found is not None
    assert (found.stage, found.used_for) == (Stage.ADMITTED, "发了取暖补助")


def test_ending_says_what_it_was_for_and_nobody_is_asked_any_more(
    people: People, live: Sent, as_: As
) -> None:
    client = as_(people.issuer)
    empty = client.post(f"/gate/{live.number}/use", {"end": "1", "used_for": " "})
    assert empty.status_code == 400
    assert "村里会看到" in empty.content.decode()
    client.post(f"/gate/{live.number}/use", {"end": "1", "used_for": "发了取暖补助"})
    assert live.title not in as_(people.post).get("/desk/").content.decode()
    assert "已结束" in client.get(f"/gate/{live.number}/follow").content.decode()
    assert client.post(f"/gate/{live.number}/use", {"end": "1", "used_for": "再来"}).status_code == 404


def test_a_demand_that_was_not_sent_has_nothing_to_follow(people: People, sent: Sent, as_: As) -> None:
    assert as_(people.issuer).get(f"/gate/{sent.number}/follow").status_code == 404


def test_following_asks_the_database_the_same_number_of_times(
    people: People, live: Sent, as_: As, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = as_(people.issuer)
    with django_assert_num_queries(7):
        client.get(f"/gate/{live.number}/follow")


def test_an_ended_demand_keeps_the_day_of_its_admission(live: Sent) -> None:
    """The end is a moment of its own."""
    done = end(live.number, clock.now() + timedelta(days=1), "用了")
    assert done.decided_at == live.decided_at
    assert done.ended_at is not None
    assert done.ended_at > clock.now()
