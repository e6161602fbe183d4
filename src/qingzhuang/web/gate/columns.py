"""The columns of a draft as a table: what must be asked first, then what is known, gathered by where it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.gate import Column, Screening, Standing
from qingzhuang.pipeline.shorter import kept_names
from qingzhuang.pipeline.unclear import WHOM_UNCLEAR
from qingzhuang.privacy.shown import plain
from qingzhuang.web.words import number

_SLASH = re.compile(r"(?<!\\)/")
_REPEATED = re.compile(r"#\d+$")
_MOST_NAMED = 6
MOST_CELLS = 60
_WAYS = {
    Standing.KNOWN: later("不用再填，台账里有"),
    Standing.DERIVED: later("不用再填，自己算出来"),
    Standing.REPEATED: later("不用再要，等村里交了那张表，从那里取"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: a column that is asked, or all columns that are known in one way."""

    asked: bool
    unread: bool
    tag: str
    names: str
    held: str
    since: str
    way: str


@dataclass(frozen=True, slots=True)
class Columns:
    """`strip` is the form as cells in its own order, true where it need not be asked; `coming`: some of it is only on its way,
    by another form; `clear`: it can be told whom it lists."""

    total: str
    known: str
    asked: int
    title: str
    strip: tuple[bool, ...]
    rows: tuple[Row, ...]
    names: tuple[str, ...]
    coming: bool
    clear: bool = True


def columns_of(screening: Screening) -> Columns | None:
    """Lay the columns out; None for a notice without a form."""
    facts, asked = screening.facts, screening.asked
    clear = not any(each.code in WHOM_UNCLEAR for each in screening.problems)
    if not facts:
        return None
    known: dict[tuple[Standing, str], list[Column]] = {}
    for each in facts:
        if not each.standing.asks:
            known.setdefault((each.standing, each.source), []).append(each)
    return Columns(
        total=number(len(facts)),
        known=number(len(facts) - len(asked)),
        asked=len(asked),
        title=_title(len(asked), len(facts), clear=clear),
        strip=tuple(not each.standing.asks for each in facts[:MOST_CELLS]),
        rows=(
            *(_asked(each, clear=clear) for each in asked),
            *(_known(source, held) for (_kind, source), held in known.items()),
        ),
        names=tuple(map(name_of, kept_names(facts))),
        coming=any(each.standing is Standing.REPEATED and not each.names for each in facts),
        clear=clear,
    )


def _title(asked: int, total: int, *, clear: bool) -> str:
    if not clear:
        return _("先写清列谁，才看得出哪几栏不用问")
    if not asked:
        return _("这张表，一栏也不用问")
    if asked == total:
        return _("这张表 {total} 栏，都还要问").format(total=total)
    return _("这张表，只用问 {asked} 栏").format(asked=asked)


def name_of(column: Column) -> str:
    """The words of a column, outer ones first."""
    levels = (_REPEATED.sub("", level).replace("\\/", "/") for level in _SLASH.split(column.key))
    return plain("·".join(dict.fromkeys(levels)))


def _asked(column: Column, *, clear: bool) -> Row:
    """A column that is asked. Where nobody can tell whom the form lists, nobody can tell who has it either."""
    way = _("问 1 次。没有照片的，写明情况也算") if column.photo else _("问 1 次")
    nobody = _("没有") if clear else _("说不准")
    partly, unread = column.standing is Standing.PARTLY, column.standing is Standing.UNREAD
    return Row(
        asked=True,
        unread=unread,
        tag=_("请核") if unread else _("要问"),
        names=name_of(column),
        held=_("{source}，有一部分").format(source=column.source) if partly else column.near or nobody,
        since=column.since.isoformat() if column.since else "",
        way={
            Standing.PARTLY: _("只问缺的那几格"),
            Standing.UNREAD: _("没有读懂这一栏，请写明白些，先按要问算"),
        }.get(column.standing, way if clear else _("列的是谁，写清了再看")),
    )


def _known(source: str, held: Sequence[Column]) -> Row:
    names = _("、").join(name_of(each) for each in held[:_MOST_NAMED])
    more = _(" 等 {n} 栏").format(n=len(held)) if len(held) > _MOST_NAMED else ""
    since = min((each.since for each in held if each.since), default=None)
    return Row(
        False, False, "", names + more, source, since.isoformat() if since else "", _WAYS[held[0].standing]
    )
