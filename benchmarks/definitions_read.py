"""Definitions in notes: what is read of invented wordings against what they say, beside keywords. `train` are the wordings that the
grammar was written beside, `heldout` and `second` others. A fact is one facet of one note (an age's low end, one word left out …); the column that a
note speaks of is one too. Run: python -m benchmarks.definitions_read"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from qingzhuang.intake.definitions.read import Said, with_definitions
from qingzhuang.model.definition import Definition, Moment
from qingzhuang.model.form import Form, Item, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind

HERE = Path(__file__).parent / "definitions"
Facts = set[tuple[str, str]]
_WORDS = ("includes", "excludes", "only")


def form_of(columns: list[str]) -> Form:
    """A table with these columns."""
    items = tuple(Item((label,), Place("表", 2, at)) for at, label in enumerate(columns, 1))
    return Form("表.xlsx", FileKind.XLSX, "情况统计表", (Table("表", TableKind.LIST, columns=items),))


def expected(entry: dict[str, Any]) -> Facts:
    """The facts that a wording states."""
    found: Facts = set()
    for name, value in entry.items():
        if name == "of":
            found |= {("of", value)} if len(entry) > 2 else set()
        elif name != "note":
            found |= {(name, each) for each in value} if isinstance(value, list) else {(name, str(value))}
    return found


def ours(form: Form, note: str) -> Facts:
    """The facts that are read."""
    found: Facts = set()
    for each in with_definitions(form, [Said(note, Place("表", 9, 1))]).definitions:
        found |= set(_facts(each))
        found |= {("of", _of(each.keys, each.term))}
    return found


def _of(keys: tuple[str, ...], term: str) -> str:
    """The label spoken of; of a column that is called by its number its own."""
    return "" if not keys else keys[0] if term.startswith("第") else term


def _facts(each: Definition) -> Iterator[tuple[str, str]]:
    if each.ages:
        ends = (("low", each.ages.low), ("high", each.ages.high))
        yield from ((name, str(end)) for name, end in ends if end is not None)
    if each.as_of:
        yield "as_of", _day(each.as_of)
    if each.span:
        yield "span", "..".join(map(_day, each.span))
    for name in ("population", "lived", "away", "scope", "basis", "unit", "decimals"):
        if (value := getattr(each, name, None)) is not None:
            yield name, str(value)
    for name in _WORDS:
        yield from ((name, word) for word in getattr(each, name))


def _day(moment: Moment) -> str:
    if moment.named:
        return moment.named
    year = f"{moment.year}-" if moment.year else f"-{moment.ago}-" if moment.ago else ""
    return f"{year}{moment.month}-{moment.day}"


def keywords(form: Form, note: str) -> Facts:
    """The baseline: the label that stands in the note, numbers before 岁, 个月, 位小数, words behind 不含 and 含, the first date."""
    found: Facts = set()
    for name, pattern in (
        ("low", r"(\d+)(?:周岁|岁)"), ("lived", r"居住[^，。]*?(\d+)个月"), ("decimals", r"(\d)位小数"),
        ("population", r"(户籍|常住|流动)"), ("unit", r"(万元|公顷|亩|元)"), ("includes", r"(?<!不)含([^，。]+)"),
        ("excludes", r"不含([^，。]+)"), ("only", r"仅统计([^，。]+)"),
    ):  # fmt: skip
        found |= {(name, match) for match in re.findall(pattern, note)[:1]}
    if day := re.search(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日", note):
        found.add(("as_of", "-".join(part for part in day.groups() if part)))
    label = next((item.label for item in form.items if item.label in note), "")
    return found | {("of", label)} if found else found


def score(read: Callable[[Form, str], Facts], name: str) -> tuple[int, int, int, int, list[str]]:
    """Facts stated, read, right; notes whose facts are all right; and what went wrong."""
    tree = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    form, counts, wrong = form_of(tree["columns"]), Counter[str](), list[str]()
    for entry in tree["notes"]:
        want, got = expected(entry), read(form, entry["note"])
        counts.update(stated=len(want), read=len(got), right=len(want & got), whole=want == got)
        if want != got:
            wrong.append(f"{entry['note']}  missed {sorted(want - got)}  too much {sorted(got - want)}")
    return counts["stated"], counts["read"], counts["right"], counts["whole"], wrong


def main() -> None:
    """Print recall, precision and notes read whole of both lists."""
    for name in ("train", "heldout", "second", "third", "fourth"):
        total = len(yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))["notes"])
        for who, read in (("ours", ours), ("keywords", keywords)):
            stated, got, right, whole, wrong = score(read, name)
            print(
                f"{name:8}{who:9} recall {right / stated:.3f}  precision {right / got:.3f}  facts {right}/{stated}, read {got}  whole notes {whole}/{total}"
            )
            if who == "ours":
                print(*(f"    {line}" for line in wrong), sep="\n")


if __name__ == "__main__":
    main()
