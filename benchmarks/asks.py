"""How many asks are left of whole collections after each step, within one issuer and across issuers: eight rosters of one office,
every form at hand, and the catalogue's 130 forms (`QZ_CORPUS`, not in the repository). `python -m benchmarks.asks [--list FOLDER]`

Prints counts only. `--list` writes every merge of different names or of several issuers for a person to check: beside the
run, never into the repository. A step that does not look at the subject is an upper bound, and named so.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from benchmarks.rosters import CORPUS
from benchmarks.rosters import forms as rosters

from qingzhuang.intake.read import read_form
from qingzhuang.match.checklist.lists import PairOfLists, pairs_of_lists, points_of
from qingzhuang.match.grouping.gather import Kinds, gather
from qingzhuang.match.grouping.group import Grouping, Member, group
from qingzhuang.match.grouping.rulings import NONE
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.context import contexts
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.normalise import normalise
from qingzhuang.model.form import Form, Item, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.model.verdict import Verdict

Collection = tuple[list[Form], list[str]]  # forms and their issuers


def bulk() -> Collection:
    """All forms at hand that can be read without a converter; whoever publishes them stands for the issuer."""
    found, issuers = list[Form](), list[str]()
    for path in sorted((CORPUS / "forms" / "bulk").iterdir()):
        try:
            form = read_form(path.name, path.read_bytes())
        except ProblemError:
            continue
        if form.items:
            found.append(form)
            issuers.append(path.name.split("__")[0])
    return found, issuers


def catalogue() -> Collection:
    """The catalogue's forms: lists with the columns that it names."""
    entries: list[Any] = yaml.safe_load((CORPUS / "catalogue.yaml").read_text("utf-8"))["forms"]
    return [_form(each) for each in entries], [each["department"] for each in entries]


def _form(entry: Any) -> Form:
    columns = tuple(Item((str(label),), Place("表", 1, at)) for at, label in enumerate(entry["columns"], 1))
    table = Table("表", TableKind.LIST, columns=columns)
    title = str(entry["name"])
    return Form(f"{entry['id']}.xlsx", FileKind.XLSX, title, (table,), row_entity=entry["unit_of_record"])


def left(members: Iterable[Member], issuers: Sequence[str], named: Callable[[Member], Hashable]) -> str:
    """Asks that are left where equal names are one: in all, and of what was saved how much across issuers."""
    found: defaultdict[Hashable, list[str]] = defaultdict(list)
    for member in members:
        found[named(member)].append(issuers[member.form])
    return _told(found.values())


def _told(askers: Iterable[Sequence[str]]) -> str:
    lists = list(askers)
    across = sum(len(set(each)) - 1 for each in lists)
    return f"{len(lists):>6} left; {across:>4} saved across issuers"


def measure(name: str, forms: Sequence[Form], issuers: Sequence[str]) -> Grouping:
    """Print the steps."""
    lexicon, grouping = default(), group(forms)
    groups = [each for each in grouping.groups if each.element.asked]
    facts = [member for each in groups for member in each.members]
    slots = {id(member): parse(member.context, lexicon) for member in facts}
    columns = sum(len(each.members) for each in grouping.groups)
    print(f"{name}: {len(forms)} forms of {len(set(issuers))} issuers, {columns} columns, {len(facts)} facts")

    def subject(member: Member) -> Hashable:
        each = slots[id(member)]
        return each.text, each.role, each.group, each.entity

    steps: dict[str, Callable[[Member], Hashable]] = {
        "exact names (subject not checked)": lambda member: member.context.label,
        "normalised names (not checked)": lambda member: normalise(member.context.label, lexicon).core,
        "normalised names, subject checked": subject,
        "slot keys: the lexicon's words": lambda member: slots[id(member)].key,
    }
    for step, named in steps.items():
        print(f"  {step:<38}{left(facts, issuers, named)}")
    lists = pairs_of_lists(forms)
    groups_now = [each.members for each in groups]
    follows = {link.b if link.match.direction == "a->b" else link.a for link in grouping.derivable}
    kept = [
        each.members for at, each in enumerate(grouping.groups) if each.element.asked and at not in follows
    ]
    rest: dict[str, Iterable[Sequence[Member]]] = {
        "rules: vetoes, schemes": _gathered(undefined(facts, forms), grouping, lexicon),
        "definitions": _gathered(facts, grouping, lexicon),
        "joined across keys": groups_now,
        "checklists": as_points(groups_now, lists),
        "what follows from others left out": as_points(kept, lists),
    }
    for step, found in rest.items():
        print(f"  {step:<38}{_told(_askers(found, issuers))}")
    print(f"  {'rows of checklists':<38}{rows_of_lists(forms, issuers, lists)}")
    print(f"  pairs of checklists {len(lists)}; unsure pairs {len(grouping.unsure)}; asked twice in one form "
          f"{len(grouping.duplicates)}; equal and kept apart {len(grouping.apart)}; forms with definitions "
          f"{sum(1 for form in forms if form.definitions)}")  # fmt: skip
    return grouping


