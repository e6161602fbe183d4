"""What to write into a form, where each value comes from, and what is missing: pure, from a view of the ledger."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from qingzhuang.answer.checks import checks
from qingzhuang.answer.plan_cell import Asked, Cell, Missing, Reading
from qingzhuang.answer.plan_checks import has_checks, plan_checks, planned_check
from qingzhuang.answer.plan_counts import NAMES, plan_counts, plan_villages
from qingzhuang.answer.plan_figures import Statistic
from qingzhuang.answer.plan_lists import Planned, lists_members, plan_rows, prefix_of
from qingzhuang.answer.plan_parts import is_apart, share_of, unknown_part, village_of_part
from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.plan_write import FILL_DATE_KEY, cell, missing, of_its_day, plannable
from qingzhuang.answer.select import Rows, Scope, Selection, select, villages
from qingzhuang.answer.told_figures import told_figures
from qingzhuang.answer.told_units import told_units
from qingzhuang.language import gettext as _
from qingzhuang.model.answers import Answers
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Form, Item, ItemType, Table, TableKind
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.model.sheet import Scalar

_FIELDS_OF_A_LIST = 3
PERIOD_KEY = "form.period"
_SITE = re.compile(
    "^(?:受检|被检查?|检查)?(?:场所|商户|店铺|门店|企业|经营户|经营单位|网点)(?:名称|全称)$"
    "|^(?:受检|被检查?)(?:单位|场所|对象)(?:名称|全称)?$|^店名$"
)
_VILLAGE = frozenset(("place.village", "place.name"))
_NOBODY = Subject(SubjectKind.ORGANISATION, "", "")


@dataclass(frozen=True, slots=True)
class Plan:
    """`answers` is what the writer gets. `cells` holds every cell planned with its origin, `missing` what nobody has
    said, said too long ago or said in two ways; `card` is whom a card is about; `undecided` are the selections that
    left somebody out because nobody knows."""

    form: Form
    as_of: date
    answers: Answers
    cells: tuple[Cell, ...] = ()
    missing: tuple[Missing, ...] = ()
    problems: tuple[Problem, ...] = ()
    card: Subject | None = None
    undecided: tuple[Selection, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who fills what: `rows` says what a row of the form is about (None: unknown), `scope` the limits, `post` the
    office that fills the form (its name goes to 填报单位), `card` whom a card is about."""

    rows: Rows | None = None
    scope: Scope = field(default_factory=Scope)
    post: Subject = _NOBODY
    card: Subject | None = None


def plan(form: Form, reading: Reading, wanted: Wanted, resolver: Resolver) -> Plan:
    """Plan the answers of one file: all its lists and cards."""
    resolver.learn(reading.sides)
    rows: list[dict[str, Scalar]] = []
    cells: list[Cell] = []
    problems: list[Problem] = []
    undecided: list[Selection] = []
    for table in form.tables:
        planned, doubts, selection = _table(form, table, reading, wanted, resolver, len(rows))
        undecided += [selection] if selection is not None and selection.undecided else []
        rows += [dict(row) for row in planned.rows]
        cells += planned.cells
        problems += doubts
    cards, doubts = _cards(form, reading, wanted, resolver)
    cells = [of_its_day(each, resolver) for each in (*cells, *cards)]
    answers = Answers(tuple(rows), {each.item.key: each.value for each in cards if each.value is not None})
    unique = tuple(
        dict.fromkeys(
            (
                *problems,
                *doubts,
                *checks(form.file, cells),
                *told_figures(form.file, cells),
                *told_units(form.file, cells, reading),
            )
        )
    )
    return Plan(
        form,
        resolver.view.as_of,
        answers,
        tuple(cells),
        missing(cells, resolver),
        unique,
        wanted.card,
        tuple(undecided),
    )


def is_card(form: Form) -> bool:
    """Tell whether the file is one card: filled once for each subject, whatever lists hang on it. A list with two or
    three fields above it (填报单位, 填报日期) is none, unless one names the place that its printed rows look at."""
    first = next((table for table in form.tables if table.items), None)
    if first is None or first.kind in (TableKind.LIST, TableKind.MATRIX):
        return False
    return first.kind is TableKind.CARD or len(first.inputs) > _FIELDS_OF_A_LIST or _names_a_site(first)


def _names_a_site(table: Table) -> bool:
    """Tell whether rows that are printed are about the place that a field above them asks for: a list of things to look at."""
    return bool(table.stubs) and any(_SITE.search(item.label) for item in table.inputs)


def is_pasted(item: Item) -> bool:
    """Tell whether a field of a card is the box that a photograph is pasted in: no words belong there."""
    return item.type is ItemType.PHOTO


