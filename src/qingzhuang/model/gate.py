"""What the gate finds in a draft: where each column stands, and what was found in its words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.model.problem import Problem


class Standing(StrEnum):
    """What is known of a column before anybody is asked. Every column has exactly one."""

    ASKED = "asked"  # nobody has said
    PARTLY = "partly"  # the ledger answers some of its cells
    UNREAD = "unread"  # nobody understands it: asked, and a person should look
    KNOWN = "known"  # the ledger answers it
    DERIVED = "derived"  # follows from what the ledger holds
    REPEATED = "repeated"  # another admitted demand asks the same of the same people
    SILENT = "silent"  # row number, signature, remark, a column that computes itself

    @property
    def asks(self) -> bool:
        """Tell whether a person still has to answer."""
        return self in (Standing.ASKED, Standing.PARTLY, Standing.UNREAD)


@dataclass(frozen=True, slots=True)
class Column:
    """One item of a draft. `cells` is what one post fills each time, `open` how many of them nobody knows yet; `source`
    says in words where the others are, `since` the oldest of those facts; `names` tells that it says whom a row is about;
    `asks` is what it asks of whom in one spelling, alike in two forms when one answer serves both (empty: nobody can tell);
    `near` what another demand asks from which it follows or with which a person may take it for one."""

    key: str
    unit: str
    place: str
    standing: Standing
    cells: int = 0
    open: int = 0
    source: str = ""
    since: date | None = None
    names: bool = False
    personal: str = ""
    asks: str = ""
    photo: bool = False
    near: str = ""


@dataclass(frozen=True, slots=True)
class Screening:
    """A draft as the gate read it. `text` is what the findings' offsets count in, personal data masked; `records` how many
    rows one post fills each time, `told` whether the ledger tells so; `problems` are what could not be read."""

    file: str
    title: str
    findings: tuple[Finding, ...] = ()
    text: str = ""
    columns: tuple[Column, ...] = ()
    records: int = 0
    told: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def facts(self) -> tuple[Column, ...]:
        """The columns that ask for something."""
        return tuple(each for each in self.columns if each.standing is not Standing.SILENT)

    @property
    def asked(self) -> tuple[Column, ...]:
        """The columns that a person still has to answer."""
        return tuple(each for each in self.columns if each.standing.asks)

    @property
    def by_rule(self) -> tuple[tuple[Finding, ...], ...]:
        """The findings gathered by rule, gravest first, else in the order of the text: what a person counts as one."""
        grouped: dict[tuple[str, Gravity, str], list[Finding]] = {}
        for each in self.findings:
            asked = each.message if each.gravity is Gravity.ASK else ""  # two questions are two
            grouped.setdefault((each.code, each.gravity, asked), []).append(each)
        order = list(Gravity)
        return tuple(map(tuple, sorted(grouped.values(), key=lambda found: order.index(found[0].gravity))))

    @property
    def personal(self) -> tuple[str, ...]:
        """The kinds of personal data that it asks."""
        return tuple(dict.fromkeys(each.personal for each in self.columns if each.personal))
