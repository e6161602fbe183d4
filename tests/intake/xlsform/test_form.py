"""An XLSForm is a form like any other: the same items, values, conditions, for all that follows."""

import pytest

from qingzhuang.intake.read import read_form
from qingzhuang.model.form import Form, Item, ItemType, TableKind
from qingzhuang.model.sheet import FileKind
from tests.intake.xlsform.forms import survey

HEADS = "type | name | label | required | relevant | hint | appearance | calculation | readonly | constraint"


def form(*rows: str, heads: str = HEADS, more: str | None = None) -> Form:
    text = survey(*rows, heads=heads) if more is None else survey(*rows, heads=heads, more=more)
    return read_form("登记.md", text.encode())


def item(row: str) -> Item:
    (found,) = form(row).items
    return found


def test_it_is_known_by_its_content() -> None:
    assert form("text | who | 姓名").kind is FileKind.XLSFORM


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("text | a | 备注", ItemType.TEXT),
        ("text | a | 身份证号", ItemType.ID_NUMBER),
        ("integer | a | 联系电话", ItemType.PHONE),
        ("integer | a | 年龄", ItemType.INTEGER),
        ("text | a | 年龄", ItemType.TEXT),  # what the issuer wrote counts, not what the label sounds like
        ("decimal | a | 面积", ItemType.NUMBER),
        ("date | a | 出生日期", ItemType.DATE),
        ("date | a | 出生年月 | | | | month-year", ItemType.MONTH),
        ("image | a | 门头照 | | | | max-pixels", ItemType.PHOTO),
        ("image | a | 本人确认 | | | | signature", ItemType.SIGNATURE),
        ("select_one sex | a | 性别", ItemType.CODE),
        ("acknowledge | a | 已告知", ItemType.YESNO),
    ],
)
def test_types_are_ours(row: str, kind: ItemType) -> None:
    assert item(row).type is kind


def test_choices_are_the_domain() -> None:
    assert item("select_one sex | a | 性别").codes == ("男", "女")


def test_yes_and_no_in_any_language_are_yes_and_no() -> None:
    more = "| choices |\n| | list_name | name | label |\n| | yn | yes | Yes |\n| | yn | no | No |\n"
    assert form("select_one yn | a | 是否", more=more).items[0].type is ItemType.YESNO


def test_what_is_required_hinted_and_asked_only_sometimes_is_kept() -> None:
    found = item("integer | n | 年收入（元）* | yes | 1 = 1 | 只填整数")
    assert (found.label, found.unit, found.required, found.condition, found.hint) == (
        "年收入（元）",
        "元",
        True,
        "1 = 1",
        "只填整数",
    )


def test_a_condition_includes_those_of_the_groups_around() -> None:
    found = form("begin group | g | 组 | | 1 = 1", "text | a | 甲 | | 2 = 2", "end group | | ")
    assert found.items[0].condition == "(1 = 1) and (2 = 2)"


def test_groups_stand_before_their_labels_and_repeats_are_lists() -> None:
    found = form(
        "begin group | g | 户主",
        "text | a | 姓名",
        "end group | | ",
        "begin repeat | kin | 家庭成员",
        "text | b | 姓名",
        "begin group | m | 证件",
        "text | c | 身份证号",
        "end group | | ",
        "end repeat | | ",
    )
    card, listed = found.tables
    assert (card.kind, [each.path for each in card.inputs]) == (TableKind.CARD, [("户主", "姓名")])
    assert (listed.kind, listed.section) == (TableKind.LIST, "家庭成员")
    assert [each.path for each in listed.columns] == [("姓名",), ("证件", "身份证号")]


def test_what_fills_itself_is_not_asked_and_notes_are_notes() -> None:
    found = form(
        "start | s | ", "note | n | 请如实填写", "calculate | c | 合计 | | | | | 1 + 1", "text | a | 姓名"
    )
    assert [each.label for each in found.items] == ["姓名"]
    assert found.notes == ("请如实填写",)


def test_what_nobody_may_write_is_marked_as_computed() -> None:
    assert item("integer | a | 合计 | | | | | | yes").formula


def test_same_labels_are_told_apart() -> None:
    assert [each.label for each in form("text | a | 姓名", "text | b | 姓名").items] == ["姓名", "姓名#2"]


def test_marks_of_style_and_references_are_no_part_of_a_label() -> None:
    assert [each.label for each in form("text | a | **<b>姓名</b>**", "text | b | ${a}的年龄").items] == [
        "姓名",
        "…的年龄",
    ]


def test_spaces_stay_between_latin_words_only() -> None:
    found = form("text | a | How old is he?  *", "text | b | 姓 名： ", "text | c | ID 号码")
    assert [each.label for each in found.items] == ["How old is he?", "姓名", "ID号码"]


def test_chinese_words_go_before_others() -> None:
    heads = "type | name | label::English (en) | label::中文 (zh)"
    assert form("text | a | Name | 姓名", heads=heads).items[0].label == "姓名"


def test_a_roster_with_a_column_called_type_is_no_xlsform() -> None:
    text = b"| survey |\n| | type | name | label |\n| | \xe7\x94\xb2\xe7\xb1\xbb | \xe4\xb8\x8a\xe5\x9d\xaa | 1 |\n"
    with pytest.raises(Exception, match="QZ-R002"):
        read_form("a.md", text)


def test_an_item_points_at_its_row_and_the_column_of_labels() -> None:
    assert str(item("text | a | 姓名").place) == "survey!C2"
