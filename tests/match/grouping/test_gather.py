"""Gathering costs what is different, not what is there; one column of a form in a cluster; witnesses speak for many."""

from dataclasses import dataclass
from unittest.mock import patch

from qingzhuang.match.grouping.gather import WITNESSES, Kinds, gather
from qingzhuang.match.grouping.rulings import NONE
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.verdict import ItemContext


@dataclass(frozen=True)
class Column:
    form: int
    context: ItemContext


def roster(number: int, *labels: str, title: str = "花名册", row: str = "人") -> list[Column]:
    return [Column(number, ItemContext(label, title, row)) for label in labels]


def clusters(columns: list[Column], vetoes: dict[str, set[str]] | None = None) -> list[list[int]]:
    kinds = Kinds(default(), NONE)
    numbers = [kinds.number(parse(each.context, default())) for each in columns]
    return [[each.form for each in found.members] for found in gather(columns, numbers, kinds, vetoes or {})]


def test_wordings_of_one_fact_gather_from_different_forms_only() -> None:
    columns = [*roster(0, "身份证号", "公民身份号码"), *roster(1, "身份证号码")]
    assert clusters(columns) == [[0, 1], [0]]


def test_what_some_form_asks_side_by_side_is_never_gathered() -> None:
    columns = [*roster(0, "身份证号"), *roster(1, "公民身份号码")]
    assert clusters(columns) == [[0, 1]]
    assert clusters(columns, {"公民身份号码": {"身份证号"}}) == [[0], [1]]


def test_remarks_stay_alone() -> None:
    assert clusters([*roster(0, "备注"), *roster(1, "备注")]) == [[0], [1]]


def test_a_thousand_editions_of_one_form_are_judged_once() -> None:
    kinds = Kinds(default(), NONE)
    columns = [
        each
        for number in range(1000)
        for each in roster(number, "姓名", "联系电话", title=f"云泽县{2000 + number % 3}年老年人花名册")
    ]
    numbers = [kinds.number(parse(each.context, default())) for each in columns]
    with patch("qingzhuang.match.grouping.rulings.decide_slots", wraps=_decide) as judged:
        found = gather(columns, numbers, kinds, {})
    assert [len(each.members) for each in found] == [1000, 1000]
    assert len(set(numbers)) <= 6
    assert judged.call_count <= len(set(numbers)) * WITNESSES


def _decide(*words: object) -> object:
    from qingzhuang.match.decide import decide_slots

    return decide_slots(*words)  # type: ignore[arg-type]


def test_village_totals_of_two_villages_are_two_kinds() -> None:
    kinds = Kinds(default(), NONE)
    one, other = (
        kinds.number(parse(ItemContext("户籍人口数", f"{village}2025年人口统计表", "村"), default()))
        for village in ("柳湾村", "红星村")
    )
    assert one != other