def undefined(facts: Sequence[Member], forms: Sequence[Form]) -> list[Member]:
    """The same columns as if no note defined anything."""
    asked = {(member.form, member.item.key) for member in facts}
    bare = (
        (number, *each)
        for number, form in enumerate(forms)
        for each in contexts(replace(form, definitions=()))
    )
    return [Member(*each) for each in bare if (each[0], each[1].key) in asked]


def as_points(groups: Iterable[Sequence[Member]], lists: Iterable[PairOfLists]) -> list[list[Member]]:
    """Groups of columns, those together that are one point of checklists."""
    found = [list(each) for each in groups]
    home = {(member.form, member.item.key): each for each in found for member in each}
    for a, b in _equal(lists):
        one, other = home.get(a), home.get(b)
        if one is not None and other is not None and one is not other:
            one += other
            home.update(((member.form, member.item.key), one) for member in other)
            other.clear()
    return [each for each in found if each]


def rows_of_lists(forms: Sequence[Form], issuers: Sequence[str], lists: Iterable[PairOfLists]) -> str:
    """Points of checklists that are rows, not columns: so many, and asks left where equal ones are one."""
    columns = {(number, item.key) for number, form in enumerate(forms) for item in form.items}
    every = [(number, each.where) for number, form in enumerate(forms) for each in points_of(number, form)]
    home = {point: [point] for point in every if point not in columns}
    for a, b in _equal(lists):
        if a in home and b in home and home[a] is not home[b]:
            home[a] += home[b]
            home.update(dict.fromkeys(home[b], home[a]))
    groups = {id(each): each for each in home.values()}.values()
    return f"{_told([issuers[number] for number, _where in each] for each in groups)}; of {len(home)}"


def _equal(lists: Iterable[PairOfLists]) -> Iterator[tuple[tuple[int, str], tuple[int, str]]]:
    for each in (same for pair in lists for same in pair.same):
        if each.found.verdict is Verdict.EQUAL:
            yield (each.a.form, each.a.where), (each.b.form, each.b.where)


def _gathered(facts: Sequence[Member], grouping: Grouping, lexicon: Lexicon) -> list[list[Member]]:
    kinds, vetoes = Kinds(lexicon, NONE), defaultdict[str, set[str]](set)
    for each in grouping.duplicates:
        for one, other in ((each.match.a, each.match.b), (each.match.b, each.match.a)):
            if one.label != other.label:
                vetoes[one.label].add(other.label)
    numbers = [kinds.number(parse(member.context, lexicon)) for member in facts]
    return [each.members for each in gather(facts, numbers, kinds, vetoes)]


def _askers(groups: Iterable[Sequence[Member]], issuers: Sequence[str]) -> list[list[str]]:
    return [[issuers[member.form] for member in each] for each in groups]


def listing(forms: Sequence[Form], issuers: Sequence[str], grouping: Grouping) -> str:
    """Every merge of several names or issuers, for a person: who asks what, in which form, of what row."""
    lines = list[str]()
    for number, each in enumerate(grouping.groups):
        labels = {member.context.label for member in each.members}
        asking = {issuers[member.form] for member in each.members}
        if each.element.asked and len(each.members) > 1 and (len(labels) > 1 or len(asking) > 1):
            lines.append(f"group {number}\t{each.key}\t{len(labels)} names\t{len(asking)} issuers")
            lines += [
                f"\t{member.context.label}\t{forms[member.form].title}\t{member.context.row}\t{issuers[member.form]}"
                for member in each.members
            ]
    return "\n".join(lines)


def main() -> None:
    """Measure, or say why not."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--list", type=Path, help="a folder for every merge (not into the repository)")
    options = arguments.parse_args()
    if not (CORPUS / "catalogue.yaml").is_file():
        print(f"needs {CORPUS} (test data that is not part of the repository)")
        return
    eight = rosters()
    collections = {
        "eight rosters": (eight, ["one office"] * len(eight)),
        "forms at hand": bulk(),
        "catalogue": catalogue(),
    }
    for name, (forms, issuers) in collections.items():
        grouping = measure(name, forms, issuers)
        if options.list:
            options.list.mkdir(parents=True, exist_ok=True)
            (options.list / f"{name}.txt").write_text(listing(forms, issuers, grouping), encoding="utf-8")


if __name__ == "__main__":
    main()
