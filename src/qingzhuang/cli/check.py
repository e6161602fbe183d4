"""`qz check`: is it lawful to ask so? Notices, chats, registers of apps and groups, forms."""

import sys
from collections.abc import Iterable
from datetime import date, datetime
from gettext import gettext as _
from pathlib import Path

import click

import qingzhuang
from qingzhuang.check.sarif import sarif
from qingzhuang.cli.check_baseline import against
from qingzhuang.cli.check_batch import batch
from qingzhuang.cli.check_json import document
from qingzhuang.cli.check_read import Pile, Wanted, check_file, filings_from
from qingzhuang.cli.check_text import tell
from qingzhuang.cli.output import PROBLEMS, complain, exit_code, files_below, say, say_json, steps
from qingzhuang.model.problem import Problem
from qingzhuang.packs.load import encoded
from qingzhuang.pipeline.checked import Checked, Matter
from qingzhuang.pipeline.checking import Court, court
from qingzhuang.pipeline.form_checking import check_forms
from qingzhuang.pipeline.groups import close

SUFFIXES = (
    ".docx",
    ".doc",
    ".txt",
    ".html",
    ".htm",
    ".pdf",
    ".xlsx",
    ".xlsm",
    ".xls",
    ".csv",
    ".json",
    ".jsonl",
    ".et",
    ".wps",
)


@click.command(help=_("查一查：通知、群消息、应用台账、表，有没有不该这样要的；违反哪一条，怎么改。"))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar=_("文件…"))
@click.option(
    "--batch",
    "lines",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_('一行一个 {"id","text"} 的文件，一行一个结果。'),
)
@click.option(
    "--kind",
    type=click.Choice([str(matter) for matter in Matter]),
    default=None,
    help=_("当作哪一种来查，默认看内容。"),
)
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    help=_("要求是哪一天提的；在规定施行以前提的，不算违反。"),
)
@click.option("--place", default="", help=_("在哪里，如 云南/曲靖；写了才查当地的规定。"))
@click.option(
    "--filings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("国家备案清单的表格，查应用备没备案。"),
)
@click.option("--ask", "asking", is_flag=True, help=_("把缺的情况列成问题。"))
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("上次的结果：只显示新的，没有这个文件就先记下来。"),
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "sarif", "html"]),
    default="text",
    show_default=True,
    help=_("输出格式：text 给人看，html 可打印可签字，json、sarif 给程序。"),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("写到文件，不写就显示在屏幕上。"),
)
def command(
    paths: tuple[Path, ...], lines: Path | None, kind: str | None, day: datetime | None, place: str, filings: Path | None,
    asking: bool, baseline: Path | None, output_format: str, output: Path | None,
) -> None:  # fmt: skip
    """Check files, or a batch of texts."""
    if not paths and lines is None:
        raise click.UsageError(_("请写上要查的文件或文件夹，或用 --batch。"))
    places = tuple(part for part in place.replace("／", "/").split("/") if part)
    held = court(date.today(), places, asking=asking)  # noqa: DTZ011
    asked_on = day.date() if day else None
    if lines is not None:
        sys.exit(batch(lines, held, asked_on))
    wanted = Wanted(Matter(kind) if kind else None, asked_on, filings_from(filings) if filings else None)
    done, problems = check_all(paths, held, wanted)
    done, note = against(baseline, done) if baseline else (done, "")
    _show(done, output_format, output)
    complain(problems)
    if note:
        click.echo(note, err=True)
    sys.exit(PROBLEMS if any(each.breached for each in done) else exit_code(problems))


def check_all(paths: Iterable[Path], held: Court, wanted: Wanted) -> tuple[list[Checked], list[Problem]]:
    """Check every file; what cannot be read is a problem, and the rest is done."""
    done: list[Checked] = []
    pile = Pile()
    for path in steps(files_below(list(paths), SUFFIXES), _("查")):
        done += check_file(path, held, wanted, pile)
    if pile.chats:
        done += close(pile.chats, held, pile.groups)
    if pile.forms:
        done += check_forms(pile.forms, held, wanted.sent)
    return done, [*pile.problems, *(problem for each in done for problem in each.problems)]


def _show(done: list[Checked], output_format: str, output: Path | None) -> None:
    found = [(each.file, finding) for each in done for finding in each.findings]
    if output_format == "json":
        say_json({"files": [document(each) for each in done]}, indent=1)
    elif output_format == "sarif":
        say_json(
            sarif(found, qingzhuang.__version__, {code: each.rule.page for code, each in encoded().items()}),
            indent=1,
        )
    else:
        tell(done, say)
