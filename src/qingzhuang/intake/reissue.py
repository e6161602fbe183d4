"""The same form issued again: which of two forms are editions of one, and what the later one asks otherwise."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from qingzhuang.intake.edition_title import core, is_general, same
from qingzhuang.intake.layout.text import squash
from qingzhuang.model.form import Form, Item

_TIME = re.compile(
    r"(?:19|20)\d\d(?:年|[-/.]\d{1,2})?|\d{1,2}月(?:\d{1,2}日)?|第?[一二三四1-4]季度|[上下]半年"
)
_ORDINAL = re.compile(r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、]?")
_ALIKE, _ALIKE_BY_TITLE = 0.75, 0.5
_FEWEST = 3
_RENAMED = 0.5


@dataclass(frozen=True, slots=True)
class Difference:
    """What a later edition asks otherwise: items of the later form, of the earlier one, and pairs (earlier, later). `moved`
    are those out of their order, not those that an added column pushed aside; `changed` have other options, another unit or
    another duty to answer. `more_rows`, `fewer_rows` are printed rows, such as the points of a checklist, by their stub's key."""

    added: tuple[Item, ...] = ()
    gone: tuple[Item, ...] = ()
    renamed: tuple[tuple[Item, Item], ...] = ()
    moved: tuple[tuple[Item, Item], ...] = ()
    changed: tuple[tuple[Item, Item], ...] = ()
    more_rows: tuple[str, ...] = ()
    fewer_rows: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked otherwise."""
        items = (self.added, self.gone, self.renamed, self.moved, self.changed)
        return any((*items, self.more_rows, self.fewer_rows))


def steady(text: str) -> str:
    """A label or title without its years, months and quarters: what stays from edition to edition."""
    return _TIME.sub("", squash(text))


def likeness(labels: Sequence[str], others: Sequence[str]) -> float:
    """Share of labels that two forms have in common, 0 to 1; labels as `steady` gives them, repeats counted."""
    mine, theirs = Counter(labels), Counter(others)
    either = sum((mine | theirs).values())
    return sum((mine & theirs).values()) / either if either else 0.0


def labels_of(form: Form) -> tuple[str, ...]:
    """The labels of all items, without time."""
    return tuple(steady(item.key) for item in form.items)


def rows_of(form: Form) -> dict[str, str]:
    """The printed rows of all matrices, each with its stub's words; without time and running numbers, which a row put in moves."""
    stubs = (stub.labels for table in form.tables for stub in table.stubs)
    rows = ("/".join(label for label in labels if not _ORDINAL.fullmatch(label)) for labels in stubs)
    return {steady(row): row for row in rows if row}


class Kin(StrEnum):
    """How one form stands to an earlier one: an edition of it, perhaps one (a person tells), or another form."""

    EDITION = "edition"
    SAME_NAME = "same_name"  # the title of the earlier one over other columns
    SAME_COLUMNS = "same_columns"  # its columns under another title
    OTHER = "other"


def kin(earlier: Form, later: Form) -> Kin:
    """Tell what a later form is to an earlier one. An edition has half of the labels under the same title, whatever year, version
    or annex that names, or most of them where one has no title; and where both print what their rows are, as many of the
    rows. Two checklists of the same columns ask different things."""
    mine, theirs = labels_of(earlier), labels_of(later)
    titles = earlier.title or "", later.title or ""
    named, one_untitled = all(titles) and same(*titles), not all(titles)
    rows, others = tuple(rows_of(earlier)), tuple(rows_of(later))
    least = _ALIKE_BY_TITLE if named else _ALIKE
    enough = sum((Counter(mine) & Counter(theirs)).values()) >= _FEWEST and likeness(mine, theirs) >= least
    if enough and (not (rows and others) or likeness(rows, others) >= least):
        return Kin.EDITION if named or one_untitled else Kin.SAME_COLUMNS
    return Kin.SAME_NAME if named and not is_general(core(titles[0])) else Kin.OTHER


def are_editions(earlier: Form, later: Form) -> bool:
    """Whether two forms are surely editions of one."""
    return kin(earlier, later) is Kin.EDITION


