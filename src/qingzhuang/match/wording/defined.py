"""The definition of an item: what notes say of its column before what they say of the whole form."""

from collections.abc import Iterable
from dataclasses import replace

from qingzhuang.match.vocabulary.standards import standard_of
from qingzhuang.model.definition import FACETS, Ages, Definition
from qingzhuang.model.form import Form, Item, TableKind

_OF_ROWS = ("population", "lived", "away", "ages", "scope", "basis", "only", "includes", "excludes")
"""What limits whose rows stand in a list, and so is nothing of a person's own column."""
_LISTS = ("only", "includes", "excludes")
_COUNTING = ("村", "学校", "社区")
_IN_KEYS = ("population", "lived", "away", "ages", "scope", "basis", "only", "includes", "excludes")


def definition_of(form: Form, item: Item) -> Definition | None:
    """Return what the notes say of an item, None when nothing. Where two notes contradict each other, neither counts."""
    return _joined(form, [each for each in form.definitions if item.key in each.keys], _counts(form, item))


def definition_of_row(form: Form, stub: str) -> Definition | None:
    """The same for a row of a matrix, by the key of its stub."""
    return _joined(form, [each for each in form.definitions if stub in each.rows], counting=True)


def _counts(form: Form, item: Item) -> bool:
    matrix = any(table.kind is TableKind.MATRIX and item in table.items for table in form.tables)
    return matrix or form.row_entity in _COUNTING


def _joined(form: Form, own: Iterable[Definition], counting: bool) -> Definition | None:
    wide = [each for each in form.definitions if not each.keys and not each.rows]
    whole = _agreed(wide)
    if whole and not counting:
        whole = whole.only_of(tuple(name for name in whole.said if name not in _OF_ROWS))
    special = _agreed(own)
    found = special.over(whole) if special and whole else special or whole
    return found if found and found.said else None


def _agreed(notes: Iterable[Definition]) -> Definition | None:
    """Several notes as one; what two of them say otherwise is left out. Words counted in or out add up."""
    told = list(notes)
    if not told:
        return None
    found = Definition("；".join(dict.fromkeys(each.text for each in told)), term=told[0].term)
    for name in FACETS:
        values = list(dict.fromkeys(getattr(each, name) for each in told if name in each.said))
        if name in _LISTS:
            found = found.saying(name, tuple(dict.fromkeys(word for words in values for word in words)))
        elif len(values) == 1:
            found = found.saying(name, values[0])
    return found


def bare(definition: Definition | None) -> Definition | None:
    """Only what it says as data: how and where it is printed makes no other item."""
    if definition is None:
        return None
    return replace(definition, text="", place=None, term="", keys=(), rows=(), source="", sure="")


def mark_of(definition: Definition | None, words: str) -> str:
    """What a definition adds to a slot key: each facet that is not what the word means anyway; "" when none."""
    if definition is None:
        return ""
    usual = standard_of(words)
    said = [name for name in definition.said if name in _IN_KEYS]
    return "·".join(
        _code(name, getattr(definition, name))
        for name in said
        if usual is None or getattr(usual, name) != getattr(definition, name)
    )


def _code(name: str, value: object) -> str:
    if isinstance(value, Ages):
        low, high = ("" if end is None else str(end) for end in (value.low, value.high))
        return f"{'虚' if value.nominal else ''}{low}-{high}岁"
    lead = {
        "lived": "住",
        "away": "离",
        "scope": "本",
        "basis": "按",
        "only": "只",
        "includes": "含",
        "excludes": "除",
    }.get(name, "")
    words = "+".join(str(each) for each in value) if isinstance(value, tuple) else str(value)  # pyright: ignore
    return lead + "".join(sign for sign in words if sign not in "@[]{}~,:/|")
