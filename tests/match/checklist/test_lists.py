"""Lists of several bureaus: what a visit looks at once."""

from qingzhuang.match.checklist.lists import pairs_of_lists
from qingzhuang.model.form import Form, Item, ItemType, Stub, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind


def listed(title: str, *sentences: str, head: str = "检查结果") -> Form:
    stubs = tuple(Stub(4 + row, (str(row + 1), text)) for row, text in enumerate(sentences))
    result = Item((head,), Place("Sheet1", 3, 3))
    table = Table("Sheet1", TableKind.MATRIX, columns=(result,), stub_columns=(1, 2), stubs=stubs)
    return Form(f"{title}.xlsx", FileKind.XLSX, title, (table,))


def card(title: str, *labels: str) -> Form:
    inputs = tuple(
        Item((label,), Place("Sheet1", 2 + row, 2), type=ItemType.YESNO) for row, label in enumerate(labels)
    )
    return Form(f"{title}.xlsx", FileKind.XLSX, title, (Table("Sheet1", TableKind.CARD, inputs=inputs),))


def test_a_point_of_two_lists_is_asked_once_and_its_turn_is_told() -> None:
    fire = card("消防检查表", "安全出口是否畅通", "灭火器是否过期", "是否违规住人")
    gas = listed("用气自查表", "灭火器在有效期内", "软管是否老化", "安全出口、疏散通道畅通")
    (pair,) = pairs_of_lists([fire, gas])
    assert (pair.before, pair.after) == (6, 5)
    told = {(each.a.text, each.found.verdict.value, each.found.reverse) for each in pair.same}
    assert told == {("灭火器是否过期", "equal", True), ("安全出口是否畅通", "broader", False)}


def test_one_point_answers_only_one_of_a_list() -> None:
    twice = listed("甲", "灭火器是否过期", "灭火器在有效期内")
    (pair,) = pairs_of_lists([twice, listed("乙", "灭火器未过期")])
    assert (pair.before, pair.after) == (3, 2)


def test_rows_that_are_counted_are_no_check_points() -> None:
    counted = [listed(title, "灭火器过期", head="数量") for title in "甲乙"]
    assert not pairs_of_lists(counted)


def test_copies_of_one_form_and_forms_without_check_points_are_not_told() -> None:
    one = listed("甲", "灭火器是否过期")
    assert not pairs_of_lists([one, one, card("名册", "姓名")])
