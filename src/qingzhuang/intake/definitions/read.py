"""Notes, comments and sheets of explanations read as definitions of a form's columns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from qingzhuang.intake.definitions.ages import ages
from qingzhuang.intake.definitions.amounts import decimals, unit
from qingzhuang.intake.definitions.members import members
from qingzhuang.intake.definitions.moments import as_of, span
from qingzhuang.intake.definitions.sentences import sentences
from qingzhuang.intake.definitions.subject import Labels, Subject, labels_of, subject
from qingzhuang.intake.definitions.whom import away, basis, lived, population, scope
from qingzhuang.intake.layout.text import level
from qingzhuang.model.definition import Definition
from qingzhuang.model.form import Form, Item, Table
from qingzhuang.model.place import Place

_TELLS = re.compile(r"指|按|依|照|填|写|如|例|选|须|应|请|不|准|格式")
_CHOICE = re.compile(r"^\d{1,2}[是为：:=＝.．、-]")


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the form and where it stands; `key` is the item beside whose label it is a comment."""

    text: str
    place: Place | None = None
    key: str = ""


def with_definitions(form: Form, said: Sequence[Said]) -> Form:
    """Return the form with what its notes define, the unit that they name for a column without one, and what they say of a column
    as its hint. Sentences that nobody can read as data stay in the notes."""
    if not form.items:
        return form
    labels = labels_of(form)
    fields = {item.place for item in form.items}
    texts = [each for each in said if each.place not in fields and level(each.text) != labels.title]
    comments = [Said(item.hint, item.place, item.key) for item in form.items if item.hint]
    found = tuple(dict.fromkeys(each for text in (*texts, *comments) for each in _read(text, labels)))
    told = tuple(each for each in found if each.said)
    spoken = [each for each in found if each.keys and each.term and (each.said or _TELLS.search(each.text))]
    tables = tuple(_with_notes(table, spoken) for table in form.tables) if spoken else form.tables
    return replace(form, tables=tables, definitions=told)


def definition_of(sentence: str) -> Definition:
    """What one sentence says as data, whoever it speaks of."""
    rule = ages(sentence)
    parts = members(sentence)
    rest = parts.rest
    return Definition(
        sentence,
        population=population(rest) or (population("；".join(parts.only)) if parts.only else None),
        lived=lived(rest),
        away=away(rest),
        ages=rule,
        as_of=as_of(sentence),
        span=span(sentence),
        scope=scope(rest),
        basis=basis(sentence),
        only=parts.only,
        includes=parts.includes,
        excludes=parts.excludes,
        unit=unit(sentence),
        decimals=decimals(sentence),
    )


def _read(said: Said, labels: Labels) -> Iterator[Definition]:
    before = Subject()
    for sentence in sentences(said.text):
        if _CHOICE.match(sentence):
            continue
        about = Subject("", (said.key,), known=True) if said.key else subject(sentence, labels)
        if not about.known and before.known and before.term:
            about = before if sentence.startswith(("不", "其中", "含", "包括", "仅", "也", "但")) else about
        before = about
        if about.known:
            found = definition_of(sentence.removeprefix(about.term) if about.term else sentence)
            yield replace(
                found, text=sentence, place=said.place, term=about.term, keys=about.keys, rows=about.rows
            )


def _with_notes(table: Table, spoken: Iterable[Definition]) -> Table:
    by_key: dict[str, list[Definition]] = {}
    for each in spoken:
        for key in each.keys:
            by_key.setdefault(key, []).append(each)
    return replace(
        table,
        columns=tuple(_with_note(item, by_key.get(item.key, ())) for item in table.columns),
        inputs=tuple(_with_note(item, by_key.get(item.key, ())) for item in table.inputs),
    )


def _with_note(item: Item, notes: Sequence[Definition]) -> Item:
    """The item with its notes as a hint, and their unit where it has none and they agree."""
    if not notes:
        return item
    hints = dict.fromkeys([item.hint or "", *(each.text for each in notes)])
    units = {each.unit for each in notes if each.unit and not each.term.startswith("第")}
    return replace(
        item,
        hint="；".join(hint for hint in hints if hint) or None,
        unit=item.unit or (units.pop() if len(units) == 1 else None),
    )
