"""Planted faults: how many the look before sending finds, and what it says of forms that are right.

    python -m benchmarks.lookover [FOLDER]

Forms as issued (QZ_CORPUS/forms, else the example township's) are filled with invented people and figures that agree with each other,
looked over once, then once more for each fault that the form has a place for. Beside: the validations of the file alone, as openpyxl reads
them. Counts only."""

import io
import os
import sys
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from openpyxl import load_workbook

from qingzhuang.answer.fill import fill
from qingzhuang.answer.lookover import Kind
from qingzhuang.intake.read import read_form
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Form, Item, ItemType, Table, TableKind
from qingzhuang.model.id_number import check_character
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind, Scalar
from qingzhuang.pipeline.answering import understand
from qingzhuang.pipeline.looking import Looked, look

CORPUS = Path(os.environ.get("QZ_CORPUS", Path(__file__).resolve().parents[2] / "shared" / "corpus"))
AS_OF, ROWS, LARGEST = date(2026, 6, 30), 6, 2_000_000
Row = dict[str, Scalar]
NUMBERS = (ItemType.INTEGER, ItemType.NUMBER)


@dataclass(frozen=True)
class Case:
    """A form with its one list, filled by `rows`; `keys` are what its columns ask."""

    path: Path
    content: bytes
    form: Form
    table: Table
    keys: Mapping[Item, str]
    rows: list[Row]

    def seen(self, rows: list[Row]) -> tuple[Looked, bytes]:
        made = fill(self.path.name, self.content, self.form, Answers(tuple(rows)))
        return look(self.path.name, made.content, AS_OF, form=self.form), made.content


def person(dice: Random, at: int) -> dict[str, Scalar]:
    born = date(dice.randrange(1940, 2005), dice.randrange(1, 13), dice.randrange(1, 28))
    first = f"990101{born:%Y%m%d}{dice.randrange(10, 900):03}"
    number = first + check_character(first)
    years = AS_OF.year - born.year - ((AS_OF.month, AS_OF.day) < (born.month, born.day))
    sex = "男" if int(number[16]) % 2 else "女"
    return {"person.name": f"甲{at}", "person.id_no": number, "person.sex": sex, "person.birth": born.isoformat(),
            "person.age": years}  # fmt: skip


def value(item: Item, key: str, who: Mapping[str, Scalar], dice: Random) -> Scalar:
    if key in who and not (item.codes and str(who[key]) not in item.codes):
        return who[key]
    if item.codes:
        return dice.choice(item.codes)
    if item.type in NUMBERS:
        low = float(item.domain.low) if item.domain and isinstance(item.domain.low, int) else 1
        return int(low) + dice.randrange(1, 40)
    if item.type is ItemType.DATE:
        return "2026-03-05"
    return (
        f"139{dice.randrange(10**7, 10**8)}"
        if item.type is ItemType.PHONE
        else "无"
        if item.required
        else None
    )


def cases(folder: Path) -> Iterator[Case]:
    for path in sorted(each for each in folder.rglob("*.xls[xm]") if each.stat().st_size < LARGEST):
        try:
            content = path.read_bytes()
            form = read_form(path.name, content)
        except ProblemError:
            continue
        lists = [each for each in form.tables if each.columns]
        if form.kind is not FileKind.XLSX or len(lists) != 1 or lists[0].kind is not TableKind.LIST:
            continue
        table, dice = lists[0], Random(path.name)  # noqa: S311
        keys = {item: asked.key or "" for item, asked in understand(form).reading.asked.items()}
        asked = [each for each in table.columns if not each.formula and each.type is not ItemType.ROW_NUMBER]
        rows = []
        for at in range(ROWS):
            who = person(dice, at)
            rows.append({each.key: value(each, keys.get(each, ""), who, dice) for each in asked})
        for row in rows:
            agree(table, row)
        yield Case(path, content, form, table, keys, rows)


def agree(table: Table, row: Row) -> None:
    for rule in table.rules:
        numbers = [
            int(str(row.get(key) or 0)) for _sign, key in rule.right if str(row.get(key) or 0).isdigit()
        ]
        if rule.relation == "=" and len(numbers) == len(rule.right):
            row[rule.left] = sum(sign * each for (sign, _key), each in zip(rule.right, numbers, strict=True))


AT = 2  # the row that a fault is put into
Fault = tuple[str, Kind, Item, list[Row]]


