"""`qz read`: what each form asks, one JSON document a file or a tree for people."""

from collections.abc import Callable, Iterator, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import Any, TypeAlias

import click

from qingzhuang.cli.doubts import as_json_doubts, tell_doubts
from qingzhuang.cli.editions import earlier_of, edition_document, tell_edition
from qingzhuang.cli.guard import attempt, overlooked
from qingzhuang.cli.output import (
    as_json,
    complain,
    examples,
    exit_code,
    files_below,
    reason,
    say,
    say_json,
    steps,
)
from qingzhuang.cli.read_as import SHEET, XLSFORM, write_as
from qingzhuang.cli.read_parts import definition_json, domain_json
from qingzhuang.cli.teach import teach as teach_one
from qingzhuang.intake.converter import Converter
from qingzhuang.intake.doubting import CloseCall, with_doubts
from qingzhuang.intake.problems import unreadable
from qingzhuang.intake.read import read_any
from qingzhuang.intake.taught import Taught
from qingzhuang.match.wording.definition_words import in_words
from qingzhuang.model.form import Form, Item, Table
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import Workbook
from qingzhuang.office.convert import converter
from qingzhuang.pipeline.survey_bounds import in_words as bounds
from qingzhuang.store.gate.lessons import lessons

Read: TypeAlias = tuple[Form, tuple[CloseCall, ...]]


@click.command(
    "read",
    help=_("读表：每个文件说清有哪些表、要填哪些项、填在哪里。"),
    epilog=examples(
        "qz read 表格/低保花名册.xlsx --format text",
        "qz read 表格 > 读到的.jsonl",
        "qz read 表格/低保花名册.xlsx --as xlsform -o 手机上填",
    ),
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("文件或文件夹…"))
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="json",
    show_default=True,
    help=_("输出格式：json 每个文件一行，text 给人看。"),
)
@click.option(
    "--as",
    "shape",
    type=click.Choice([XLSFORM, SHEET]),
    help=_("把读到的表另存成 XLSForm（手机填报程序通用的格式）或者 Excel 表，写进 -o 给的文件夹。"),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar=_("文件夹"),
    help=_("另存到哪里；只读一个文件时，也可以给一个 .xlsx 文件名。"),
)
@click.option(
    "--teach", is_flag=True, help=_("读错了：把读法写成一个小文件，您改好再来一次，以后同样的表都照它读。")
)
@click.option(
    "--take",
    type=int,
    metavar=_("号码"),
    help=_("和 --teach 一起：照这一处拿不准的另一种读法记住。"),
)
def command(
    paths: tuple[Path, ...],
    output_format: str,
    shape: str | None,
    output: Path | None,
    take: int | None,
    *,
    teach: bool,
) -> None:
    """Read forms."""
    if take is not None and (not teach or len(paths) > 1 or take < 1):
        raise click.UsageError(_("--take 要和 --teach 一起写，一次一个文件。"))
    if (shape is None) != (output is None):
        raise click.UsageError(_("--as 和 -o 要一起写。"))
    problems = overlooked(paths)
    complain(problems)
    files = files_below(paths)
    convert = converter(files)
    if shape is not None and output is not None:
        raise SystemExit(exit_code(problems + write_as(shape, files, output, convert)))
    known: Sequence[Taught] | Problem = attempt("", lessons)
    if isinstance(known, Problem):
        complain([known])
        problems.append(known)
        known = ()
    before: list[Form] = []
    for path in steps(files, _("读表")):
        read, failures = read_one(path, convert, known, teach=teach, take=take)
        form, doubts = read or (None, ())
        found = failures + (form.problems if form else ())
        problems += found
        earlier = earlier_of(form, before)
        if output_format == "json" and not teach:
            say_json(
                document(str(path), form, found) | as_json_doubts(doubts) | edition_document(earlier, form)
            )
        else:
            _tell(str(path), form)
            tell_doubts(doubts)
            if earlier and form:
                tell_edition(earlier, form)
            complain(found)
        before += [form] if form else []
    raise SystemExit(exit_code(problems))


def read_one(
    path: Path,
    convert: Converter | None,
    known: Sequence[Taught] = (),
    *,
    teach: bool = False,
    take: int | None = None,
    seen: Callable[[Form, Workbook], None] | None = None,
) -> tuple[Read | None, tuple[Problem, ...]]:
    """Read one file as people taught, or return what kept it from being read; `seen` is shown the cells as well."""
    found: Read | Problem
    if teach:
        found = attempt(path.name, lambda: (teach_one(path, convert, take), ()))
    else:
        found = attempt(path.name, lambda: _read(path, convert, known, seen), hurried=True)
    return (None, (found,)) if isinstance(found, Problem) else (found, ())


