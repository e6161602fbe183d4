"""A new form against what is known: the same, what follows, what looks alike; each with its rule, the same first."""

from qingzhuang.match.grouping.known import Known
from qingzhuang.match.proposing.alike import NEAR
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.verdict import ItemContext, Verdict

LABELS = ["公民身份号码", "年龄", "联系电话", "墙体颜色", "备注", "湖泊水位", "现居住地址"]


def slots(label: str, title: str = "老年人花名册") -> Slots:
    return parse(ItemContext(label, title, "人"), default())


KNOWN = [slots(each) for each in LABELS]


def verdicts(label: str) -> list[tuple[str, Verdict]]:
    hits = Known(KNOWN).find(slots(label, "残疾人花名册"))
    return [(LABELS[hit.number], hit.outcome.verdict) for hit in hits]


def test_the_same_fact_comes_first_and_what_follows_after_it() -> None:
    found = verdicts("身份证号")
    assert found[0] == ("公民身份号码", Verdict.EQUAL)
    assert ("年龄", Verdict.DERIVABLE) in found


def test_a_kind_of_something_is_narrower() -> None:
    assert ("联系电话", Verdict.NARROWER) in verdicts("手机号")


def test_words_that_nobody_knows_find_what_looks_alike() -> None:
    assert "墙体颜色" in {label for label, _verdict in verdicts("外墙体颜色")}


def test_remarks_propose_nothing_and_are_proposed_to_nobody() -> None:
    assert Known(KNOWN).proposed(slots("备注")) == []
    assert all(LABELS[number] != "备注" for label in LABELS for number in Known(KNOWN).proposed(slots(label)))


def test_what_hundreds_of_forms_ask_proposes_only_the_nearest() -> None:
    many = [parse(ItemContext("联系电话", f"商铺台账{number}", "商铺"), default()) for number in range(500)]
    known = Known([*many, slots("联系电话")])
    found = known.proposed(slots("联系电话"))
    assert found[0] == len(many)
    assert len(found) <= 4 * NEAR


def test_a_word_for_any_place_is_nobodys_address() -> None:
    """渔技讲座签到表's 地点 was taken for every known address of a person."""
    known = Known([parse(ItemContext("地点", "渔技讲座签到表", "讲座"), default())])
    found = known.find(parse(ItemContext("家庭住址", "渔民花名册", "人"), default()))
    assert all(hit.outcome.verdict is not Verdict.EQUAL for hit in found)


def test_a_doubt_between_what_shares_neither_property_nor_words_is_not_told() -> None:
    applicant = parse(ItemContext("申报人", "渔船停靠备案表", "事项"), default())
    for label in ("监测对象类别", "帮扶次数", "人均纯收入（元）", "申请日期", "人群类别"):
        asked = parse(ItemContext(label, "渔民帮扶花名册", "户"), default())
        assert all(hit.outcome.verdict is not Verdict.UNSURE for hit in Known([applicant]).find(asked)), label