def faults(case: Case) -> Iterator[Fault]:
    """Yield each fault that the form has a place for: its name and kind, the column, the rows with it."""
    yield from of_numbers(case)
    for item in case.table.columns:
        if case.rows[AT].get(item.key) is not None:
            yield from of_column(case, item)
    for rule in case.table.rules:
        item = next((each for each in case.table.columns if each.key == rule.left), None)
        if item is not None and rule.relation == "=" and isinstance(case.rows[AT].get(item.key), int):
            yield (
                "审核关系不成立",
                Kind.EQUATION,
                item,
                planted(case, item, int(str(case.rows[AT][item.key])) + 7),
            )


def planted(case: Case, item: Item, new: Scalar) -> list[Row]:
    return [{**row, item.key: new} if number == AT else dict(row) for number, row in enumerate(case.rows)]


def of_numbers(case: Case) -> Iterator[Fault]:
    own = {key: item for item, key in case.keys.items() if case.rows[AT].get(item.key) is not None}
    number = own.get("person.id_no")
    if number is None:
        return
    text = str(case.rows[AT][number.key])
    digit = str((int(text[9]) + 1) % 10)
    yield "号码错一位", Kind.ID_NUMBER, number, planted(case, number, text[:9] + digit + text[10:])
    yield "同一个号两行", Kind.TWICE, number, planted(case, number, case.rows[0][number.key])
    other = "女" if int(text[16]) % 2 else "男"
    for key, new in (("person.sex", other), ("person.age", 3), ("person.birth", "1911-01-01")):
        if key in own:
            yield "和号码对不上", Kind.DISAGREES, own[key], planted(case, own[key], new)


def of_column(case: Case, item: Item) -> Iterator[Fault]:
    if item.type in NUMBERS and not item.codes:
        yield "数写成话", Kind.TYPE, item, planted(case, item, "约二十")
    if item.type is ItemType.PHONE:
        yield "电话少几位", Kind.TYPE, item, planted(case, item, "1390000")
    if item.codes:
        yield "表上没有的说法", Kind.DOMAIN, item, planted(case, item, "不在表上")
    if item.required:
        yield "必填空着", Kind.REQUIRED, item, planted(case, item, None)
    if item.domain is not None and item.type in NUMBERS:
        yield "超出限制", Kind.LIMIT, item, planted(case, item, 10**8)


def by_validation(content: bytes, sheet: str, row: int, column: int) -> bool:
    """Tell whether the file's own validations refuse what stands in a cell: lists written out, and bounds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = load_workbook(io.BytesIO(content), data_only=True)[sheet]
    cell = found.cell(row, column)
    for rule in found.data_validations.dataValidation:
        if cell.coordinate not in rule.sqref:
            continue
        if rule.type == "list" and str(rule.formula1).startswith('"'):
            return str(cell.value) not in str(rule.formula1).strip('"').split(",")
        if rule.type in ("whole", "decimal"):
            return not isinstance(cell.value, int | float) or cell.value >= 10**8
    return False


def main(folder: Path) -> None:
    put, found, beside, alarms, elsewhere = (Counter[str]() for _ in range(5))
    forms = clean = cells = 0
    for case in cases(folder):
        try:
            looked, made = case.seen(case.rows)
        except (ProblemError, ValueError):
            continue
        forms += 1
        clean += not looked.doubts
        cells += sum(len(each.cells) for sheaf in looked.read for each in sheaf.records)
        alarms.update(str(each.kind) for each in looked.doubts)
        calm = {(each.kind, each.where) for each in looked.doubts}
        start = min((line.row for sheaf in looked.read for line in sheaf.records), default=0)
        for name, kind, item, rows in faults(case):
            seen, made = case.seen(rows)
            put[name] += 1
            new = [each for each in seen.doubts if (each.kind, each.where) not in calm]
            hit = [
                each
                for each in new
                if each.kind is kind and each.place and each.place.column == item.place.column
            ]
            found[name] += bool(hit)
            elsewhere[name] += bool(new and not hit)
            beside[name] += by_validation(made, case.table.sheet, start + AT, item.place.column)
    print(f"{forms} forms, {clean} without a doubt when right, {cells} cells; false alarms {dict(alarms)}")
    for name, count in put.items():
        print(
            f"{name}\t{count}\tfound {found[name]}\tas something else {elsewhere[name]}\tvalidations alone {beside[name]}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS / "forms")
