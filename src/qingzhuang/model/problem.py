"""What went wrong, for the person who must act: a code, what, where, the cure."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much of the work a problem stops."""

    ERROR = "error"  # this file or cell could not be used
    DOUBT = "doubt"  # used, but a person should look
    NOTE = "note"  # nothing lost, worth knowing


@dataclass(frozen=True, slots=True)
class Problem:
    """One coded problem. `code` is QZ- plus a letter (R read, M match, L ledger, F fill, W weigh, K check, C command
    line, W web, A interface for programs) and three digits;
    codes are never reused. `message` says what happened, `cure` what to do, `where` the file, sheet!cell or line."""

    code: str
    where: str
    message: str
    cure: str
    severity: Severity = Severity.ERROR


class ProblemError(Exception):
    """Carries one problem up to the caller who can go on with the rest."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.code} {problem.where}: {problem.message}")
        self.problem = problem
