"""Values as evidence on generated filled lists: columns of one name that hold one fact or two, matched with and without their values.
All persons are invented. Run: python -m benchmarks.values_match"""

import random
from collections import Counter
from collections.abc import Callable, Sequence

from qingzhuang.intake.read import form_of
from qingzhuang.intake.values import profiles
from qingzhuang.match.evidence import Evidence
from qingzhuang.match.grouping.group import Grouping, group
from qingzhuang.model.id_number import check_character
from qingzhuang.model.place import Area
from qingzhuang.model.sheet import Cell, FileKind, Sheet, Workbook

ROWS, SEEDS = 30, 20
Fill = Callable[[random.Random], str]


def _id(draw: random.Random) -> str:
    first = f"9901{draw.randrange(100):02}{draw.randrange(1940, 2015)}{draw.randrange(1, 13):02}{draw.randrange(1, 29):02}{draw.randrange(1000):03}"
    return first + check_character(first)


FORMS: dict[str, Fill] = {
    "phone": lambda draw: f"1{draw.choice('3589')}{draw.randrange(10**9):09}",
    "code": lambda draw: f"{draw.choice('甲乙丙')}{draw.randrange(10**4):04}",
    "number": lambda draw: str(draw.randrange(1, 5000)),
    "day": lambda draw: f"{draw.randrange(1990, 2026)}-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}",
    "card": lambda draw: f"62{draw.randrange(10**17):017}",
}
CASES: Sequence[tuple[str, str, str]] = (
    ("编号", "phone", "code"), ("号码", "phone", "card"), ("账号", "card", "phone"), ("备用号", "phone", "number"),
    ("登记号", "card", "code"), ("证书编号", "day", "code"), ("联系方式", "phone", "code"), ("金额", "number", "number"),
    ("联系电话", "phone", "phone"), ("银行账号", "card", "card"), ("入会时间", "day", "day"), ("编号", "code", "code"),
)  # fmt: skip
"""Label, what the first form holds, what the second: two forms of values are two facts."""


def _book(file: str, label: str, people: Sequence[tuple[str, str]], values: Sequence[str]) -> Workbook:
    rows = [("人员花名册", "", ""), ("姓名", "身份证号", label)]
    rows += [(*person, value) for person, value in zip(people, values, strict=True)]
    cells = {
        (row, column): Cell(row, column, text, text, bordered=row > 1)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text
    }
    return Workbook(file, FileKind.XLSX, (Sheet("表", cells, merges=(Area(1, 1, 1, 3),)),))


def _pair(
    draw: random.Random, case: tuple[str, str, str], known: int, same: int
) -> tuple[Workbook, Workbook]:
    """Two lists that share `known` persons; of one fact, a share of `same` percent of these hold the same value."""
    label, one, other = case
    people = [(f"某{number:03}", _id(draw)) for number in range(ROWS * 2 - known)]
    first, second = people[:ROWS], people[ROWS - known :]
    mine = {person: FORMS[one](draw) for person in first}
    theirs = {
        person: mine[person]
        if one == other and person in mine and draw.randrange(100) < same
        else FORMS[other](draw)
        for person in second
    }
    return _book("甲.xlsx", label, first, [*mine.values()]), _book(
        "乙.xlsx", label, second, [*theirs.values()]
    )


def _grouping(books: Sequence[Workbook], *, values: bool) -> Grouping:
    forms = [form_of(book) for book in books]
    filled = {
        (at, key): found
        for at, (form, book) in enumerate(zip(forms, books, strict=True))
        for key, found in profiles(form, book).items()
        if values
    }
    return group(forms, values=Evidence(filled))


def main() -> None:
    """Print how often the column is made one, by truth, with and without values."""
    for values in (False, True):
        found = Counter[str]()
        for seed in range(SEEDS):
            draw = random.Random(seed)  # noqa: S311 - invented persons
            for case in CASES:
                for known, same in ((0, 100), (20, 97), (20, 5)):
                    truth = "one" if case[1] == case[2] and same > 50 else "two"
                    grouping = _grouping(_pair(draw, case, known, same), values=values)
                    one = any(
                        len(each.members) > 1 and each.members[0].item.label == case[0]
                        for each in grouping.groups
                    )
                    unsure = any(
                        case[0] in (link.match.a.label, link.match.b.label) for link in grouping.unsure
                    )
                    found[f"{truth} {'merged' if one else 'asked' if unsure else 'apart'}"] += 1
        print("with values   " if values else "without values", dict(sorted(found.items())))


if __name__ == "__main__":
    main()
