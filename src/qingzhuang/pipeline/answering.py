"""The road from a template to its answers: read it, match its items to elements, plan from the ledger, fill."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from threading import RLock

from qingzhuang.answer.derive_graph import Derivation, Graph
from qingzhuang.answer.fill import refuse_what_asks_nothing
from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.namesakes import Namesakes, namesakes
from qingzhuang.answer.plan import Plan, Wanted, is_card, plan
from qingzhuang.answer.plan_cell import Asked, Reading
from qingzhuang.answer.plan_kin import Kin
from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.plan_write import FILL_DATE_KEY, UNIT_KEY
from qingzhuang.answer.select import Rows, Scope, is_village, select
from qingzhuang.match.grouping.repeats import Twice, repeats
from qingzhuang.match.grouping.rulings import NONE, Rulings
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.context import contexts, row_of, stub_contexts
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.whose.rows import read_row
from qingzhuang.match.wording.element import element
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.title import read_title
from qingzhuang.model.element import DataElement, SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Form
from qingzhuang.model.sheet import Scalar
from qingzhuang.model.verdict import ItemContext
from qingzhuang.pipeline.asked_twice import read_apart, told_twice
from qingzhuang.pipeline.beside_keys import set_apart_by_people, with_sides
from qingzhuang.pipeline.check_points import with_checks
from qingzhuang.pipeline.days_of_columns import with_days
from qingzhuang.pipeline.form_day import form_day, stated_day
from qingzhuang.pipeline.measured import measured
from qingzhuang.pipeline.own_role import own_key, own_role
from qingzhuang.pipeline.paid_when import time_of
from qingzhuang.pipeline.said_same import Ties, derivations_of, ties_of
from qingzhuang.pipeline.shop_words import with_shop_words

CARD_KINDS = (SubjectKind.PERSON, SubjectKind.HOUSEHOLD, SubjectKind.PLACE, SubjectKind.ORGANISATION)
_LIVES, _VILLAGE = "person.live_addr", "place.village"
_FOLLOWING = (
    Derivation("person.document_no", ("person.id_no",), "id_number.text"),
    Derivation("person.id_type", ("person.id_no",), "id_number.document"),
    Derivation("person.mobile", ("person.phone",), "phone.mobile"),
    Derivation("person.phone", ("person.mobile",), "phone.any"),
    Derivation("place.town", (_LIVES, _VILLAGE), "address.town"),
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person who fills wants: the day (None: the form's own), the limits, and whether stale facts go in."""

    day: date | None = None
    scope: Scope = field(default_factory=Scope)
    accept_stale: bool = False


