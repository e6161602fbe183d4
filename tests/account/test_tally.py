"""Minutes are a sum that anyone can do again by hand."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.account.load import ItemClass, Load
from qingzhuang.account.propose.proposal import Kind
from qingzhuang.account.propose.run import propose
from qingzhuang.account.rates import rates_on
from qingzhuang.account.tally import tally
from qingzhuang.model.form import Period, Table, TableKind
from tests.account.loads import asked, load

RATES = rates_on(date(2026, 11, 24))
FACTS = ["姓名", "身份号码", "电话", "住址", "年龄", ""]


def test_one_list_costs_what_the_formula_says() -> None:
    """2 columns × 10 rows, 3 posts, once a year, signed: 3 × (2×25 + 20×(12+4) + 300 + 180) seconds."""
    weighed = tally([load("甲", "姓名", "电话", posts=3, signed=True)], RATES).demands[0]
    assert weighed.before.minutes.likely == pytest.approx(3 * (2 * 25 + 20 * 16 + 300 + 180) / 60)
    assert weighed.before.formula == (
        "3 × 2 栏 × 1 轮 × 25 秒 ＋ 3 × 20 格 × 1 轮 × 12 秒 ＋ 3 × 20 格 × 1 轮 × 4 秒"
        " ＋ 3 × 1 次 × 1 × 300 秒 ＋ 3 × 1 次 × 1 × 180 秒 ＝ 42.5 分"
    )


def test_a_monthly_report_is_copied_forward_after_the_first() -> None:
    """Twelve times a year: one full round and a fifth of eleven more, yet twelve times handed in."""
    weighed = tally([load("甲", "姓名", times=12)], RATES).demands[0]
    assert weighed.before.minutes.likely == pytest.approx(((25 + 160) * (1 + 0.2 * 11) + 12 * 180) / 60)


def test_the_second_form_that_asks_the_same_is_only_looked_over() -> None:
    result = tally([load("甲", "姓名", "电话"), load("乙", "姓名", "住址")], RATES)
    kinds = [each.kind for weighed in result.demands for each in weighed.load.items]
    assert kinds == [ItemClass.ASKED, ItemClass.ASKED, ItemClass.REPEATED, ItemClass.ASKED]
    assert result.touched == (40, 30)


def test_the_longest_list_keeps_the_question() -> None:
    """So that what is left is never understated."""
    result = tally([load("短", asked("姓名", cells=5)), load("长", asked("姓名", cells=50))], RATES)
    assert [each.load.items[0].kind for each in result.demands] == [ItemClass.REPEATED, ItemClass.ASKED]


def test_known_and_derivable_facts_are_not_asked_and_remarks_cost_nothing() -> None:
    items = (
        asked("姓名", 1, known=True),
        asked("年龄", 2, from_fact="身份号码"),
        asked("备注", 3, counts=False),
    )
    result = tally([load("甲", *items)], RATES)
    assert [each.kind for each in result.demands[0].load.items] == [
        ItemClass.KNOWN,
        ItemClass.DERIVABLE,
        ItemClass.NONFACT,
    ]
    assert result.touched == (20, 0)


loads = st.lists(
    st.builds(
        lambda facts, times, posts: load("表", *facts, times=times, posts=posts),
        st.lists(st.sampled_from(FACTS), min_size=1, max_size=6, unique=True),
        st.sampled_from([0.5, 1.0, 4.0, 12.0]),
        st.integers(1, 5),
    ),
    min_size=1,
    max_size=5,
)


@given(loads)
def test_after_is_never_more_than_before_and_ranges_hold(given_loads: list[Load]) -> None:
    result = tally(given_loads, RATES)
    assert result.after.likely <= result.before.likely + 1e-9
    for minutes in (result.before, result.after):
        assert minutes.low <= minutes.likely <= minutes.high


@given(st.lists(st.sampled_from(FACTS[:5]), min_size=1, max_size=4, unique=True), st.integers(1, 4))
def test_merging_never_adds_minutes_and_a_wide_table_frees_no_cell(facts: list[str], posts: int) -> None:
    """Two forms beside each other or one wide table: the cells a person touches stay the same."""
    half = len(facts) // 2
    apart = tally(
        [load("甲", *facts[:half] or [""], posts=posts), load("乙", *facts[half:], posts=posts)], RATES
    )
    wide = tally([load("宽", *(facts[:half] or [""]), *facts[half:], posts=posts)], RATES)
    assert wide.before.likely <= apart.before.likely + 1e-9
    assert wide.touched == apart.touched


@given(loads)
def test_proposals_never_free_a_minute_twice(given_loads: list[Load]) -> None:
    result = tally(given_loads, RATES)
    freed = sum(proposal.frees.minutes.likely for proposal in propose(result, RATES))
    assert freed <= result.before.likely + 1e-6


def kinds(*given_loads: Load) -> list[Kind]:
    return [proposal.kind for proposal in propose(tally(given_loads, RATES), RATES)]


def test_a_form_that_another_one_covers_can_go() -> None:
    assert kinds(load("大", "姓名", "电话", "住址", "学历"), load("小", "姓名", "电话", "住址")) == [
        Kind.CANCEL
    ]


def test_a_form_about_other_people_is_not_cancelled() -> None:
    assert (
        kinds(
            load("大", "姓名", "电话", "住址", "学历", population="低保"),
            load("小", "姓名", "电话", "住址", population="残疾"),
        )
        == []
    )


def test_two_forms_with_mostly_the_same_columns_can_be_one() -> None:
    one = load("甲", "姓名", "电话", "住址", "学历", "民族")
    other = load("乙", "姓名", "电话", "住址", "学历", "职业")
    proposals = propose(tally([one, other], RATES), RATES)
    assert [(proposal.kind, proposal.why) for proposal in proposals] == [(Kind.MERGE, "6 栏里 4 栏相同")]


def test_the_same_form_of_two_years_and_a_card_beside_a_list_stay_apart() -> None:
    columns = ("姓名", "电话", "住址", "民族", "学历")
    years = [dated(load(f"{year}年台账", *columns), year) for year in (2025, 2026)]
    cards = [load("台账", *columns), carded(load("申请表", *columns))]
    for pair in (years, cards):
        kinds = {proposal.kind for proposal in propose(tally(pair, RATES), RATES)}
        assert not kinds & {Kind.CANCEL, Kind.MERGE}


def dated(given: Load, year: int) -> Load:
    form = replace(given.demand.form, period=Period(f"{year}年", date(year, 1, 1), date(year, 12, 31)))
    return replace(given, demand=replace(given.demand, form=form))


def carded(given: Load) -> Load:
    form = replace(given.demand.form, tables=(Table("表", TableKind.CARD),))
    return replace(given, demand=replace(given.demand, form=form))


def test_a_weekly_list_of_what_hardly_changes_can_slow_down() -> None:
    slow = asked("住址", 1, lasts_days=365)
    proposal = propose(tally([load("周报", slow, "姓名", times=52)], RATES), RATES)[0]
    assert (proposal.kind, proposal.what) == (Kind.SLOW_DOWN, "一年 52 次改为每年一次，中间只报变动")


def test_events_are_never_slowed_down() -> None:
    assert kinds(load("巡查", asked("巡查日期", 1, about=None), times=52)) == []


def test_age_beside_an_id_number_need_not_be_asked() -> None:
    proposal = propose(tally([load("甲", "身份号码", asked("年龄", 2, from_fact="身份号码"))], RATES), RATES)[
        0
    ]
    assert proposal.kind is Kind.DERIVE
    assert proposal.frees.minutes.likely == pytest.approx((25 + 160) / 60)


def test_what_an_office_holds_is_taken_from_it() -> None:
    proposals = propose(tally([load("甲", asked("户籍地址", 1, holder="公安"))], RATES), RATES)
    assert [proposal.what for proposal in proposals] == ["向公安部门取：户籍地址"]
    bank = propose(tally([load("甲", asked("账号", 1, holder="银行"))], RATES), RATES)
    assert bank[0].what == "向银行取：账号"