def difference(earlier: Form, later: Form) -> Difference:
    """Return what the later form asks otherwise. An item of the same label is the same one; of the others, those that lie
    between the same neighbours or have half their letters in common are taken for renamed."""
    pairs, gone, added = _paired(earlier.items, later.items)
    renamed: list[tuple[Item, Item]] = []
    for new in list(added):
        old = max(gone, key=lambda each: _nearness(each, new, earlier, later, pairs), default=None)
        if old is not None and _nearness(old, new, earlier, later, pairs) >= _RENAMED:
            renamed.append((old, new))
            gone.remove(old)
            added.remove(new)
    moved = _out_of_order(pairs, earlier.items, later.items)
    changed = tuple((old, new) for old, new in pairs if _asks_otherwise(old, new))
    more, fewer = _rows_apart(earlier, later)
    return Difference(tuple(added), tuple(gone), tuple(renamed), moved, changed, more, fewer)


def _rows_apart(earlier: Form, later: Form) -> tuple[tuple[str, ...], tuple[str, ...]]:
    mine, theirs = rows_of(earlier), rows_of(later)
    if not mine or not theirs:  # a filled copy may have been read as a list: nothing is known of its rows
        return (), ()
    more = tuple(key for row, key in theirs.items() if row not in mine)
    return more, tuple(key for row, key in mine.items() if row not in theirs)


def _paired(
    earlier: Sequence[Item], later: Sequence[Item]
) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    waiting: dict[str, list[Item]] = {}
    for item in earlier:
        waiting.setdefault(steady(item.key), []).append(item)
    pairs: list[tuple[Item, Item]] = []
    added: list[Item] = []
    for item in later:
        same = waiting.get(steady(item.key))
        if same:
            pairs.append((same.pop(0), item))
        else:
            added.append(item)
    left = {id(item) for items in waiting.values() for item in items}
    return pairs, [item for item in earlier if id(item) in left], added


def _nearness(old: Item, new: Item, earlier: Form, later: Form, pairs: Sequence[tuple[Item, Item]]) -> float:
    """How likely one item is the other under a new name, 0 to 1."""
    alike = SequenceMatcher(None, steady(old.label), steady(new.label)).ratio()
    if old.type is not new.type:
        return alike * 0.8
    same = {id(mine): id(theirs) for mine, theirs in pairs}
    mine, theirs = _neighbours(earlier.items, old), _neighbours(later.items, new)
    between = all(same.get(id(a)) == id(b) for a, b in zip(mine, theirs, strict=True) if a is not None)
    return alike if not between else max(alike, _RENAMED if alike > 0 else 0.0)


def _neighbours(items: Sequence[Item], item: Item) -> tuple[Item | None, Item | None]:
    place = next(index for index, each in enumerate(items) if each is item)
    before = items[place - 1] if place else None
    return before, items[place + 1] if place + 1 < len(items) else None


def _out_of_order(
    pairs: Sequence[tuple[Item, Item]], earlier: Sequence[Item], later: Sequence[Item]
) -> tuple[tuple[Item, Item], ...]:
    """The fewest pairs without which the others stand in the same order in both."""
    first = {id(item): place for place, item in enumerate(earlier)}
    second = {id(item): place for place, item in enumerate(later)}
    ordered = sorted(pairs, key=lambda pair: second[id(pair[1])])
    ends: list[int] = []
    lasts: list[int] = []
    before: list[int] = []
    for index, (old, _new) in enumerate(ordered):
        place = bisect_left(ends, first[id(old)])
        before.append(lasts[place - 1] if place else -1)
        ends[place : place + 1] = [first[id(old)]]
        lasts[place : place + 1] = [index]
    kept: set[int] = set()
    at = lasts[-1] if lasts else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return tuple(pair for index, pair in enumerate(ordered) if index not in kept)


def _asks_otherwise(old: Item, new: Item) -> bool:
    return (old.codes, old.unit, old.required) != (new.codes, new.unit, new.required)
