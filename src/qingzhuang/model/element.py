"""Data elements: the canonical thing that an item asks (ISO/IEC 11179-3)."""

from dataclasses import dataclass
from enum import StrEnum

from qingzhuang.model.form import ItemType


class SubjectKind(StrEnum):
    """What a fact can be about."""

    PERSON = "person"
    HOUSEHOLD = "household"
    PLACE = "place"
    ORGANISATION = "organisation"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class DataElement:
    """`id` is object class and property joined with a dot (person.id_no); `unit` the canonical unit in which facts
    are kept; `standard` the national element or code set; `lasts_days` how long a fact stays good (None: until
    contradicted); `holder` the kind of office that already holds it; `asked` False for non-facts (remark, signature,
    row number)."""

    id: str
    name: str
    object_class: SubjectKind | None
    type: ItemType
    unit: str | None = None
    standard: str | None = None
    codes: tuple[str, ...] = ()
    lasts_days: int | None = None
    holder: str | None = None
    asked: bool = True
