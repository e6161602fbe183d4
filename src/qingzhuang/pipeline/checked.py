"""The outcome of holding something against the law."""

from dataclasses import dataclass
from enum import StrEnum

from qingzhuang.check.clue.read import Clue
from qingzhuang.check.group.cases import Counts
from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.model.problem import Problem


class Matter(StrEnum):
    """What a file was read as."""

    NOTICE = "notice"
    CHAT = "chat"
    REGISTER = "register"
    FORM = "form"
    CLUE = "clue"


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was checked; `path` is where it lies, `file` its name. `text` is what offsets of the findings count in,
    empty for registers and forms; `things` is how many apps, messages, items were looked at; `groups` the counts of
    a chat export; `clue` what a tip-off gave of itself."""

    file: str
    matter: Matter
    findings: tuple[Finding, ...]
    things: int = 1
    text: str = ""
    problems: tuple[Problem, ...] = ()
    title: str = ""
    path: str = ""
    groups: tuple[Counts, ...] = ()
    clue: Clue | None = None

    @property
    def breached(self) -> bool:
        """Tell whether anything is forbidden here; reasons, duties and questions are not breaches."""
        return any(finding.gravity is Gravity.BREACH for finding in self.findings)