class Desk:
    """A view of the ledger, ready for many forms: what was looked up for one serves the next. A view of a part comes with the
    ties of the whole (`kin`). What people said to be the same (`said`) fills both."""

    def __init__(self, view: LedgerView, kin: Kin | None = None, said: Rulings = NONE) -> None:
        self._view = view
        self._said = said
        self._kin = kin or Kin(view)
        self._resolvers: dict[tuple[date, bool, Ties, date | None], Resolver] = {}
        self._one = RLock()  # a resolver tells a circle by what it is at: one form at a time

    def renewed(self, view: LedgerView, whom: Collection[Subject]) -> "Desk":
        """Return the desk over a view in which only of these something else is said while all ties are the same."""
        fresh = Desk(view, self._kin, self._said)
        with self._one:
            fresh._resolvers = {key: each.renewed(view, whom) for key, each in self._resolvers.items()}
        return fresh

    def plans(self, form: Form, wishes: Wishes, known: "Understood | None" = None) -> tuple[Plan, ...]:
        """Plan a form from the ledger: one plan, or one for each subject named when the file is a card; `known` is what it
        asks, where it was understood before. Raises ProblemError when the file asks nothing."""
        refuse_what_asks_nothing(form)
        known = known or understand(form)
        reading = read_apart(known.reading, known.twice, self._said, default())
        reading = set_apart_by_people(form, reading, self._said, default())
        reading = with_days(form, reading, known.rows, self._view.as_of)
        day = wishes.day or form_day(form, self._view.as_of)
        stated = stated_day(form, self._view.as_of)
        resolver = self._resolver(day, wishes.accept_stale, ties_of(self._said, reading), stated)
        wanted = Wanted(known.rows, wishes.scope, *_post(self._view, wishes.scope))
        if is_card(form):
            about = named(self._view, wanted.rows, wishes.scope.keys)
            all_wanted = [replace(wanted, card=each) for each in about or (None,)]
        else:
            all_wanted = [wanted]
        told = told_twice(form, known.twice, self._said)
        with self._one:
            made = tuple(plan(form, reading, each, resolver) for each in all_wanted)
        return tuple(replace(each, problems=(*each.problems, *told)) for each in made) if told else made

    def listed(self, form: Form, wishes: Wishes) -> tuple[Subject, ...]:
        """Return the subjects that a form's title means, each of which gets a card of its own; none where nobody can tell."""
        rows = rows_of(form, default())
        if rows is None:
            return ()
        resolver = self._resolver(
            wishes.day or form_day(form, self._view.as_of), accept_stale=wishes.accept_stale
        )
        title = form.title or form.file.rpartition(".")[0]
        with self._one:
            return select(form.file, title, rows, resolver, wishes.scope, period=form.period).subjects

    @property
    def said(self) -> Rulings:
        """What people said to be the same."""
        return self._said

    @property
    def view(self) -> LedgerView:
        """The ledger that the desk stands on."""
        return self._view

    @property
    def kin(self) -> Kin:
        """Who belongs together."""
        return self._kin

    def village(self, subject: Subject) -> str:
        """Return the name of a subject's village, empty when nobody said."""
        return self._kin.village(subject)

    def value(self, subject: Subject, key: str) -> Scalar:
        """Return what is known or follows today, None when nothing may be used."""
        with self._one:
            return self._resolver(self._view.as_of, accept_stale=False).value(subject, key)

    def some(self, form: Form, most: int) -> tuple[str, ...]:
        """Return the keys of at most so many subjects of the kind that a form is about, spread over the ledger."""
        rows = rows_of(form, default())
        found = [each.key for each in self._view.of_kind(rows.kind)] if rows is not None else []
        return tuple(sorted(found)[:: max(1, len(found) // most)][:most])

    def head(self, home: Subject) -> Subject | None:
        """Return the head of a household."""
        return self._kin.head(self._kin.home(home) or home)

    def namesakes(
        self, made: Sequence[Plan], apart: Collection[tuple[Subject, Subject]]
    ) -> tuple[Namesakes, ...]:
        """Return who of those on the plans may be whom; `apart` are the pairs that are known to be two."""
        among = {cell.subject for each in made for cell in each.cells if cell.subject is not None}
        among |= {each.card for each in made if each.card is not None}
        return namesakes(self._view, self._kin, apart, among)

    def _resolver(
        self, day: date, accept_stale: bool, ties: Ties = (), stated: date | None = None
    ) -> Resolver:
        key = (day, accept_stale, ties, stated)
        if key not in self._resolvers:
            resolver = Resolver(
                self._view,
                graph_with(ties) if ties else graph(),
                element,
                kin=self._kin,
                day=day,
                stated=stated,
                accept_stale=accept_stale,
            )
            self._resolvers[key] = resolver
        return self._resolvers[key]


@dataclass(frozen=True, slots=True)
class Understood:
    """What a form asks, whoever fills it: what each item stands for, what a row is about, what seems to be asked twice."""

    reading: Reading
    rows: Rows | None
    twice: tuple[Twice, ...] = ()


def understand(form: Form) -> Understood:
    """Return what a form asks."""
    lexicon = default()
    rows = rows_of(form, lexicon)
    reading = with_sides(form, with_checks(form, read(form, lexicon), rows), rows, lexicon)
    return Understood(reading, rows, repeats(form, lexicon))


def plans(form: Form, view: LedgerView, wishes: Wishes) -> tuple[Plan, ...]:
    """Plan one form; for several of them keep a `Desk`."""
    return Desk(view).plans(form, wishes)


def read(form: Form, lexicon: Lexicon) -> Reading:
    """Return what every item of a form asks."""
    role = own_role(form, lexicon)
    asked = {item: _asked(measured(context, lexicon), lexicon, role) for item, context in contexts(form)}
    return Reading(
        with_shop_words(asked, lexicon),
        {place: _asked(context, lexicon) for place, context in stub_contexts(form)},
    )


def rows_of(form: Form, lexicon: Lexicon) -> Rows | None:
    """Return what a row or card of the form is about, None when nobody can tell."""
    row = read_row(row_of(form), read_title(form.title, lexicon), lexicon)
    role = own_role(form, lexicon)
    if role is not None:
        return Rows(SubjectKind.PERSON, role)
    entity = lexicon.entities.get(row.name or "")
    return Rows(entity.kind, entity.name) if entity is not None and entity.kind is not None else None


@cache
def graph() -> Graph:
    """Return which element follows from which, by the lexicon; the ID card is the document of whoever has one, a
    mobile number is a telephone, and an address names the township of its village."""
    return graph_with(())


@lru_cache(maxsize=64)
def graph_with(ties: Ties) -> Graph:
    """The same, with pairs of elements that people said to be one."""
    pairs = (Derivation(each.target, (each.source,), each.formula) for each in default().derivations.pairs)
    return Graph((*pairs, *_FOLLOWING, *derivations_of(ties)))


def named(view: LedgerView, rows: Rows | None, keys: Sequence[str]) -> tuple[Subject, ...]:
    """Return the subjects named by key or name, in the order given; of several kinds the one that the form is about
    comes first."""
    kinds = sorted(CARD_KINDS, key=lambda kind: rows is None or kind is not rows.kind)
    found: list[Subject] = []
    for key in keys:
        for kind in kinds:
            these = [each for each in view.of_kind(kind) if key in (each.key, each.name)]
            if these:
                found += these
                break
    return tuple(dict.fromkeys(found))


def _asked(context: ItemContext, lexicon: Lexicon, role: str | None = None) -> Asked:
    slots = parse(context, lexicon)
    key = own_key(slots.key, role)
    known = element(key, lexicon)
    fact = (known.asked and not slots.nonfact) or key in (FILL_DATE_KEY, UNIT_KEY)
    return Asked(key, known, _unit_formula(slots, known, lexicon), fact, within=time_of(slots, key, lexicon))


def _unit_formula(slots: Slots, known: DataElement, lexicon: Lexicon) -> str | None:
    """Return the formula from the unit in which facts are kept to the one that the form prints."""
    kept = lexicon.units.parse(known.unit) if known.unit else None
    if kept is None or slots.unit is None or kept.dimension != slots.unit.dimension:
        return None
    factor = Fraction(kept.factor) / Fraction(slots.unit.factor)
    return None if factor == 1 else f"unit.{factor}"


def _post(view: LedgerView, scope: Scope) -> tuple[Subject, ...]:
    """Return the office that fills: the one village in scope."""
    if len(scope.villages) != 1:
        return ()
    name = scope.villages[0]
    places = (
        each for each in view.of_kind(SubjectKind.PLACE) if is_village(each) and name in (each.key, each.name)
    )
    return (next(places, Subject(SubjectKind.PLACE, name, name)),)
