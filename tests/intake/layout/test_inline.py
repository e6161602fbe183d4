"""Labels with a colon: which await an answer, and which only look like it."""

import pytest

from qingzhuang.intake.layout.inline import inline_labels
from qingzhuang.intake.layout.read_sheet import tables_of
from qingzhuang.model.form import Entry, TableKind
from qingzhuang.model.sheet import Line, Sheet
from tests.intake.layout.test_lists import read


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("出生年月（如：1990.01）", ()),
        ("入伍时间（格式：YYYYMMDD）", ()),
        ("是否在岗（是：1，否：0）", ()),
        ("填报单位（盖章）：", ("填报单位（盖章）",)),
        ("填报人：    （联系电话：    ）", ("填报人", "联系电话")),
    ],
)
def test_a_colon_in_a_hint_in_brackets_awaits_nothing(text: str, labels: tuple[str, ...]) -> None:
    assert inline_labels(text) == labels


def test_headers_with_such_hints_are_a_list() -> None:
    (table,) = read(["登记表|<|<", "姓名|出生年月（如：1990.01）|地址", "||", "||"], ruled=(2, 4))
    assert table.kind is TableKind.LIST
    assert [item.label for item in table.columns] == ["姓名", "出生年月（如：1990.01）", "地址"]


def _paper(*lines: str) -> Sheet:
    return Sheet("正文", {}, before=tuple(Line(number, text) for number, text in enumerate(lines, 1)))


def test_a_pledge_without_any_table_is_a_card_of_its_printed_blanks() -> None:
    (table,) = tables_of(_paper("承诺书", "承诺人：            电话：________", "日期：    年  月  日"))
    assert (table.kind, table.title) == (TableKind.CARD, "承诺书")
    assert [(item.label, item.entry) for item in table.inputs] == [
        ("承诺人", Entry.INLINE),
        ("电话", Entry.INLINE),
        ("日期", Entry.INLINE),
    ]


def test_a_letter_is_no_form_because_it_has_colons() -> None:
    letter = _paper(
        "关于报送材料的通知", "各村、社区：", "请于周五前报送。联系人：林一，电话：0571", "附件：表一"
    )
    assert tables_of(letter) == ()


def test_requirements_that_are_written_out_ask_nothing() -> None:
    assert inline_labels("值班要求：保持电话畅通，不得脱岗。") == ()
    assert inline_labels("申请事项：") == ("申请事项",)
    assert inline_labels("处理结果：已拆除，隐患消除。") == ("处理结果",)


@pytest.mark.parametrize("line", ["各村（社区）：", "各乡镇人民政府、街道：", "各中小学校：", "尊敬的家长："])
def test_whom_a_letter_speaks_to_is_no_field(line: str) -> None:
    assert inline_labels(line) == ()


@pytest.mark.parametrize("line", ["各村户数：", "填报单位：", "各组人数：   人"])
def test_what_a_line_asks_stays_a_field(line: str) -> None:
    assert inline_labels(line)
