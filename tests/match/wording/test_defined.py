"""The same words with another definition are never one; the conversion is told where there is one; nothing said changes nothing."""

from dataclasses import replace

import pytest

from qingzhuang.intake.definitions.read import definition_of as read
from qingzhuang.intake.read import form_of
from qingzhuang.match.decide import decide
from qingzhuang.match.grouping.group import group
from qingzhuang.match.people.queue import questions
from qingzhuang.match.people.told import told_of
from qingzhuang.match.vocabulary.standards import standards
from qingzhuang.match.whose.context import contexts
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.definition_tree import definition_of, definition_tree
from qingzhuang.model.definition import Definition
from qingzhuang.model.form import Form
from qingzhuang.model.sheet import FileKind, Workbook
from qingzhuang.model.verdict import ItemContext, Match, Verdict
from tests.intake.forms import sheet

EQUAL, DISTINCT, UNSURE, DERIVABLE = Verdict.EQUAL, Verdict.DISTINCT, Verdict.UNSURE, Verdict.DERIVABLE


def item(
    label: str, note: str = "", form: str = "各村人口情况统计表", unit: str | None = None
) -> ItemContext:
    definition = read(note) if note else None
    return ItemContext(label, form=form, row="村", unit=unit, definition=definition)


def verdict(label: str, one: str, other: str = "") -> Match:
    return decide(item(label, one), item(label, other))


@pytest.mark.parametrize(
    ("label", "one", "other", "expected"),
    [
        ("老年人数", "60周岁以上（含60周岁）", "年满60周岁", EQUAL),
        ("老年人数", "60周岁及以上", "65周岁及以上", DISTINCT),
        ("老年人数", "60周岁及以上", "60虚岁及以上", DISTINCT),
        ("老年人数", "60周岁及以上", "", EQUAL),
        ("老年人数", "65周岁及以上", "", UNSURE),
        ("低保户数", "截至6月30日", "截至12月31日", DISTINCT),
        ("低保户数", "截至6月30日", "", EQUAL),
        ("低保户数", "不含当年退出户", "含当年退出户", DISTINCT),
        ("低保户数", "不含当年退出户", "", UNSURE),
        ("常住人口", "指居住半年以上的人口", "指居住三个月以上的人口", DISTINCT),
        ("常住人口", "指居住半年以上的人口", "", EQUAL),
        ("总人口", "按户籍人口口径统计", "按常住人口口径统计", DISTINCT),
        ("留守儿童数", "不满16周岁", "不满18周岁", DISTINCT),
        ("留守儿童数", "不满16周岁", "", EQUAL),
        ("村集体收入", "保留两位小数", "取整数", DERIVABLE),
        ("村集体收入", "1月1日至12月31日累计数", "1月1日至6月30日累计数", DISTINCT),
        ("户主姓名", "不含空挂户", "含空挂户", EQUAL),
        ("市场主体数", "按工商登记口径", "按在地口径统计", DISTINCT),
        ("市场主体数", "按工商登记口径", "截至12月31日", UNSURE),
        ("村集体收入", "1月1日至6月30日累计数", "含上级拨款", UNSURE),
        ("村集体收入", "1月1日至12月31日累计数", "", EQUAL),
        ("户数", "含空挂户", "", UNSURE),
        ("在校学生数", "以学期末数为准", "截至12月31日", UNSURE),
        ("在校学生数", "以学年末数为准", "以学期末数为准", DISTINCT),
    ],
)
def test_definitions_decide_where_the_words_are_equal(
    label: str, one: str, other: str, expected: Verdict
) -> None:
    found = verdict(label, one, other)
    assert found.verdict is expected, found.why
    back = decide(item(label, other), item(label, one))
    assert back.verdict is expected


def test_a_day_of_counting_that_birth_dates_bridge_says_so() -> None:
    found = decide(item("年龄", "年龄按6月30日计算"), item("年龄", "年龄按12月31日计算"))
    assert found.verdict is DISTINCT
    assert "birth.age" in found.why


