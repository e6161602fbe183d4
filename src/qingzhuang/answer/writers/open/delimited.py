"""Fields between delimiters, filled: same encoding, mark, delimiter and line ends; only the fields with answers are spelt anew."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from qingzhuang.answer.names import plain
from qingzhuang.answer.writers.open.stand_in import Grid, Worked, worked_out
from qingzhuang.answer.writers.open.text_file import opened
from qingzhuang.language import gettext as _
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.form import Form
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.model.sheet import Scalar

_DELIMITERS = ("\t", ",", ";", "|", "，")
_NAMED = re.compile(r"sep=(.)[^\r\n]*(?:\r\n|\r|\n)", re.IGNORECASE)
_AS_FORMULA = re.compile(r'="(.*)"', re.DOTALL)
_RUNS = "=+-@\t\r"
_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?%?")
_DIGITS = re.compile(r"\d{12,}[Xx]?|0\d{4,}")


@dataclass(slots=True)
class _Record:
    """The raw fields of one line and what ends it."""

    fields: list[str] = field(default_factory=list)
    end: str = ""


def fill(file: str, content: bytes, form: Form, answers: Answers) -> Filled | None:
    """Return the text with the answers in it. None where it cannot be written as it was: its bytes fit no encoding, or its
    fields are not found where the form was read."""
    text = opened(content)
    if text is None:
        return None
    words, encoding, mark = text
    named = _NAMED.match(words)
    head = named[0] if named else ""
    records = _parted(words[len(head) :], form, named[1] if named else "")
    if records is None:
        return None
    delimiter, lines = records
    sheet = next(iter(form.tables)).sheet
    grid = Grid(sheet, {at: shown for at, shown in _texts(lines) if shown})
    work, written, problems = worked_out(file, [grid], form, answers)
    guarded: list[Place] = []
    if sheet in work:
        _Writer(sheet, delimiter, lines, guarded).write(work[sheet])
    made = head + "".join(delimiter.join(each.fields) + each.end for each in lines)
    notes = (_guarded(guarded),) if guarded else ()
    return Filled(mark + made.encode(encoding, "replace"), written, (*problems, *notes))


def _parted(text: str, form: Form, named: str) -> tuple[str, list[_Record]] | None:
    """The records under the delimiter that shows the form's labels where they were read."""
    for delimiter in (named,) if named else _DELIMITERS:
        lines = list(_records(text, delimiter))
        shown = {at: plain(words) for at, words in _texts(lines)}
        columns = [item for table in form.tables for item in table.columns]
        found = sum(
            plain(re.sub(r"#\d+$", "", item.label)) in shown.get((item.place.row, item.place.column), "")
            for item in columns
        )
        if columns and found == len(columns):
            return delimiter, lines
    return None


def _records(text: str, delimiter: str) -> Iterator[_Record]:
    record, start, at, quoted = _Record(), 0, 0, False
    while at < len(text):
        letter = text[at]
        if letter == '"' and (quoted or not text[start:at].strip()):
            quoted = not quoted
        elif not quoted and letter == delimiter:
            record.fields.append(text[start:at])
            start = at + 1
        elif not quoted and letter in "\r\n":
            record.fields.append(text[start:at])
            record.end = "\r\n" if text.startswith("\r\n", at) else letter
            yield record
            at += len(record.end)
            record, start = _Record(), at
            continue
        at += 1
    if start < len(text) or record.fields:
        record.fields.append(text[start:])
        yield record


def _texts(lines: list[_Record]) -> Iterator[tuple[tuple[int, int], str]]:
    for row, record in enumerate(lines, 1):
        for column, raw in enumerate(record.fields, 1):
            yield (row, column), _bare(raw)


def _bare(raw: str) -> str:
    """What a field says, without quotation marks and what keeps long numbers whole."""
    text = raw.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].replace('""', '"').strip()
    formula = _AS_FORMULA.fullmatch(text)
    if formula:
        return formula[1].replace('""', '"')
    return text[1:] if text[:1] in {"'", "`"} and text[1:].isalnum() else text


@dataclass(slots=True)
class _Writer:
    """Puts values into raw records. `guarded` are the places of texts that a spreadsheet would have run."""

    sheet: str
    delimiter: str
    lines: list[_Record]
    guarded: list[Place]

    def write(self, work: Worked) -> None:
        """Put the rows in, then the values."""
        end = next((each.end for each in self.lines if each.end), "\r\n")
        width = max((len(each.fields) for each in self.lines), default=1)
        spelt = {column: self._spelt_before(column) for column in range(1, width + 1)}
        for insert in reversed(work.rows.inserts):
            blanks = [_Record([""] * width, end) for _number in range(insert.count)]
            self.lines[insert.at - 1 : insert.at - 1] = blanks
        for row in sorted(work.writes):
            while len(self.lines) < row:
                if self.lines and not self.lines[-1].end:
                    self.lines[-1].end = end
                self.lines.append(_Record([""] * width, end))
            fields = self.lines[row - 1].fields
            for column, value in work.writes[row].items():
                fields += [""] * (column - len(fields))
                fields[column - 1] = self._raw(
                    value, spelt.get(column, ("", False)), Place(self.sheet, row, column)
                )

    def _spelt_before(self, column: int) -> tuple[str, bool]:
        """How a column keeps long numbers whole where it has some, and whether its fields are always quoted."""
        raws = [each.fields[column - 1].strip() for each in self.lines if len(each.fields) >= column]
        filled = [raw for raw in raws if raw]
        bare = [raw[1:-1] if raw[:1] == raw[-1:] == '"' else raw for raw in filled]
        how = next((mark for mark in ("=", "'", "`") if any(raw[:1] == mark for raw in bare)), "")
        return how, bool(filled) and all(raw[:1] == '"' for raw in filled)

    def _raw(self, value: Scalar, spelt: tuple[str, bool], place: Place) -> str:
        how, quoted = spelt
        text = "" if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)
        if isinstance(value, str) and text[:1] in _RUNS and len(text) > 1 and not _NUMBER.fullmatch(text):
            text = "'" + text
            self.guarded.append(place)
        elif how and isinstance(value, str) and _DIGITS.fullmatch(text):
            text = f'="{text}"' if how == "=" else how + text
        if (quoted and text) or any(each in text for each in (self.delimiter, '"', "\r", "\n")):
            return '"' + text.replace('"', '""') + '"'
        return text


def _guarded(places: list[Place]) -> Problem:
    return Problem(
        "QZ-R101",
        str(places[0]),
        _("有 {count} 格文字以 =、+、-、@ 开头，表格程序会当成公式，前面加了一个撇号。").format(
            count=len(places)
        ),
        _("对方不要撇号的话，请自己删掉。"),
        Severity.NOTE,
    )
