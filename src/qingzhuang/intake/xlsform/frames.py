"""Groups, repeats and loops while they are open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from qingzhuang.intake.xlsform import problems as say
from qingzhuang.intake.xlsform.headers import Line
from qingzhuang.intake.xlsform.names import is_name, is_reference
from qingzhuang.intake.xlsform.spellings import MEDIA, SECTIONS
from qingzhuang.language import gettext as _
from qingzhuang.model.xlsform import Choice, Question, Section, SectionKind, Wording

_RESERVED = "meta"
_DEEPEST = 100
_LOOP, _REPEAT = "loop", "repeat"
_Child = Question | Section


@dataclass(slots=True)
class _Frame:
    """One open section; the outermost has no line."""

    kind: str = ""
    name: str = ""
    line: Line | None = None
    columns: Sequence[Choice] = ()
    children: list[_Child] = field(default_factory=list[_Child])
    names: set[str] = field(default_factory=lambda: {_RESERVED})
    lower: set[str] = field(default_factory=set[str])
    table: bool = False
    list_name: str = ""


@dataclass(slots=True)
class Frames:
    """The sections that are open, outer first; `repeats` are the names of all repeats so far."""

    sheet: str
    choices: Mapping[str, Sequence[Choice]]
    language: str
    remarks: say.Remarks
    root: str
    stack: list[_Frame] = field(default_factory=lambda: [_Frame()])
    repeats: set[str] = field(default_factory=set[str])

    def table_list(self, list_name: str) -> str | None:
        """Return the list that all selects of the innermost section must share, None when it is not drawn as a table. The
        first select sets it."""
        frame = self.stack[-1]
        if frame.table and not frame.list_name:
            frame.list_name = list_name
        return frame.list_name or None

    def take_name(self, line: Line, name: str) -> None:
        """Give a name to what comes next in the innermost section."""
        frame, where = self.stack[-1], self.remarks.at(self.sheet, line.row)
        if name in frame.names:
            self.remarks.add(say.name_again(where, name))
        elif name.lower() in frame.lower:
            words = _("名称“{name}”和另一个只差大小写。").format(name=name)
            self.remarks.add(say.worth_knowing(where, words, _("有的程序不分大小写，请换一个。")))
        frame.names.add(name)
        frame.lower.add(name.lower())

    def add_all(self, questions: Iterable[Question]) -> None:
        """Put questions into the innermost section."""
        self.stack[-1].children.extend(questions)

    def begin(self, line: Line, name: str, words: str, list_name: str | None) -> None:
        """Open a section."""
        kind, where = SECTIONS[words], self.remarks.at(self.sheet, line.row)
        if kind == _REPEAT:
            if name == self.root or name in self.repeats:
                self.remarks.add(say.name_again(where, name))
            self.repeats.add(name)
            if not line.has("label") and not line.has("media"):
                told = _("重复组“{name}”没有写给人看的字。").format(name=name)
                self.remarks.add(say.worth_knowing(where, told, _("请在 label 一列写上。")))
        columns = self.choices.get(list_name or "", ())
        if kind == _LOOP:
            self._check_loop(where, list_name or "", columns)
        if {column[0] for column, _text in line.below("media")} - MEDIA:
            self.remarks.add(say.bad_media(where, name))
        count = line.get("control", "jr:count")
        if count and not is_reference(count):
            self.take_name(line, f"{name}_count")
        if len(self.stack) == _DEEPEST + 1:
            self.remarks.add(say.too_deep(where, _DEEPEST))
        table = "table-list" in line.get("control", "appearance").split()
        self.stack.append(_Frame(kind, name, line, columns, table=table))

    def _check_loop(self, where: str, list_name: str, columns: Sequence[Choice]) -> None:
        names = [choice.name for choice in columns]
        if not columns or not all(choice.label for choice in columns):
            self.remarks.add(say.no_list(where, list_name))
        for each in sorted({name for name in names if names.count(name) > 1}):
            self.remarks.add(say.name_again(where, each))
        for each in names:
            if not is_name(each):
                self.remarks.add(say.bad_name(where, list_name, each))

    def end(self, line: Line, words: str) -> None:
        """Close the innermost section, if it is of that kind."""
        if len(self.stack) == 1 or self.stack[-1].kind != SECTIONS[words]:
            self.remarks.add(say.unmatched(self.remarks.at(self.sheet, line.row), line.get("type")))
            return
        self._close()

    def close(self) -> tuple[_Child, ...]:
        """Return all that was read; what is still open has no end."""
        while len(self.stack) > 1:
            line = self.stack[-1].line
            if line is not None:
                self.remarks.add(say.unmatched(self.remarks.at(self.sheet, line.row), line.get("type")))
            self._close()
        return tuple(self.stack[0].children)

    def _close(self) -> None:
        frame = self.stack.pop()
        if len(self.stack) > _DEEPEST:
            self.stack[-1].children += frame.children
            return
        line = frame.line or Line(0, {})
        children = tuple(_looped(frame)) if frame.kind == _LOOP else tuple(frame.children)
        self.stack[-1].children.append(
            Section(
                line.row,
                SectionKind.REPEAT if frame.kind == _REPEAT else SectionKind.GROUP,
                frame.name,
                line.wording("label", language=self.language),
                line.wording("hint", language=self.language),
                line.get("bind", "relevant"),
                line.get("control", "appearance"),
                line.get("control", "jr:count"),
                children,
            )
        )


def _looped(frame: _Frame) -> Iterator[Section]:
    """One group a choice, with its name and label put into the words of each question."""
    for choice in frame.columns:
        if choice.name != "none":
            children = tuple(_put(each, choice) for each in frame.children)
            yield Section(choice.row, SectionKind.GROUP, choice.name, choice.label, children=children)


def _put(each: _Child, choice: Choice) -> _Child:
    label, hint = _said(each.label, choice), _said(each.hint, choice)
    name, relevant = _in(each.name, choice, ""), _in(each.relevant, choice, "")
    if isinstance(each, Section):
        children = tuple(_put(child, choice) for child in each.children)
        return replace(each, name=name, label=label, hint=hint, relevant=relevant, children=children)
    return replace(each, name=name, label=label, hint=hint, relevant=relevant)


def _said(words: Wording, choice: Choice) -> dict[str, str]:
    return {language: _in(text, choice, language) for language, text in words.items()}


def _in(text: str, choice: Choice, language: str) -> str:
    label = choice.label.get(language) or next(iter(choice.label.values()), "")
    return text.replace("%(name)s", choice.name).replace("%(label)s", label)
