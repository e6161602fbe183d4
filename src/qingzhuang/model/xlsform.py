"""An XLSForm (xlsform.org) as it is written: questions in groups and repeats, lists of choices, settings. The words are
XLSForm's own; expressions (XPath of OpenRosa) stay text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qingzhuang.model.problem import Problem, Severity

DEFAULT_LANGUAGE = "default"

Wording = Mapping[str, str]
"""Language → words; DEFAULT_LANGUAGE holds what is written without a language."""


class SectionKind(StrEnum):
    """A group frames its questions once, a repeat as often as there are things to tell of."""

    GROUP = "group"
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Question:
    """One row of the survey sheet that is no section. `type` is the word of the sheet with aliases of selects resolved
    ("select one", "select all that apply", "rank"); `list_name` the list of a select. Empty means: not written."""

    row: int
    type: str
    name: str
    label: Wording = field(default_factory=dict[str, str])
    hint: Wording = field(default_factory=dict[str, str])
    media: Mapping[str, Wording] = field(default_factory=dict[str, Wording])
    list_name: str = ""
    required: str = ""
    required_message: Wording = field(default_factory=dict[str, str])
    relevant: str = ""
    constraint: str = ""
    constraint_message: Wording = field(default_factory=dict[str, str])
    calculation: str = ""
    choice_filter: str = ""
    appearance: str = ""
    default: str = ""
    readonly: str = ""
    trigger: str = ""
    save_to: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Section:
    """A group or a repeat with what stands in it, in order. A loop is read as the groups that it stands for."""

    row: int
    kind: SectionKind
    name: str
    label: Wording = field(default_factory=dict[str, str])
    hint: Wording = field(default_factory=dict[str, str])
    relevant: str = ""
    appearance: str = ""
    repeat_count: str = ""
    children: "tuple[Question | Section, ...]" = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of a list of choices; `more` holds the columns that only filters use."""

    row: int
    name: str
    label: Wording = field(default_factory=dict[str, str])
    media: Mapping[str, Wording] = field(default_factory=dict[str, Wording])
    more: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class XlsForm:
    """A whole XLSForm. `sheet` names the sheet of its questions as the file does, `column` is where their labels stand;
    `settings` holds what the settings sheet says. It is accepted when none of its problems is an error."""

    file: str
    sheet: str
    column: int = 1
    children: tuple[Question | Section, ...] = ()
    choices: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict[str, tuple[Choice, ...]])
    external_choices: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict[str, tuple[Choice, ...]])
    settings: Mapping[str, str] = field(default_factory=dict[str, str])
    default_language: str = DEFAULT_LANGUAGE
    languages: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def accepted(self) -> bool:
        """Tell whether a program for XLSForms can take it."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)

    @property
    def title(self) -> str | None:
        """What the settings call the form."""
        return self.settings.get("title") or None

    def questions(self) -> Iterator[tuple[tuple[Section, ...], Question]]:
        """Yield every question with the sections around it, outer first, in the order of the sheet."""
        yield from _questions(self.children, ())


def _questions(
    children: tuple[Question | Section, ...], around: tuple[Section, ...]
) -> Iterator[tuple[tuple[Section, ...], Question]]:
    for each in children:
        if isinstance(each, Section):
            yield from _questions(each.children, (*around, each))
        else:
            yield around, each
