"""The value of one element of one subject: known, derived, or why not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from qingzhuang.answer.derive import derive, known
from qingzhuang.answer.derive_graph import Derivation, Graph
from qingzhuang.answer.ledger import LedgerView, Resolution, Standing
from qingzhuang.answer.of_a_day import held_now, is_of_a_day, on_the_day
from qingzhuang.answer.of_its_side import of_its_side
from qingzhuang.answer.plan_cell import Origin, State
from qingzhuang.answer.plan_family import OF_HEAD, PHONE, parent, rivals_of
from qingzhuang.answer.plan_found import LAST, Found, agree, is_mistyped, nothing, same
from qingzhuang.answer.plan_kin import RELATION_KEY, Kin
from qingzhuang.answer.rolls import Rolls
from qingzhuang.answer.select_catalogue import default_catalogue
from qingzhuang.answer.subjects import ID_NO
from qingzhuang.model.element import DataElement, SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar
from qingzhuang.model.thing import thing

# A list of households may name their heads only: help and who helps, house, land and stock then stand in the head's row.
_TOLD_OF_HOMES = (
    *("relief.monitored_", "relief.measure", "relief.poverty_", "帮扶人@", "relief.low_income_persons"),
    *("relief.low_income_class", "relief.low_income_start", "house.", "land.", "crop.", "livestock."),
)
_SHARED_AT_HOME = "place."  # where a household lives, its members live
_AT_HOME = (
    SubjectKind.PERSON,
    SubjectKind.HOUSEHOLD,
)  # what is found of them follows from their household alone
_BY_YEAR = frozenset(("house.built_year",))
HEAD = "户主"
SIZE = "household.size"
LIVES, HOUSE_ADDR = "person.live_addr", "house.addr"
TOWN = "place.town"
ON_ALLOWANCE, COVERED = "relief.is_low_income", "relief.low_income_persons"


class Resolver:
    """Looks values up for forms of one date. The view stands on the day of filling; `day` is the forms' own date, on
    which ages are reckoned (default: the same), `stated` the one as of which they print that they want figures. `element` gives the data element of a slot key, `kin` the ties within
    the view where somebody has found them before. Remembers what it found."""

    def __init__(
        self,
        view: LedgerView,
        graph: Graph,
        element: Callable[[str], DataElement],
        *,
        kin: Kin | None = None,
        day: date | None = None,
        stated: date | None = None,
        accept_stale: bool = False,
    ) -> None:
        self.view = view
        self.graph = graph
        self.kin = kin or Kin(view)
        self.element = element
        self.day = day or view.as_of
        self._stated = stated
        self._accept_stale = accept_stale
        self._sides: dict[str, Callable[[str], bool]] = {}
        self._found: dict[Subject, dict[str, Found]] = {}
        self._open: set[tuple[Subject, str]] = set()
        self._met: set[tuple[Subject, str]] = set()
        self._at_home: dict[str, bool] = {}
        self.rolls = Rolls(view, default_catalogue())

    def learn(self, sides: Mapping[str, Callable[[str], bool]]) -> None:
        """Take in which forms' facts answer a key with a side beside it."""
        self._sides.update(sides)

    def find(self, subject: Subject, key: str) -> Found:
        """Return the value of a slot key for a subject. A conflict, or a fact past its day, gives no value."""
        known = self._found.get(subject)
        if known is None:
            known = self._found[subject] = {}
        remembered = known.get(key)
        if remembered is not None:
            return remembered
        place = (subject, key)
        if place in self._open:  # going round in a circle finds nothing
            self._met.add(place)
            return nothing(subject)
        self._open.add(place)
        found = self._look(subject, key)
        self._open.discard(place)
        self._met.discard(place)
        if not self._met:  # else it was cut short for the sake of one still open
            known[key] = found
        return found

    def renewed(self, view: LedgerView, whom: Iterable[Subject]) -> "Resolver":
        """Return the same over a view in which only of these something else is said, and nobody belongs elsewhere: what was
        found about people and households whom that cannot touch is remembered."""
        fresh = Resolver(
            view,
            self.graph,
            self.element,
            kin=self.kin,
            day=self.day,
            stated=self._stated,
            accept_stale=self._accept_stale,
        )
        fresh._sides = self._sides
        touched = {near for each in whom for near in self.kin.family(view.canonical(each))}
        fresh._found = {
            subject: known
            for subject, known in self._found.items()
            if subject.kind in _AT_HOME and subject not in touched
        }
        return fresh

    @property
    def stated(self) -> date | None:
        """The day as of which the forms print that they want figures."""
        return self._stated

    def day_of(self, subject: Subject, key: str) -> date | None:
        """Return the day as of which the forms print that they want an element, None where they print none or it does not move. A column's
        own day, spelt beside its key, goes before the form's."""
        if (own := thing(key).day) is not None:
            return own
        moves = self._stated is not None and is_of_a_day(subject, self.element(key))
        return self._stated if moves else None

    def value(self, subject: Subject, key: str) -> Scalar:
        """Return only the value."""
        return self.find(subject, key).value

    def _look(self, subject: Subject, key: str) -> Found:
        direct = self._certain(self._direct(subject, key), subject, key)
        if direct.origin.state in (State.CONFLICT, State.DOUBTFUL):
            return direct
        derived = self._derived(subject, key)
        if derived is not None and direct.origin.state is State.UNKNOWN and derived.origin.formula in LAST:
            return self._elsewhere(subject, key) or derived
        if derived is not None:
            return agree(direct, derived) if direct.origin.state is State.KNOWN else derived
        if direct.origin.state is not State.UNKNOWN:
            return direct
        return self._elsewhere(subject, key) or direct

    def _certain(self, found: Found, subject: Subject, key: str) -> Found:
        """Hold a fact against what makes it doubtful: a number that cannot be one, a head who has died, another roll's
        word on the same head."""
        if found.origin.state is not State.KNOWN:
            return found
        if key.rpartition("@")[2] == ID_NO and is_mistyped(found.value):
            return Found(None, replace(found.origin, state=State.DOUBTFUL))
        if key.startswith(f"{HEAD}@") and self._head_is_dead(subject):
            return Found(None, replace(found.origin, state=State.DOUBTFUL))
        return self._against_roll(found, subject, key)

    def _head_is_dead(self, subject: Subject) -> bool:
        home = self.kin.home(subject)
        head = self.kin.head(home) if home is not None else None
        return head is not None and self.view.is_gone(head, self.day)

    def _against_roll(self, found: Found, subject: Subject, key: str) -> Found:
        """A roll of households and a roll of people speak of the same head."""
        home = self.kin.home(subject)
        head = self.kin.head(home) if home is not None else None
        if home is None or head is None:
            return found
        element = key.removeprefix(f"{HEAD}@")
        mine = [(home, f"{HEAD}@{element}"), *([(home, element)] if element == PHONE else [])]
        if subject == head and element == key:
            others = mine
        elif (subject, key) in mine:
            others = [(head, element)]
        else:
            return found
        own = self.view.resolve(subject, key)
        for who, what in others:
            rivals = rivals_of(own, self.view.resolve(who, what))
            if rivals:
                return Found(None, Origin(State.CONFLICT, rivals, owner=head))
        return found

    def _doubled(self, subject: Subject, key: str) -> Found | None:
        """Look at the other subjects that are the same household; when they disagree, that is a conflict."""
        found = [self._direct(each, key) for each in self.kin.doubles(subject)]
        spoken = [each for each in found if each.origin.state is not State.UNKNOWN]
        if len(spoken) < 2 or all(same(spoken[0].value, each.value) for each in spoken):
            return spoken[0] if spoken else None
        facts = tuple(fact for each in spoken for fact in each.origin.facts)
        return Found(None, Origin(State.CONFLICT, facts, owner=subject))

    def _direct(self, subject: Subject, key: str) -> Found:
        held = self._held(subject, key)
        if held.standing is Standing.CONFLICT:
            return Found(None, Origin(State.CONFLICT, held.rivals, owner=subject))
        if held.fact is None or held.fact.value is None:
            return nothing(subject)
        if held.standing is Standing.CURRENT:
            return Found(held.fact.value, Origin(State.KNOWN, (held.fact,), owner=subject))
        if self._accept_stale:
            return Found(held.fact.value, Origin(State.ACCEPTED, (held.fact,), owner=subject))
        return Found(None, Origin(State.STALE, (held.fact,), owner=subject))

    def _held(self, subject: Subject, key: str) -> Resolution:
        """What is known by the year in the nature of the thing (建成时间) is answered by the year."""
        view = of_its_side(self.view, subject, key, self._sides[key]) if key in self._sides else self.view
        if (day := self.day_of(subject, key)) is not None:
            return on_the_day(view, subject, key if key in self._sides else thing(key).key, day)
        held = held_now(view, subject, key, self.element(key))
        by_year = held.standing is Standing.UNKNOWN and key in _BY_YEAR
        return self.view.resolve(subject, f"{key}:year") if by_year else held

    def _derived(self, subject: Subject, key: str) -> Found | None:
        found = (
            self._by(derivation, subject, thing(key).day) for derivation in self.graph.into(thing(key).key)
        )
        return next((each for each in found if each is not None), None)

    def of_column(self, subject: Subject, key: str, day: date | None) -> str:
        """Return a key as of a column's own day, where it moves from day to day."""
        moves = day is not None and is_of_a_day(subject, self.element(key))
        return thing(key)._replace(day=day).spelt if moves else key

    def _by(self, derivation: Derivation, subject: Subject, own: date | None) -> Found | None:
        if not known(derivation.formula):
            return None
        sources = [self.find(subject, self.of_column(subject, source, own)) for source in derivation.sources]
        if not sources or any(source.value is None for source in sources):
            return None
        value = derive(derivation.formula, [source.value for source in sources], own or self.day)
        if value is None:
            return None
        facts = tuple(fact for source in sources for fact in source.origin.facts)
        return Found(value, Origin(State.DERIVED, facts, derivation.formula, subject))

    def _elsewhere(self, subject: Subject, key: str) -> Found | None:
        """Look at whom the element belongs to: a household's size on a person's row, the head's name on either."""
        role, _, element = key.rpartition("@")
        home = self.kin.home(subject)
        if home is None:
            return self._of_village(subject) if key == TOWN else None
        if found := self._doubled(subject, key):
            return found
        if role == HEAD:
            return self._of_head(subject, home, key, element)
        if role:
            return self._of_parent(subject, f"{role}@", element) or self._of_home(subject, home, key)
        if home == subject:
            return self._by_head(home, key) or self._of_house(home, key) or self._of_one(home, key)
        if self._is_of_home(element):
            return self.find(home, key)
        found = self._as_head(subject, home, key) or self._of_home(subject, home, key)
        return found or self._on_allowance(home, key)

    def _of_village(self, village: Subject) -> Found | None:
        """A village lies where the addresses of its households say, as long as they agree."""
        if village.kind is not SubjectKind.PLACE or not village.name:
            return None
        homes = self.view.of_kind(SubjectKind.HOUSEHOLD)
        found = [self.find(each, TOWN) for each in homes if self.kin.village(each) == village.name]
        told = {each.value: each for each in found if each.value is not None}
        return next(iter(told.values())) if len(told) == 1 else None

    def _is_of_home(self, element: str) -> bool:
        if element not in self._at_home:
            kind = self.element(element).object_class
            shared = kind is None and element.startswith(_SHARED_AT_HOME)
            self._at_home[element] = kind is SubjectKind.HOUSEHOLD or shared
        return self._at_home[element]

    def _of_head(self, subject: Subject, home: Subject, key: str, element: str) -> Found | None:
        if home != subject:
            return self.find(home, key)
        head = self.kin.head(home)
        return None if head is None else self._living(self.find(head, element), head)

    def _living(self, found: Found, head: Subject) -> Found:
        """Who has died heads no household: who does is to be asked."""
        if found.value is None or not self.view.is_gone(head, self.day):
            return found
        return Found(None, Origin(State.DOUBTFUL, found.origin.facts, owner=found.origin.owner))

    def _by_head(self, home: Subject, key: str) -> Found | None:
        """A household is reached where its head is; a person's data in a roster of households are its head's. How many
        belong to it follows where a roll of everybody names them all."""
        if key == SIZE:
            return self._size(home)
        head = self.kin.head(home) if key in OF_HEAD else None
        found = self._living(self.find(head, key), head) if head is not None else None
        return found if found is not None and found.origin.state is not State.UNKNOWN else None

    def _size(self, home: Subject) -> Found | None:
        members = [each for each in self.kin.members(home) if not self.view.is_gone(each, self.day)]
        whole = self.kin.head(home) in members and all(self.rolls.counts_all(each) for each in members)
        if not whole:
            return None
        facts = [self.view.resolve(each, RELATION_KEY).fact for each in members]
        stand = tuple(fact for fact in facts if fact is not None)
        return Found(len(members), Origin(State.DERIVED, stand, "rows.count", home))

    def _of_parent(self, child: Subject, role: str, element: str) -> Found | None:
        known = parent(child, role, self.kin, self.value)
        if known is None or self.view.is_gone(known, self.day):
            return None
        found = self.find(known, element)
        return found if found.value is not None else None

    def _of_home(self, subject: Subject, home: Subject, key: str) -> Found | None:
        """What a household is told to have or to get is its head's to write down, and no other member's."""
        told = key.startswith(_TOLD_OF_HOMES)
        if not told or self.kin.head(home) != subject:
            return None
        return self._said_of(home, key) or self._of_house(home, key)

    def _said_of(self, home: Subject, key: str) -> Found | None:
        found = (self._direct(each, key) for each in (home, *self.kin.doubles(home)))
        return next((each for each in found if each.origin.state is not State.UNKNOWN), None)

    def _of_house(self, home: Subject, key: str) -> Found | None:
        """The house stands where the household lives, as long as that is in its village."""
        lives = self._said_of(home, LIVES) if key == HOUSE_ADDR else None
        village = self.kin.village(home)
        return lives if lives is not None and village and village in str(lives.value or "") else None

    def _of_one(self, home: Subject, key: str) -> Found | None:
        """A roll of people that gives one member's land or house without the household's number speaks of the household,
        where it names no other member in that way."""
        if "@" in key or not (key.startswith(_TOLD_OF_HOMES) or self._is_of_home(key)):
            return None
        found = [self._direct(each, key) for each in self.kin.members(home)]
        spoken = [each for each in found if each.origin.state is not State.UNKNOWN]
        return spoken[0] if len(spoken) == 1 else None

    def _on_allowance(self, home: Subject, key: str) -> Found | None:
        """Where the allowance covers as many as the household has, it covers each of them."""
        if key != ON_ALLOWANCE:
            return None
        covered, size = self.value(home, COVERED), self.value(home, SIZE)
        return self.find(home, key) if covered is not None and covered == size else None

    def _as_head(self, subject: Subject, home: Subject, key: str) -> Found | None:
        """Rolls of households name their heads: what they say of the head is true of that person."""
        if self.kin.head(home) != subject:
            return None
        return self._said_of(home, f"{HEAD}@{key}")
