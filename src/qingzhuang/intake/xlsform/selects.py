"""Selects: which list a question chooses from, and 其他, which asks what else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.intake.xlsform import problems as say
from qingzhuang.intake.xlsform.headers import Line
from qingzhuang.intake.xlsform.names import has_reference
from qingzhuang.intake.xlsform.questions import question
from qingzhuang.intake.xlsform.spellings import EXTERNAL, FILES, FROM_FILE, MANY, RANK, SELECTS
from qingzhuang.language import gettext as _
from qingzhuang.model.xlsform import Choice, Question

OTHER, _OTHER_WORDS, _WHAT_ELSE = "other", "Other", "Specify other."
BARE = frozenset({*SELECTS, *SELECTS.values(), "q select", "q select1"}) - {EXTERNAL} | {
    f"select {words}" for words in ("multiple from", "one using", "multiple using")
}
"""Types of selects that name no list."""


def is_file(found: Mapping[str, str | None]) -> bool:
    """Tell whether the choices stand in a file beside the form."""
    return found["command"] in FROM_FILE


def suffix(list_name: str) -> str:
    """Return the suffix of a list that is a file, "" for any other."""
    head, dot, tail = list_name.rpartition(".")
    return f".{tail}" if dot and head else ""


@dataclass(frozen=True, slots=True)
class Select:
    """Reads one row that chooses. `table` is the list that a group drawn as a table shares, None outside of one."""

    choices: dict[str, tuple[Choice, ...]]
    external: Mapping[str, Sequence[Choice]]
    language: str
    remarks: say.Remarks
    where: str
    table: str | None = None

    def read(
        self, line: Line, name: str, found: Mapping[str, str | None], given: Mapping[str, str]
    ) -> tuple[Question, ...]:
        """Return the question, and behind it the one that asks what else was meant."""
        command, list_name = found["command"] or "", found["list_name"] or ""
        kind = SELECTS[command]
        self._check_list(command, kind, list_name)
        self._check_filter(line, list_name, other=bool(found["other"]))
        asked = question(line, name, kind, self.language, given, list_name)
        if not found["other"]:
            return (asked,)
        self._add_other(list_name)
        relevant = f"selected(../{name}, '{OTHER}')"
        what = {self.language: _WHAT_ELSE}
        return asked, Question(line.row, "text", f"{name}_other", what, relevant=relevant)

    def _check_list(self, command: str, kind: str, list_name: str) -> None:
        if kind == EXTERNAL:
            if list_name not in self.external:
                self.remarks.add(say.no_list(self.where, list_name))
            return
        ending = suffix(list_name)
        if command in FROM_FILE and (ending not in FILES or list_name.count(".") != 1):
            self.remarks.add(say.bad_file_list(self.where, list_name))
        elif list_name not in self.choices and ending not in FILES and not has_reference(list_name):
            self.remarks.add(say.no_list(self.where, list_name))
        if kind == MANY:
            self._check_spaces(list_name)

    def _check_spaces(self, list_name: str) -> None:
        for choice in self.choices.get(list_name, ()):
            if " " in choice.name:
                words = _("多选清单“{list}”的“{name}”里有空格，交上来分不开。")
                self.remarks.add(say.bad_choice(self.where, words.format(list=list_name, name=choice.name)))

    def _check_filter(self, line: Line, list_name: str, *, other: bool) -> None:
        if line.get("choice_filter") and (other or self.table is not None):
            self.remarks.add(say.no_filter_here(self.where))
        if self.table not in (None, list_name):
            words = _("同一张表里的选择题要用同一份清单：{one}、{other}。")
            self.remarks.add(say.bad_choice(self.where, words.format(one=self.table, other=list_name)))
        if other and not self.choices.get(list_name):
            self.remarks.add(say.no_list(self.where, list_name))

    def _add_other(self, list_name: str) -> None:
        held = self.choices.get(list_name, ())
        if not held or any(choice.name == OTHER for choice in held):
            return
        languages = dict.fromkeys(language for choice in held for language in choice.label)
        label = dict.fromkeys(languages or (self.language,), _OTHER_WORDS)
        self.choices[list_name] = (*held, Choice(0, OTHER, label))


def chooses(each: Question) -> bool:
    """Tell whether a question chooses from a list."""
    return bool(each.list_name) and each.type in (*SELECTS.values(), RANK)