def test_what_is_left_out_names_the_conversion() -> None:
    assert "加上空挂户" in verdict("户数", "不含空挂户", "含空挂户").why


def test_rounding_follows_one_way_with_its_loss() -> None:
    found = verdict("村集体收入", "取整数", "保留两位小数")
    assert (found.direction, found.formula) == ("b->a", "round.0")
    assert found.loss
    turned = verdict("村集体收入", "保留两位小数", "取整数")
    assert (turned.direction, turned.formula) == ("a->b", "round.0")


def test_a_yes_of_the_narrower_age_is_a_yes_of_the_wider() -> None:
    one, other = item("是否老年人", "65周岁及以上"), item("是否老年人", "60周岁及以上")
    assert decide(one, other).verdict is Verdict.NARROWER
    assert decide(other, one).verdict is Verdict.BROADER


def test_a_departing_definition_is_another_element_of_the_ledger_and_a_usual_one_is_not() -> None:
    plain = parse(item("老年人数")).key
    assert parse(item("老年人数", "60周岁及以上")).key == plain
    assert parse(item("老年人数", "65周岁及以上")).key != plain


def of(note: str, file: str) -> Form:
    rows = ["各村人口情况统计表|<|<", "村名|老年人数|低保户数", "||", "||", f"{note}|<|<"]
    book = Workbook(file, FileKind.XLSX, (sheet([row.split("|") for row in rows], ruled=(2, 4)),))
    return form_of(book)


def test_forms_with_other_definitions_are_not_grouped_and_a_silent_one_is_asked_about() -> None:
    forms = [
        of("注：老年人指65周岁以上。", "甲.xlsx"),
        of("注：老年人指60周岁以上。", "乙.xlsx"),
        of("", "丙.xlsx"),
    ]
    found = group(forms)
    elders = [each for each in found.groups if each.members[0].item.label == "老年人数"]
    assert [[member.form for member in each.members] for each in elders] == [[0], [1, 2]]
    heads = {each.item.label for one in found.groups for each in one.members if len(one.members) == 3}
    assert heads == {"村名", "低保户数"}
    assert any("口径不同" in link.match.why for link in found.alike)


def test_the_queue_shows_both_definitions_side_by_side() -> None:
    forms = [of("注：低保户数：不含当年退出户。", "甲.xlsx"), of("", "乙.xlsx")]
    (asked,) = questions(group(forms), forms)
    shown = [dict(told_of(side)).get("口径") for side in (asked.a, asked.b)]
    assert sorted(map(str, shown)) == ["None", "不含当年退出户"]
    assert "另一边没写" in asked.why


def test_a_note_of_the_whole_form_limits_counts_and_not_a_list_of_people() -> None:
    rows = ["困难人员花名册|<|<", "姓名|身份证号|年收入", "||", "||", "注：本表仅统计户籍在本村的人员。|<|<"]
    form = form_of(
        Workbook("册.xlsx", FileKind.XLSX, (sheet([row.split("|") for row in rows], ruled=(2, 4)),))
    )
    assert form.definitions
    assert all(context.definition is None for _item, context in contexts(form))


def test_a_definition_is_kept_and_read_again() -> None:
    told = read("指60周岁以上、截至2026年6月30日住满6个月的人，不含空挂户；保留两位小数")
    assert definition_of(definition_tree(told)) == told
    spans = read("1月1日至12月31日")
    assert definition_of(definition_tree(spans)) == spans
    assert definition_of(None) is None
    with pytest.raises(ValueError, match=r"^$"):
        definition_of({"text": "", "lived": "六"})


def test_every_standard_has_its_source_and_how_sure_it_is() -> None:
    for term, standard in standards().items():
        assert standard.source, term
        assert standard.sure in ("high", "medium"), term
        assert replace(standard, source="", sure="", term="", text="") != Definition(""), term
