"""What a sheet changes, before and after it is put into the ledger."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from qingzhuang.language import gettext as _
from qingzhuang.match.element import element
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar
from qingzhuang.privacy.shown import plain
from qingzhuang.store.report import ImportReport
from qingzhuang.store.sheets import Brought
from qingzhuang.web.ledger.asked_page import Asked, asked_of, singles
from qingzhuang.web.ledger.shown import covered, name_of, source_words, tail_of, value_words

MOST = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One consequence, and the number of the subject to look at (0: none)."""

    words: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of consequence: a sentence, the first lines, how many more."""

    title: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SheetPage:
    """All that the template needs. `nothing`: the sheet changes nothing; `asked` has to be said first, `singles` counts
    those that can be said at once; `open` were not said and not kept."""

    file: str
    day: str
    rows: int
    parts: tuple[Part, ...]
    nothing: bool
    seen: int
    done: bool = False
    asked: tuple[Asked, ...] = ()
    singles: int = 0
    open: int = 0


@dataclass(frozen=True, slots=True)
class Looked:
    """What the view knows besides: the state of the ledger that was seen, the numbers of subjects, whether it is done."""

    seen: int = 0
    numbers: Mapping[Subject, int] = field(default_factory=dict)
    done: bool = False


def named_by(brought: Brought) -> set[Subject]:
    """The subjects of which the page speaks."""
    report, sifted = brought.report, brought.sifted
    told = {each.subject for each in report.changes} | {each.subject for each in report.conflicts}
    told |= {each.subject for each in report.gone} | {*sifted.fresh, *report.left}
    return told | {known for each in sifted.asked for known in each.known}


def sheet_page(brought: Brought, file: str, looked: Looked) -> SheetPage:
    """Lay out what a sheet does."""
    report, sifted = brought.report, brought.sifted
    new = max(0, report.new - sum(len(each.new) for each in report.changes) - report.outdated)
    waiting = set() if looked.done else {each.who for each in sifted.asked}
    fresh = [each for each in sifted.fresh if each not in waiting]
    about = _About(looked.numbers)
    parts = (
        _part(_("哪一栏记成什么"), [] if looked.done else list(_heard(brought))),
        _part(_("账里没有的 {n} 个").format(n=len(fresh)), [about(each, _who(each)) for each in fresh]),
        _part(_("改了 {n} 处").format(n=len(report.changes)), list(_changes(report, about))),
        _part(_("和别处说法不一致 {n} 处，都留着，等您选").format(n=len(report.conflicts)), list(_odd(report, about))),
        _part(
            _("原来有、这张表里没有的 {n} 处，账里还留着").format(n=len(report.gone) + len(report.left)),
            [*(about(each.subject, f"{_who(each.subject)} {_said(each.subject, each.element, (each.value,))}")
               for each in report.gone),
             *(about(each, _who(each)) for each in report.left)],
        ),
        _part(_("没有收的 {n} 个").format(n=sifted.elsewhere + sifted.unplaced), [Line(each) for each in _refused(brought)]),
        _part(
            _("要看一眼的 {n} 处").format(n=len(report.problems)),
            [Line(covered(f"{each.where} {each.message}{each.cure}")) for each in report.problems],
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
    asked = () if looked.done else asked_of(sifted, looked.numbers)
    return SheetPage(
        plain(file),
        f"{report.as_of}",
        report.rows,
        shown,
        not writes and not asked,
        looked.seen,
        looked.done,
        asked,
        singles(sifted) if asked else 0,
        brought.open,
    )


class _About:
    """A line that leads to whom it is about."""

    def __init__(self, numbers: Mapping[Subject, int]) -> None:
        self._numbers = numbers

    def __call__(self, subject: Subject, words: str) -> Line:
        return Line(words, self._numbers.get(subject, 0))


def _heard(brought: Brought) -> Iterable[Line]:
    """Which column becomes which value, with the first one as an example; then those that are not kept."""
    drafts, heard = brought.sifted.found.drafts, brought.sifted.found.heard
    first = {each.element: each for each in reversed(drafts)}
    for each in heard:
        said = first.get(each.element)
        if said is not None:
            value = _values(said.subject, said.element, (said.value,))
            yield Line(
                _("“{label}”记作{name}，如 {value}").format(
                    label=plain(each.label), name=element(each.element).name, value=value
                )
            )
    left = [plain(each.label) for each in heard if not each.element]
    if left and drafts:
        yield Line(_("不记的栏：{labels}").format(labels=_("、").join(left)))


def _part(title: str, lines: Sequence[Line]) -> Part:
    return Part(title, tuple(lines[:MOST]), max(0, len(lines) - MOST))


def _changes(report: ImportReport, about: "_About") -> Iterable[Line]:
    for each in report.changes:
        old = _said(each.subject, each.element, each.old)
        new = _values(each.subject, each.element, each.new)
        yield about(each.subject, f"{_who(each.subject)} {old} → {new}")


def _odd(report: ImportReport, about: "_About") -> Iterable[Line]:
    for each in report.conflicts:
        sides = _(" 还是 ").join(
            _("{value}（{source}）").format(
                value=_values(each.subject, each.element, (fact.value,)), source=source_words(fact)
            )
            for fact in each.rivals
        )
        yield about(each.subject, f"{_who(each.subject)} " + _named(each.element, sides))


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
