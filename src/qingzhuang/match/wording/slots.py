"""What a label says in its form, slot by slot."""

from dataclasses import dataclass

from qingzhuang.match.vocabulary.units import Unit
from qingzhuang.match.wording.times import NONE, Time
from qingzhuang.model.definition import Definition

Qualifiers = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Slots:
    """`text` is the normalised label. `role` is the subject when it is not the row's own ("" for the row's own);
    `role_from` tells whence: label, parent, row, title or "" (no evidence). `named` is the class of people that
    the label itself names (残疾人姓名). `entity` is the row entity's name and
    `group` its class, None when unknown. `concept` is the property, `options` all candidates of an ambiguous word.
    `realm` joins rows that share their
    things (residents and households, places and inspections of them). `title` holds population and scheme that the
    form's title adds to a total, `listed` all that the title says of whom it lists, `series` what form an event or a
    generic word belongs to (`bound`: a scheme's or procedure's, which only the title tells). `form` is the representation (an ItemType value or "time"), `rest` what nobody parsed,
    `listing` the form's title, `choices` the answers that are printed, `definition` what the form's notes say of
    the item as data, without their words, `either` what stands in brackets in the middle of the label (学校(幼儿园)名称), `whole` what the column is a part of (其中：女), without its form's title."""

    text: str
    role: str = ""
    role_from: str = ""
    named: str = ""
    entity: str | None = None
    group: str | None = None
    realm: str | None = None
    concept: str | None = None
    options: tuple[str, ...] = ()
    qualifiers: Qualifiers = frozenset()
    title: Qualifiers = frozenset()
    listed: Qualifiers = frozenset()
    series: str | None = None
    unit: Unit | None = None
    dimension: str | None = None
    time: Time = NONE
    period: Time = NONE
    form: str | None = None
    total: bool = False
    width: str | None = None
    generic: bool = False
    bound: bool = False
    nonfact: bool = False
    quantity: bool = False
    rest: str = ""
    context: bool = False
    listing: str | None = None
    choices: tuple[str, ...] = ()
    key: str = ""
    definition: Definition | None = None
    either: tuple[str, ...] = ()
    whole: "Slots | None" = None
