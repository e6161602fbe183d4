"""The lexicon: which words mean what, as immutable data with a version that every verdict cites."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from qingzhuang.match.vocabulary.units import Units
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import ItemType


class Kind(StrEnum):
    """What a word of a label is."""

    CONCEPT = "concept"
    ROLE = "role"  # another subject: 监护人
    SELF = "self"  # the row's own subject: 本人
    PEOPLE = "people"  # a class of residents: 残疾人
    QUALIFIER = "qualifier"
    TIME = "time"
    TOTAL = "total"
    GLUE = "glue"
    YESNO = "yesno"
    HEAD = "head"  # tells the representation of an unknown property
    PLAIN = "plain"  # a word that must not be cut up: 应急 is not 应 and 急
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Word:
    """One meaning of one term. `value` is the concept id, the role's name, "dimension=value", or "unit offset"."""

    kind: Kind
    value: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """A property that forms ask (ISO/IEC 11179 data element concept). `broader` is the genus, `synonyms` full terms
    without subject words, `pinyin` column codes; the other fields are those of DataElement."""

    id: str
    name: str
    object: SubjectKind | None
    type: ItemType
    dimension: str | None
    unit: str | None
    standard: str | None
    codes: tuple[str, ...]
    lasts_days: int | None
    holder: str | None
    asked: bool
    broader: str | None
    synonyms: tuple[str, ...]
    pinyin: tuple[str, ...]
    domain: str


@dataclass(frozen=True, slots=True)
class Role:
    """A subject of its own. `kind` person or organisation; `maybe_self`: often the row's own subject, and surely so
    under a title with a word of `self_in`; `staff`: stands in a function;
    `acts`: did one act (an inspection, a visit), and is another person at the next; `perhaps` the roles that may be
    the same person (家长: 监护人), `kinds` the roles that it contains (家长: 父亲, 母亲),
    `means` other roles with the words of a title under which they are meant (所有人 of cars is the 车主); `resident`: holds no post, so
    that a list of such people is one of residents (志愿者, 受害人)."""

    name: str
    kind: SubjectKind = SubjectKind.PERSON
    maybe_self: bool = False
    self_in: tuple[str, ...] = ()
    staff: bool = False
    acts: bool = False
    perhaps: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    means: tuple[tuple[str, tuple[str, ...]], ...] = ()
    resident: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """What a row is about. `group` is resident, household, organisation, place, thing, aggregate or act; `of` what an
    act is done to."""

    name: str
    kind: SubjectKind | None
    group: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What the last word of a label tells: `representation` (an ItemType value or "time") and dimension."""

    representation: str
    dimension: str | None = None


@dataclass(frozen=True, slots=True)
class Derivation:
    """`target` follows from `source` by `formula`; `needs` what else it takes (the filling date)."""

    source: str
    target: str
    formula: str
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class Writing:
    """Typos, traditional characters, folds for comparing words that nobody knows, and
    `near` ones that only make a person look; `gist`: words of one meaning between two forms, by
    their canonical one (the longest word has `gist_longest` characters), what whole labels made of words of one meaning
    stand for, and tails that add nothing to them."""

    typos: Mapping[str, str]
    traditional: Mapping[int, str]
    folds: Mapping[str, str]
    near: Mapping[str, str]
    gist: Mapping[str, str]
    gist_longest: int
    gist_composed: Mapping[str, str]
    gist_tails: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """What is policy and not language: switchable decisions, the list of non-facts, addresses and places above them."""

    decisions: Mapping[str, str]
    nonfact_labels: frozenset[str]
    nonfact_endings: tuple[str, ...]
    nonfact_brackets: frozenset[str]
    addresses: frozenset[str]
    places_above: frozenset[str]
    timeless_dimensions: frozenset[str]
    of_scheme: tuple[str, ...]
    of_home: tuple[str, ...]
    of_deeds: frozenset[str]
    measured: frozenset[str]
    of_series: frozenset[str]
    of_period: tuple[str, ...]
    of_year: tuple[str, ...]
    of_survey: tuple[str, ...]
    balances: tuple[str, ...]
    of_matter: tuple[str, ...]
    of_stock: frozenset[str]
    of_matters: frozenset[str]
    of_things: frozenset[str]
    codes_alike: frozenset[str]
    row_names: Mapping[str, str]
    perhaps: Mapping[frozenset[str], str]
    kinds_of: Mapping[str, frozenset[str]]
    kind_words: Mapping[str, tuple[str, ...]]
    genera: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Titles:
    """Endings and fillers of form titles; `site_kinds`: kinds of places that exclude each other, with their words."""

    tails: tuple[str, ...]
    aggregate_tails: tuple[str, ...]
    noise: tuple[str, ...]
    listing_noise: tuple[str, ...]
    plain_members: tuple[str, ...]
    site_kinds: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Derivations:
    """Derivations between concepts, and representations cut shorter. `tells`: pairs where the first answers the second
    for a person who reads it; `paid`: what single rows are paid, though no formula does (残疾等级 → 是否重度残疾)."""

    pairs: tuple[Derivation, ...]
    coarser: Mapping[tuple[str, str], str]
    yesno_leads: tuple[str, ...]
    stem_tails: tuple[str, ...]
    row_marks: frozenset[str]
    age_marks: frozenset[str]
    household_counts: frozenset[str]
    paid: frozenset[str]
    tells: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fitted logistic scale on which signs of a pair (`match/doubt/signs.py`) tell how likely it is one item: where it
    begins, and what each sign adds, in log odds."""

    start: float
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All words. `words` maps a term to its meanings (longest term `longest` characters); `codes` a column code to
    concept ids, `role_codes` the initials of a role that may stand before one. Compared by identity: load once, share."""

    version: str
    concepts: Mapping[str, Concept]
    words: Mapping[str, tuple[Word, ...]]
    longest: int
    codes: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, Role]
    role_codes: Mapping[str, str]
    entities: Mapping[str, Entity]
    entity_terms: Mapping[str, tuple[str, ...]]
    things: Mapping[str, str]
    heads: Mapping[str, Head]
    generic: frozenset[str]
    person_tails: tuple[str, ...]
    person_leads: tuple[str, ...]
    minors: frozenset[str]
    adults: frozenset[str]
    role_tails: tuple[str, ...]
    topics: frozenset[str]
    empty_tails: frozenset[str]
    idle_notes: frozenset[str]
    units: Units
    writing: Writing
    policy: Policy
    titles: Titles
    derivations: Derivations
    doubt: Doubt

    def thing(self, concept: str | None) -> str | None:
        """The row entity that alone has such a property, so that asking for it says what the row is."""
        if concept is None:
            return None
        return self.things.get(concept) or self.things.get(concept.partition(".")[0])

    def broader(self, concept: str) -> tuple[str, ...]:
        """The genera of a concept, nearest first."""
        found: list[str] = []
        while (above := self.concepts[concept].broader) and above in self.concepts and above not in found:
            found.append(above)
            concept = above
        return tuple(found)
