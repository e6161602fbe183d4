"""From sheets to the tables of a form."""

from dataclasses import dataclass, field

from qingzhuang.intake.layout.assemble import Assembler
from qingzhuang.intake.layout.explained import explained
from qingzhuang.intake.layout.grid import Grid
from qingzhuang.intake.layout.text import is_sentence, squash
from qingzhuang.model.form import Table
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import Sheet, Workbook


@dataclass(slots=True)
class Layout:
    """What a workbook asks; `lines` is all free text, `notes` those of it that instruct, `said` the free text with its places, also of
    sheets that only explain."""

    tables: tuple[Table, ...] = ()
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    said: tuple[tuple[str, Place], ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def read_sheets(book: Workbook) -> Layout:
    """Return the tables of the visible sheets that ask something."""
    tables: list[Table] = []
    lines: list[str] = []
    notes: list[str] = []
    said: list[tuple[str, Place]] = []
    problems: list[Problem] = []
    validated = any(sheet.validations for sheet in book.sheets)
    for sheet in book.sheets:
        if sheet.hidden:
            continue
        if _is_instruction(sheet) and len(book.sheets) > 1:
            said += explained(sheet)
            continue
        found = Assembler(book.file, sheet, Grid(sheet)).run()
        if validated and len(book.sheets) > 1 and _is_code_list(sheet, book):
            continue
        tables += found.tables
        lines += found.lines
        notes += found.notes
        said += found.said
        problems += found.problems
    return Layout(tuple(tables), tuple(lines), tuple(notes), tuple(said), tuple(problems))


def tables_of(sheet: Sheet, file: str = "") -> tuple[Table, ...]:
    """Return the tables of one sheet."""
    return tuple(Assembler(file, sheet, Grid(sheet)).run().tables)


def _is_instruction(sheet: Sheet) -> bool:
    """Whether a sheet only explains: mostly prose, or its name says so and nothing is drawn to be filled."""
    texts = [cell for cell in sheet.cells.values() if squash(cell.text)]
    if not texts:
        return True
    prose = sum(is_sentence(cell.text) for cell in texts)
    named = any(
        word in sheet.name
        for word in (
            "说明",
            "须知",
            "注意事项",
            "指南",
            "要求",
            "填报解释",
            "指标解释",
            "名词解释",
            "统计口径",
        )
    )
    columns = {cell.column for cell in texts}
    return (named and (prose * 3 >= len(texts) or len(columns) <= 3)) or (
        len(columns) <= 2 and prose * 2 > len(texts)
    )


def _is_code_list(sheet: Sheet, book: Workbook) -> bool:
    """Whether a visible sheet only holds the words that validations of other sheets offer."""
    named = any(
        word in sheet.name for word in ("字典", "码表", "代码", "选项", "下拉", "枚举", "数据源", "dict")
    )
    offered = {
        word
        for other in book.sheets
        if other is not sheet
        for rule in other.validations
        for word in rule.codes
    }
    texts = [squash(cell.text) for cell in sheet.cells.values() if squash(cell.text)]
    shared = sum(text in offered for text in texts)
    return bool(texts) and (
        shared * 2 > len(texts) or (named and (shared * 4 > len(texts) or not sheet.merges))
    )
