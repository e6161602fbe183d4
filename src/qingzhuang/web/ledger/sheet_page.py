"""What a sheet changes, before and after it is put into the ledger."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from qingzhuang.language import gettext as _
from qingzhuang.match.wording.element import element
from qingzhuang.model.fact import Subject
from qingzhuang.privacy.shown import plain
from qingzhuang.store.bringing.sheets import Brought
from qingzhuang.store.ledger.report import ImportReport
from qingzhuang.web.ledger.asked_page import Asked, asked_of, singles
from qingzhuang.web.ledger.consequences import About, Line, Part, named, part, told_value, told_values, whom
from qingzhuang.web.ledger.shown import covered, source_words


@dataclass(frozen=True, slots=True)
class SheetPage:
    """All that the template needs. `nothing`: the sheet changes nothing; `asked` has to be said first, `singles` counts
    those that can be said at once; `open` were not said and not kept; under the number `back` it can be taken back."""

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
    back: int = 0


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
    waiting = set(brought.tied) if looked.done else {each.who for each in sifted.asked}
    fresh = [each for each in sifted.fresh if each not in waiting]
    about = About(looked.numbers)
    parts = (
        part(_("哪一栏记成什么"), [] if looked.done else list(_heard(brought))),
        part(_("账里没有的 {n} 个").format(n=len(fresh)), [about(each, whom(each)) for each in fresh]),
        part(_("认作账里那位的 {n} 个").format(n=len(brought.tied)), [about(each, whom(each)) for each in brought.tied]),
        part(_("改了 {n} 处").format(n=len(report.changes)), list(_changes(report, about))),
        part(_("和别处说法不一致 {n} 处，都留着，等您选").format(n=len(report.conflicts)), list(_odd(report, about))),
        part(
            _("原来有、这张表里没有的 {n} 处，账里还留着").format(n=len(report.gone) + len(report.left)),
            [*(about(each.subject, f"{whom(each.subject)} {told_value(each.subject, each.element, (each.value,))}")
               for each in report.gone),
             *(about(each, whom(each)) for each in report.left)],
        ),
        part(_("没有收的 {n} 个").format(n=sifted.elsewhere + sifted.unplaced), [Line(each) for each in _refused(brought)]),
        part(
            _("要看一眼的 {n} 处").format(n=len(report.problems)),
            [Line(covered(f"{each.where} {each.message}{each.cure}")) for each in report.problems],
        ),
    )  # fmt: skip
    plainly = (
        part(_("新记 {n} 条").format(n=new), []) if new else None,
        part(_("再次确认 {n} 条").format(n=report.confirmed), []) if report.confirmed else None,
        part(_("没有变 {n} 条").format(n=report.unchanged), []) if report.unchanged else None,
        part(_("只作历史 {n} 条").format(n=report.outdated), []) if report.outdated else None,
        part(_("人定过、照旧不用的 {n} 条").format(n=report.kept_out), []) if report.kept_out else None,
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
        brought.number if looked.done else 0,
    )


def _heard(brought: Brought) -> Iterable[Line]:
    """Which column becomes which value, with the first one as an example; then those that are not kept."""
    drafts, heard = brought.sifted.found.drafts, brought.sifted.found.heard
    first = {each.element: each for each in reversed(drafts)}
    for each in heard:
        said = first.get(each.element)
        if said is not None:
            value = told_values(said.subject, said.element, (said.value,))
            yield Line(
                _("“{label}”记作{name}，如 {value}").format(
                    label=plain(each.label), name=element(each.element).name, value=value
                )
            )
    left = [plain(each.label) for each in heard if not each.element]
    if left and drafts:
        yield Line(_("不记的栏：{labels}").format(labels=_("、").join(left)))


def _changes(report: ImportReport, about: About) -> Iterable[Line]:
    for each in report.changes:
        old = told_value(each.subject, each.element, each.old)
        new = told_values(each.subject, each.element, each.new)
        yield about(each.subject, f"{whom(each.subject)} {old} → {new}")


def _odd(report: ImportReport, about: About) -> Iterable[Line]:
    for each in report.conflicts:
        sides = _(" 还是 ").join(
            _("{value}（{source}）").format(
                value=told_values(each.subject, each.element, (fact.value,)), source=source_words(fact)
            )
            for fact in each.rivals
        )
        yield about(each.subject, f"{whom(each.subject)} " + named(each.element, sides))


def _refused(brought: Brought) -> Iterable[str]:
    if brought.sifted.elsewhere:
        yield _("{n} 个记在别的村，归那边改。").format(n=brought.sifted.elsewhere)
    if brought.sifted.unplaced:
        yield _("{n} 个没写是哪个村。表里加一栏“村”，或者勾上“都是本村的”再来。").format(
            n=brought.sifted.unplaced
        )
