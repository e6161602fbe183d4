"""An XLSForm as a workbook that programs for XLSForms take: sheets survey, choices and settings, every cell text."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

import xlsxwriter

from qingzhuang.intake.xlsform.pages import words
from qingzhuang.model.sheet import Sheet, Workbook
from qingzhuang.model.xlsform import Choice, Question, Section, SectionKind, XlsForm

_MADE_ON = datetime(2026, 1, 1)  # noqa: DTZ001  a property without a zone; the same form, the same bytes
_Rows = Sequence[Sequence[str]]
_Cells = Mapping[tuple[int, int], str]
_SETTINGS = {"title": "form_title", "id_string": "form_id"}
_COLUMNS = (
    "type",
    "name",
    "label",
    "hint",
    "required",
    "relevant",
    "constraint",
    "constraint_message",
    "calculation",
    "choice_filter",
    "appearance",
    "default",
    "readonly",
    "parameters",
    "repeat_count",
)
_WORDED = ("label", "hint", "constraint_message")
_SHOWN = {"photo": "image"}
_WIDTH, _MOST_ROWS, _MOST_COLUMNS, _LONGEST_TEXT = 18, 1 << 20, 1 << 14, 32_767
_BAD_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")


def xlsform_xlsx(form: XlsForm) -> bytes:
    """Return the bytes of an .xlsx with survey, choices and settings. Columns that nothing fills are left out."""
    records = list(_records(form.children))
    choices = [_choice(name, each) for name, listed in form.choices.items() for each in listed]
    sheets: dict[str, _Cells] = {"survey": _rows(records, _columns(form.languages))}
    if choices:
        columns = ["list_name", "name", *(f"label::{language}" for language in form.languages)]
        sheets["choices"] = _rows(choices, columns)
    settings = {_SETTINGS.get(name, name): text for name, text in form.settings.items()}
    sheets["settings"] = _grid([list(settings), list(settings.values())])
    return _xlsx(sheets)


def same_xlsx(book: Workbook) -> bytes:
    """Return an XLSForm of any format as .xlsx, cell by cell: nothing that we do not read is lost."""
    return _xlsx({sheet.name: _cells(sheet) for sheet in book.sheets})


def _cells(sheet: Sheet) -> _Cells:
    return {(row - 1, column - 1): words(cell) for (row, column), cell in sheet.cells.items()}


def _columns(languages: Sequence[str]) -> list[str]:
    found: list[str] = []
    for column in _COLUMNS:
        found += [f"{column}::{language}" for language in languages] if column in _WORDED else [column]
    return found


def _grid(rows: _Rows) -> _Cells:
    return {(number, at): text for number, row in enumerate(rows) for at, text in enumerate(row)}


def _rows(records: Sequence[Mapping[str, str]], columns: Sequence[str]) -> _Cells:
    must = {"type", "name", "list_name"}
    used = [each for each in columns if each in must or any(record.get(each) for record in records)]
    return _grid([used, *([record.get(column, "") for column in used] for record in records)])


def _records(children: Sequence[Question | Section]) -> Iterator[dict[str, str]]:
    for each in children:
        if isinstance(each, Section):
            kind = "repeat" if each.kind is SectionKind.REPEAT else "group"
            yield {
                "type": f"begin_{kind}",
                "name": each.name,
                "relevant": each.relevant,
                "appearance": each.appearance,
                "repeat_count": each.repeat_count,
                **_worded("label", each.label),
            }
            yield from _records(each.children)
            yield {"type": f"end_{kind}", "name": each.name}
        else:
            yield _question(each)


def _question(each: Question) -> dict[str, str]:
    kind = _SHOWN.get(each.type, each.type)
    return {
        "type": f"{kind.replace('select one', 'select_one')} {each.list_name}" if each.list_name else kind,
        "name": each.name,
        "required": each.required,
        "relevant": each.relevant,
        "constraint": each.constraint,
        "calculation": each.calculation,
        "choice_filter": each.choice_filter,
        "appearance": each.appearance,
        "default": each.default,
        "readonly": each.readonly,
        "parameters": " ".join(f"{key}={value}" for key, value in each.parameters.items()),
        **_worded("label", each.label),
        **_worded("hint", each.hint),
        **_worded("constraint_message", each.constraint_message),
    }


def _worded(column: str, said: Mapping[str, str]) -> dict[str, str]:
    return {f"{column}::{language}": text for language, text in said.items()}


def _choice(name: str, each: Choice) -> dict[str, str]:
    return {"list_name": name, "name": each.name, **_worded("label", each.label)}


def _xlsx(sheets: Mapping[str, _Cells]) -> bytes:
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"created": _MADE_ON})
        head, text = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "@"})
        for name, cells in sheets.items():
            sheet = book.add_worksheet(_sheet_name(name))
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, max((column for row, column in cells if row == 0), default=0), _WIDTH, text)
            for (row, column), given in sorted(cells.items()):
                if given and row < _MOST_ROWS and column < _MOST_COLUMNS:
                    sheet.write_string(row, column, given[:_LONGEST_TEXT], text if row else head)
    return stream.getvalue()


def _sheet_name(name: str) -> str:
    return _BAD_IN_A_NAME.sub("_", name).strip("'")[:31] or "_"