def _table(
    form: Form, table: Table, reading: Reading, wanted: Wanted, resolver: Resolver, first: int
) -> tuple[Planned, Sequence[Problem], Selection | None]:
    prefix = prefix_of(table, form)
    if not table.columns:
        return Planned(), (), None
    statistic = Statistic(table, _title(form, table), reading, resolver, prefix, first, form.period)
    if wanted.card is not None and has_checks(table, reading):
        return plan_checks(table, reading, wanted.card, resolver, prefix, first), (), None
    if table.kind is TableKind.MATRIX:
        if not wanted.scope.villages and _is_of_one_village(form, reading):
            return Planned(), (_needs_village(form.file),), None
        return plan_counts(statistic, wanted.scope), (), None
    within = _within_part(form, table, wanted, resolver)
    if not isinstance(within, Wanted):
        return Planned(), within, None
    wanted = within
    if wanted.card is not None or is_card(form) or lists_members(table, reading):
        members = _members(table, reading, wanted.card, resolver)
        return plan_rows(table, reading, members, resolver, prefix, first), (), None
    selection = _select(form, table, wanted, resolver)
    if wanted.rows is not None and wanted.rows.of_villages:
        named = any(reading.of(item).key in NAMES for item in table.columns)
        if not named and len(selection.subjects) > 1:
            return Planned(), (_needs_village(form.file),), None
        return (
            plan_villages(statistic, share_of(table, form, selection.subjects)[1]),
            selection.problems,
            None,
        )
    listed, subjects = share_of(table, form, selection.subjects)
    planned = plan_rows(table, reading, subjects, resolver, prefix, first, listed)
    return planned, selection.problems, selection


def _within_part(
    form: Form, table: Table, wanted: Wanted, resolver: Resolver
) -> Wanted | tuple[Problem, ...]:
    """Return what is wanted of a list in parts: its own village; why nothing goes there, where it is nobody's or another's."""
    if not is_apart(table, form):
        return wanted
    village = village_of_part(table, form, {each.name for each in villages(resolver)})
    if village is None:
        return (unknown_part(form, table),)
    if wanted.scope.villages and village not in wanted.scope.villages:
        return ()
    return replace(wanted, scope=replace(wanted.scope, villages=(village,)))


def _is_of_one_village(form: Form, reading: Reading) -> bool:
    """Tell whether a field asks of which village the form speaks."""
    return any(reading.of(item).key in _VILLAGE for table in form.tables for item in table.inputs)


def _members(table: Table, reading: Reading, card: Subject | None, resolver: Resolver) -> Sequence[Subject]:
    """Return whom a list on a card is about: the household's members, or nobody that we know of."""
    home = resolver.kin.home(card) if card is not None and lists_members(table, reading) else None
    return resolver.kin.members(home) if home is not None else ()


def _title(form: Form, table: Table | None) -> str:
    own = table.own_title if table else None
    if own is None and table and table.sheet != form.tables[0].sheet:
        own = table.title  # each sheet may have a title
    return own or form.title or (table.title if table else None) or form.file.rpartition(".")[0]


def _select(form: Form, table: Table | None, wanted: Wanted, resolver: Resolver) -> Selection:
    title = _title(form, table)
    if wanted.rows is None:
        return Selection(problems=(_unknown_rows(form.file, title),))
    return select(form.file, title, wanted.rows, resolver, wanted.scope, period=form.period)


def _cards(
    form: Form, reading: Reading, wanted: Wanted, resolver: Resolver
) -> tuple[list[Cell], Sequence[Problem]]:
    """Plan labelled fields: about the card's subject, on a list about the office that fills it."""
    all_of_them = (item for table in form.tables for item in table.inputs)
    inputs = [
        each
        for each in all_of_them
        if plannable(each, reading.of(each)) and not is_pasted(each) and not _said(each, reading, form)
    ]
    about = wanted.card or wanted.post
    cells = [_dated(_field(item, reading.of(item), about, resolver), form) for item in inputs]
    if wanted.card is None and is_card(form) and cells:
        return [each for each in cells if each.value is not None], (
            _needs_subject(form.file, len(wanted.scope.keys)),
        )
    return [each for each in cells if each.value is not None or about.key], ()


def _field(item: Item, asked: Asked, about: Subject, resolver: Resolver) -> Cell:
    return (planned_check if asked.words else cell)(item, asked, about, resolver)


def _said(item: Item, reading: Reading, form: Form) -> bool:
    """Tell whether the issuer printed the answer itself: the period that the form speaks of."""
    printed = form.period is not None and form.period.text not in (form.title or "")
    return printed and reading.of(item).key == PERIOD_KEY


def _dated(planned: Cell, form: Form) -> Cell:
    """A date that the form prints itself stays: it is the issuer's."""
    period = form.period
    if planned.key != FILL_DATE_KEY or period is None or period.as_of is None or not planned.value:
        return planned
    return planned if period.text in (form.title or "") else replace(planned, value=period.as_of.isoformat())


def _unknown_rows(file: str, title: str) -> Problem:
    return Problem(
        "QZ-F104",
        file,
        _("没有读懂“{title}”的一行是一个人、一户还是别的，列表没有填。").format(title=title),
        _("请用 qz read 看看读到的表头，或改用 --data 给出内容。"),
        Severity.DOUBT,
    )


def _needs_village(file: str) -> Problem:
    return Problem(
        "QZ-F132",
        file,
        _("这是一个村（社区）一张的表，没有说填哪个村，数没有填。"),
        _("请用 --scope 写村名，一个村填一张。"),
        Severity.DOUBT,
    )


def _needs_subject(file: str, named: int) -> Problem:
    if named:
        return Problem(
            "QZ-F105",
            file,
            _("这是一人（一户）一张的卡片，点名的 {count} 个台账里一个也没有。").format(count=named),
            _("请看号码、户号有没有写错，或先导入有他们的台账。"),
            Severity.DOUBT,
        )
    return Problem(
        "QZ-F105",
        file,
        _("这是一人（一户）一张的卡片，没有说填谁。"),
        _("请用 --subject 写身份证号或户号，可写多个，各填一张。"),
        Severity.DOUBT,
    )
