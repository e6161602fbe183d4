"""Whether two items ask the same thing, and why."""

from dataclasses import dataclass
from enum import StrEnum

from qingzhuang.model.definition import Definition


class Verdict(StrEnum):
    """`a narrower b` means that a is the narrower item."""

    EQUAL = "equal"
    DERIVABLE = "derivable"
    NARROWER = "narrower"
    BROADER = "broader"
    DISTINCT = "distinct"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class ItemContext:
    """An item as the matcher sees it: its label and what the form says around it. `form` is the title, `row` what a
    row is about (人, 户, 企业 …), `parent` the merged headers above, joined with /. `definition` is what notes of the form
    say of it as data, `whole` the column that this one is a part of (其中：女), with its unit. None means unknown, not "same"."""

    label: str
    form: str | None = None
    row: str | None = None
    unit: str | None = None
    parent: str | None = None
    codes: tuple[str, ...] = ()
    issuer: str | None = None
    definition: Definition | None = None
    whole: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A verdict. `direction` is a->b (b follows from a), b->a, a<->b or None; `slot` the slot that decided; `rule` the
    rule's id; `why` one Chinese sentence; `formula` how the derived side is computed (an id that answer.derive knows,
    such as id_number.age, or unit.10000); `lexicon` the lexicon's version; `loss` what deriving leaves out, in words."""

    a: ItemContext
    b: ItemContext
    verdict: Verdict
    direction: str | None
    why: str
    rule: str
    slot: str | None = None
    formula: str | None = None
    lexicon: str = ""
    loss: str | None = None
