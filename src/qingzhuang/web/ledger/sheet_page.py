"""What a sheet changes, before and after it is put into the ledger."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.match.element import element
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar
from qingzhuang.privacy.shown import plain
from qingzhuang.store.report import ImportReport
from qingzhuang.store.sheets import Brought
from qingzhuang.web.ledger.shown import covered, name_of, source_words, tail_of, value_words

MOST = 50


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of consequence: a sentence, the first lines, how many more."""

    title: str
    lines: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SheetPage:
    """All that the template needs. `nothing`: the sheet changes nothing."""

    file: str
    day: str
    rows: int
    parts: tuple[Part, ...]
    nothing: bool
    seen: int
    done: bool = False


def sheet_page(brought: Brought, file: str, seen: int, *, done: bool = False) -> SheetPage:
    """Lay out what a sheet does."""
    report, sifted = brought.report, brought.sifted
    new = max(0, report.new - sum(len(each.new) for each in report.changes) - report.outdated)
    parts = (
        _part(_("账里没有的 {n} 个").format(n=len(sifted.fresh)), [_who(each) for each in sifted.fresh]),
        _part(_("改了 {n} 处").format(n=len(report.changes)), list(_changes(report))),
        _part(_("和别处说法不一致 {n} 处，都留着，等您选").format(n=len(report.conflicts)), list(_odd(report))),
        _part(
            _("原来有、这张表里没有的 {n} 处，账里还留着").format(n=len(report.gone) + len(report.left)),
            [*(f"{_who(each.subject)} {_said(each.subject, each.element, (each.value,))}" for each in report.gone),
             *map(_who, report.left)],
        ),
        _part(_("没有收的 {n} 个").format(n=sifted.elsewhere + sifted.unplaced), list(_refused(brought))),
        _part(
            _("要看一眼的 {n} 处").format(n=len(report.problems)),
            [covered(f"{each.where} {each.message}{each.cure}") for each in report.problems],
        ),
    )  # fmt: skip
    plainly = (
        _part(_("新记 {n} 条").format(n=new), []) if new else None,
        _part(_("再次确认 {n} 条").format(n=report.confirmed), []) if report.confirmed else None,
        _part(_("没有变 {n} 条").format(n=report.unchanged), []) if report.unchanged else None,
        _part(_("只作历史 {n} 条").format(n=report.outdated), []) if report.outdated else None,
        _part(_("人定过、照旧不用的 {n} 条").format(n=report.kept_out), []) if report.kept_out else None,
    )
    shown = (*(each for each in plainly if each), *(each for each in parts if each.lines))
    writes = bool(report.new or report.confirmed or report.changes or report.misread)
    return SheetPage(plain(file), f"{report.as_of}", report.rows, shown, not writes, seen, done)


def _part(title: str, lines: Sequence[str]) -> Part:
    return Part(title, tuple(lines[:MOST]), max(0, len(lines) - MOST))


def _changes(report: ImportReport) -> Iterable[str]:
    for each in report.changes:
        old = _said(each.subject, each.element, each.old)
        new = _values(each.subject, each.element, each.new)
        yield f"{_who(each.subject)} {old} → {new}"


def _odd(report: ImportReport) -> Iterable[str]:
    for each in report.conflicts:
        sides = _(" 还是 ").join(
            _("{value}（{source}）").format(
                value=_values(each.subject, each.element, (fact.value,)), source=source_words(fact)
            )
            for fact in each.rivals
        )
        yield f"{_who(each.subject)} " + _named(each.element, sides)


def _refused(brought: Brought) -> Iterable[str]:
    if brought.sifted.elsewhere:
        yield _("{n} 个记在别的村，归那边改。").format(n=brought.sifted.elsewhere)
    if brought.sifted.unplaced:
        yield _("{n} 个没写是哪个村。表里加一栏“村”，或者勾上“都是本村的”再来。").format(
            n=brought.sifted.unplaced
        )


def _said(subject: Subject, key: str, values: Sequence[Scalar]) -> str:
    return _named(key, _values(subject, key, values))


def _named(key: str, words: str) -> str:
    return _("{name}：{value}").format(name=element(key).name, value=words)


def _values(subject: Subject, key: str, values: Sequence[Scalar]) -> str:
    return _("、").join(value_words(each, subject, key) for each in values) or _("（空）")


def _who(subject: Subject) -> str:
    tail = tail_of(subject)
    return _("{name}（{tail}）").format(name=name_of(subject), tail=tail) if tail else name_of(subject)