def _read(
    path: Path,
    convert: Converter | None,
    known: Sequence[Taught],
    seen: Callable[[Form, Workbook], None] | None,
) -> Read:
    book = read_any(path.name, _bytes(path), converter=convert)
    form, doubts = with_doubts(book, known)
    if seen is not None:
        seen(form, book)
    return form, doubts


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ProblemError(unreadable(path.name, reason(error))) from error


def document(file: str, form: Form | None, problems: tuple[Problem, ...]) -> dict[str, Any]:
    """The JSON document of one file."""
    return {
        "file": file,
        "title": form.title if form else None,
        "issuer": form.issuer if form else None,
        "period": form.period.text if form and form.period else None,
        "row_entity": form.row_entity if form else None,
        "tables": [_table(table) for table in form.tables] if form else [],
        "definitions": [definition_json(each) for each in form.definitions] if form else [],
        "problems": [as_json(problem) for problem in problems],
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "sheet": table.sheet,
        "kind": str(table.kind),
        "title": table.title,
        "section": table.section,
        "header_rows": list(table.header_rows) if table.header_rows else None,
        "columns": [_column(item) for item in table.columns],
        "data_start_row": table.data_start_row,
        "data_end_row": table.data_end_row,
        "total_rows": list(table.total_rows),
        "footer_rows": list(table.footer_rows),
        "stub_columns": list(table.stub_columns),
        "stubs": [{"row": stub.row, "labels": list(stub.labels)} for stub in table.stubs],
        "inputs": [_input(item) for item in table.inputs],
        "rules": [
            {
                "text": rule.text,
                "left": rule.left,
                "relation": rule.relation,
                "right": [list(each) for each in rule.right],
                "rows": rule.rows,
            }
            for rule in table.rules
        ],
    }


def _column(item: Item) -> dict[str, Any]:
    return {"path": list(item.path), **_common(item)}


def _input(item: Item) -> dict[str, Any]:
    return {
        "label": item.key,
        "sheet": item.place.sheet,
        **_common(item),
        "boxes": [box.cell for box in item.boxes],
    }


def _common(item: Item) -> dict[str, Any]:
    return {
        "cell": item.place.cell,
        "unit": item.unit,
        "type": str(item.type),
        "required": item.required,
        "codes": list(item.codes),
        "entry": str(item.entry),
        "hint": item.hint,
        "formula": item.formula,
        "condition": item.condition,
        "domain": domain_json(item.domain),
    }


def _tell(file: str, form: Form | None) -> None:
    say(file)
    if form is None:
        return
    for table in form.tables:
        for line in _lines(table):
            say(line)
    for each in form.definitions:
        of = "、".join((*each.keys, *each.rows)) or each.term or _("全表")
        say(
            _("    口径：{of}：{says}（{cell}）").format(
                of=of, says=in_words(each), cell=each.place.cell if each.place else ""
            )
        )


def _lines(table: Table) -> Iterator[str]:
    names = {"list": _("清单"), "matrix": _("统计表"), "card": _("卡片"), "mixed": _("卡片带清单")}
    yield f"  {table.sheet} · {names[table.kind]} · {table.title or _('无标题')}"
    if table.section:
        yield _("    部分：{name}").format(name=table.section)
    if table.header_rows:
        yield _("    表头第 {first}–{last} 行，从第 {start} 行填").format(
            first=table.header_rows[0], last=table.header_rows[1], start=table.data_start_row
        )
    for item in table.columns:
        yield f"    {item.place.cell:<6}{item.key}{_marks(item)}"
    for item in table.inputs:
        yield f"    → {item.place.cell:<4}{item.key}{_marks(item)}"
    for rule in table.rules:
        yield _("    核对：{rule}").format(rule=rule.text)


def _marks(item: Item) -> str:
    marks = [_("必填")] if item.required else []
    marks += [item.unit] if item.unit else []
    marks += ["/".join(item.codes)] if item.codes else []
    marks += [bounds(item.domain)] if item.domain else []
    marks += [_("仅当 {condition}").format(condition=item.condition)] if item.condition else []
    return f"  [{'；'.join(marks)}]" if marks else ""
