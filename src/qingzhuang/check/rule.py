"""What a rule is: code, provision, what it is about, how it judges, and the examples that are its tests.

A pack holds one file a rule; the file states the ill, its docstring is its public page under 查什么, 为什么, 怎么改, 不算."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from qingzhuang.check.judgement import Judgement
from qingzhuang.law.limits import limits
from qingzhuang.law.parameter import Line, Parameter
from qingzhuang.model.case import Case, CaseKind, Exemption, FactValue, Known


@dataclass(frozen=True, slots=True)
class Setting:
    """What rules may ask besides the case: the day of judging, the dated lines, and what a place sets for itself
    (本地设置) in their stead."""

    today: date
    thresholds: Mapping[str, float] = field(default_factory=dict[str, float])
    limits: Mapping[str, Parameter] = field(default_factory=limits)

    def limit(self, name: str, case: Case) -> Line:
        """The line in force on the day of the case, the place's own first."""
        line = self.limits[name]
        return Line(self.thresholds.get(name, line.on(case.day or self.today).likely), line)


class Judge(Protocol):
    """How a rule judges a case."""

    def __call__(self, case: Case, setting: Setting, /) -> Judgement:
        """Say whether the case breaks the rule."""
        ...


@dataclass(frozen=True, slots=True)
class Breaks:
    """An example that breaks the rule: a case, or a text as it would be sent."""

    case: Case | str


@dataclass(frozen=True, slots=True)
class Passes:
    """An example that does not. At least one quotes the ban itself."""

    case: Case | str


@dataclass(frozen=True, slots=True)
class Rule:
    """`code` is the provision's id; `name` the ill (the file's name); `kinds` what it is about; `exempt` the acts for
    which a named security or emergency event lifts it (words of a fact's set, or a fact's name); `category` the finding code A–I of the public clue lists;
    `rewrite` how to ask lawfully; `question` asks a person, where the missing fact's own question is not enough; `page` the Chinese docstring."""

    code: str
    name: str
    kinds: frozenset[CaseKind]
    judge: Judge
    examples: tuple[Breaks | Passes, ...]
    category: str = "I"
    exempt: frozenset[str] = frozenset()
    message: str = ""
    rewrite: str = ""
    question: str = ""
    page: str = ""


def given(
    kind: CaseKind, *, exemption: Exemption | None = None, **facts: FactValue | set[str] | tuple[()]
) -> Case:
    """A case for an example: its facts by name, sets as people write them."""
    known = {
        name: Known(frozenset(value) if isinstance(value, set | tuple) else value)
        for name, value in facts.items()
    }
    return Case(kind, facts=known, exemption=exemption)


MARK = "__rule__"


def rule(
    code: str,
    *,
    on: tuple[CaseKind, ...],
    examples: tuple[Breaks | Passes, ...],
    message: str,
    rewrite: str = "",
    category: str = "I",
    exempt: tuple[str, ...] = (),
    question: str = "",
) -> Callable[[Judge], Judge]:
    """Make a function a rule. The pack's loader finds it by its file; nothing is registered globally."""

    def mark(judge: Judge) -> Judge:
        made = Rule(
            code=code,
            name=judge.__name__,  # type: ignore[attr-defined]
            kinds=frozenset(on),
            judge=judge,
            examples=examples,
            category=category,
            exempt=frozenset(exempt),
            message=message,
            rewrite=rewrite,
            question=question,
            page=(judge.__doc__ or "").strip(),
        )
        setattr(judge, MARK, made)
        return judge

    return mark
