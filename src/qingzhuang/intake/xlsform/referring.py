"""References over all sheets: every ${name} is well written and names one thing of the survey."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qingzhuang.intake.xlsform import problems as say
from qingzhuang.intake.xlsform.headers import Lines
from qingzhuang.intake.xlsform.names import BrokenReferenceError, Reference, references
from qingzhuang.intake.xlsform.spellings import TRANSLATED_CHOICES, YES
from qingzhuang.intake.xlsform.survey import shown
from qingzhuang.model.xlsform import Question

_UNREAD = ("type", "name", "trigger")
_INSTANCE = "instanceID"


@dataclass(frozen=True, slots=True)
class Referring:
    """`names` counts what the survey names."""

    names: Counter[str]
    remarks: say.Remarks

    def check(self, sheet: Lines, only: tuple[str, ...] = (), but: tuple[str, ...] = ()) -> None:
        """Hold the references of a sheet against the names; `only` or all `but` some columns are read."""
        headers = {column: header for header, column in sheet.columns.items()}
        for line in sheet.rows:
            for column, text in line.cells.items():
                if "${" in text and (not only or column[0] in only) and column[0] not in but:
                    self._text(self.remarks.at(sheet.name, line.row), headers.get(column, column[0]), text)

    def check_survey(self, sheet: Lines) -> None:
        """Hold the survey sheet against its own names."""
        self.check(sheet, but=_UNREAD)

    def check_choices(self, sheet: Lines) -> None:
        """Only words that are shown are looked at: other columns of choices may hold anything."""
        self.check(sheet, only=TRANSLATED_CHOICES)

    def check_lists(self, questions: Iterable[Question], sheet: str) -> None:
        """A select may choose among earlier answers: type select_one ${name}."""
        for each in questions:
            if "${" in each.list_name:
                self._text(self.remarks.at(sheet, each.row), "type", each.list_name)

    def check_triggers(self, sheet: Lines, questions: Iterable[Question]) -> None:
        """A trigger refers to questions that a person sees, with commas between them."""
        asked = {each.name: each for each in questions}
        for line in sheet.rows:
            trigger = line.get("trigger")
            if not trigger or not line.get("type") or line.get("disabled") in YES:
                continue
            where = self.remarks.at(sheet.name, line.row)
            parts = [list(_read(part)) for part in trigger.split(",")]
            if not any(parts) or any(len(part) > 1 or None in part for part in parts):
                self.remarks.add(say.bad_reference(where, "trigger"))
            for reference in (found for part in parts for found in part if found is not None):
                if reference.name not in asked:
                    self.remarks.add(say.unknown_reference(where, "trigger", reference.name))
                elif line.get("type") != "background-geopoint" and not shown(asked[reference.name]):
                    self.remarks.add(say.bad_trigger(where))

    def _text(self, where: str, column: str, text: str) -> None:
        for reference in _read(text):
            if reference is None:
                self.remarks.add(say.bad_reference(where, column))
                return
            if reference.name != _INSTANCE and self.names[reference.name] != 1:
                self.remarks.add(say.unknown_reference(where, column, reference.name))


def _read(text: str) -> Iterator[Reference | None]:
    """Yield references, None for one that is broken."""
    try:
        yield from references(text)
    except BrokenReferenceError:
        yield None
