"""What a check found: which rule, in whose words, how surely, where, and how to ask lawfully."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Gravity(StrEnum):
    """How a finding may be spoken of. A person confirms every breach."""

    BREACH = "breach"  # the law forbids it (不得、严禁、禁止) and its words are known
    DUTY = "duty"  # something that shall be done is not (应当)
    REASON = "reason"  # in principle not (原则上、一般): the issuer owes a reason, never "breach"
    ADVICE = "advice"  # wording not verified, or a burden that no rule in force here forbids
    ASK = "ask"  # a fact is missing: a person answers


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` is the rule's; `label` the practice in a text; `instrument` and `article` as they may be printed;
    `words` the operative words, `quoted` tells whether they may stand in quotation marks; `force` the law's own verb.
    `where` is a file, cell or paragraph; `start`..`end` the span in the text, `text` its words; `subject` the thing's name
    (an app, a group), `notes` its particulars; `also` further rules that the same practice meets."""

    code: str
    title: str
    gravity: Gravity
    force: str
    instrument: str
    article: str
    words: str
    quoted: bool
    where: str
    message: str
    rewrite: str = ""
    label: str = ""
    start: int | None = None
    end: int | None = None
    text: str = ""
    subject: str = ""
    since: date | None = None
    source: str = ""
    also: tuple[str, ...] = ()
    category: str = ""
    notes: tuple[str, ...] = ()
