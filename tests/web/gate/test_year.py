"""An office's own year: what its forms ask, how often, what others ask too, what it costs; nothing of another office, village or person."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Sent
from qingzhuang.store import clock
from qingzhuang.store.blobs import keep
from qingzhuang.store.gate.acts import bring_draft, posts_of
from qingzhuang.store.tasks.demands import Application, Draft, admit, bring, submit
from tests.pipeline.drafts import sheet
from tests.web.conftest import People
from tests.web.english import left_in_chinese

As = Callable[[Seat | None], Client]
PATH = "/gate/year"
LABELS = ["序号", "姓名", "身份证号", "冬季取暖方式", "血型"]
QUERIES = 8


def _in_force(seat: Seat, title: str, labels: list[str], times: float = 1) -> Sent:
    sent = bring_draft(seat.unit, f"{title}.xlsx", sheet(title, labels, ""), clock.now())
    said = Application("安排入户。", "方案第三条", times, None, posts_of(seat.unit), "走访完即删。")
    submit(sent.number, said, clock.now())
    return admit(sent.number, clock.today() + timedelta(days=180), clock.now())


@pytest.fixture
def forms(people: People) -> tuple[Sent, Sent]:
    """A form of this office every month, and one of another office that asks the same of the same people, and more."""
    mine = _in_force(people.issuer, "低保对象走访花名册", LABELS, 12)
    theirs = _in_force(people.other_issuer, "低保对象取暖登记表", [*LABELS[:4], "煤球数量"])
    return mine, theirs


def _page(client: Client) -> str:
    answer = client.get(PATH)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_says_what_each_form_asks_how_often_and_what_others_ask_too(
    people: People, forms: tuple[Sent, Sent], as_: As
) -> None:
    page = _page(as_(people.issuer))
    assert "低保对象走访花名册" in page
    assert "每月" in page
    assert "1 栏：冬季取暖方式" in page
    assert f"在 《{forms[1].title}》（{forms[1].mark}）" in page
    assert "照原样填一年共" in page
    assert "哪个月交几份" in page


def test_only_its_own_forms_stand_there_and_no_village(
    people: People, forms: tuple[Sent, Sent], as_: As
) -> None:
    page = _page(as_(people.issuer))
    assert f'href="{reverse("follow", args=[forms[0].number])}"' in page
    assert f'href="{reverse("follow", args=[forms[1].number])}"' not in page
    assert "煤球数量" not in page
    for seat in (people.post, people.colleague, people.outsider):
        assert seat.unit.name not in page.partition("<main")[2].partition("</main>")[0]


def test_the_other_issuer_sees_hers_alone(people: People, forms: tuple[Sent, Sent], as_: As) -> None:
    page = _page(as_(people.other_issuer))
    assert "低保对象取暖登记表" in page
    assert f'href="{reverse("follow", args=[forms[0].number])}"' not in page
    assert "血型" not in page
    assert (
        "血型"
        not in as_(people.other_issuer).get(reverse("gate_year_list", args=["csv"])).getvalue().decode()
    )


@pytest.mark.parametrize("args", [["gate_year"], ["gate_year_list", "csv"]])
def test_only_an_issuer_sees_it(people: People, as_: As, args: list[str]) -> None:
    path = reverse(args[0], args=args[1:])
    for who in (people.post, people.overseer, people.admin):
        assert as_(who).get(path).status_code == 403


def test_a_form_that_ended_or_is_a_draft_is_not_of_the_year(people: People, as_: As) -> None:
    old = _in_force(people.issuer, "低保对象走访花名册", LABELS)
    bring_draft(people.issuer.unit, "稿.xlsx", sheet("残疾人花名册", LABELS, ""), clock.now())
    from qingzhuang.store.models import DemandRow

    DemandRow.objects.filter(pk=old.number).update(expires_on=clock.today() - timedelta(days=1))
    page = _page(as_(people.issuer))
    assert "没有正在要基层填的表" in page
    assert "残疾人花名册" not in page


def test_a_form_that_came_without_the_gate_tells_its_columns_and_what_few_villages_weighed_is_not_told(
    people: People, as_: As
) -> None:
    title = "低保对象冬季走访花名册"
    kept_as = keep(sheet(title, LABELS, ""))
    brought = bring(people.issuer.unit, Draft(title, f"{title}.xlsx", kept_as), clock.now())
    submit(
        brought.number,
        Application("安排入户。", "方案第三条", 4, None, posts_of(people.issuer.unit)),
        clock.now(),
    )
    admit(brought.number, clock.today() + timedelta(days=180), clock.now())
    page = _page(as_(people.issuer))
    assert "1 张表，问 2 栏" in page
    assert "还没有称" in page
    assert "0 分" not in page


def test_the_list_says_what_the_page_says(people: People, forms: tuple[Sent, Sent], as_: As) -> None:
    told = as_(people.issuer).get(reverse("gate_year_list", args=["csv"])).getvalue().decode("utf-8-sig")
    assert "低保对象走访花名册" in told
    assert "冬季取暖方式" in told


def test_a_page_asks_the_database_no_more_for_more_forms(
    people: People, forms: tuple[Sent, Sent], as_: As, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = as_(people.issuer)
    _page(client)
    with django_assert_num_queries(QUERIES):
        _page(client)
    _in_force(people.issuer, "残疾人花名册", LABELS)
    _page(client)
    with django_assert_num_queries(QUERIES):
        _page(client)


def test_the_first_page_leads_there(people: People, as_: As) -> None:
    assert f'href="{PATH}"' in as_(people.issuer).get("/gate/").content.decode()


def test_it_reads_in_english(people: People, forms: tuple[Sent, Sent], as_: As) -> None:
    client = as_(people.issuer)
    client.cookies["qz_language"] = "en"
    own = ("低保对象", "冬季取暖方式")
    assert not {each for each in left_in_chinese(_page(client)) if not any(word in each for word in own)}
