"""`qz check`: is it lawful to ask so? Notices, chats, registers of apps and groups, forms."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from gettext import gettext as _
from pathlib import Path

import click

from qingzhuang.check.clue.shown import smallest_shown
from qingzhuang.cli.check.baseline import against
from qingzhuang.cli.check.batch import batch
from qingzhuang.cli.check.clues import write_clue_table
from qingzhuang.cli.check.lines import thresholds
from qingzhuang.cli.check.read import Pile, Wanted, check_file, filings_from
from qingzhuang.cli.check.show import Shown, show
from qingzhuang.cli.check.slips import write_slips
from qingzhuang.cli.guard import barren
from qingzhuang.cli.output import PROBLEMS, complain, exit_code, files_below, steps
from qingzhuang.model.problem import Problem
from qingzhuang.pipeline.checked import Checked, Matter
from qingzhuang.pipeline.checking import Court, court
from qingzhuang.pipeline.form_checking import check_forms
from qingzhuang.pipeline.groups import close
from qingzhuang.pipeline.rooms import join
from qingzhuang.store import clock

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
    ".xlsb",
    ".ods",
    ".csv",
    ".tsv",
    ".mht",
    ".rtf",
    ".odt",
    ".json",
    ".jsonl",
    ".et",
    ".wps",
    ".png",
    ".jpg",
    ".jpeg",
    ".webp",
    ".bmp",
)


HELP = _(
    """查一查：这样要，合不合规定。

    通知、群消息、应用和群的台账、表，都可以放进来，文件夹也行。一处一处告诉您：哪一条、原话怎么说、从哪天起、可以怎么要。
    引用禁令的话、新闻、有据的应急，不算。机器只管找，是不是由人定。"""
)
EXAMPLES = _(
    """\b
例子：
  qz check 通知.docx                  发之前先看一眼
  qz check 群聊.txt --slip 信         收到不合适的要求，写一封商请函
  qz check 应用台账.xlsx --filings 备案清单.xlsx --format html -o 检查.html
                                      查全县的应用，打印出来签字
  qz check 材料 --baseline 上次.json  第二次只看新的

\b
通知里确有理由的地方，在旁边写：qz:ok 编号 理由，就不再提。
退出码：0 没有查到“不得”的；1 查到了，或者有文件没读成；2 命令写错。"""
)


@click.command(help=HELP, epilog=EXAMPLES)
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
    help=_("当作哪一种来查；不写就看内容。"),
)
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    metavar=_("日期"),
    help=_("要求是哪一天提的，如 2026-11-20；规定施行以前提的不算。"),
)
@click.option("--place", default="", metavar=_("地方"), help=_("在哪里，如 江苏/南京；写了才查当地的规定。"))
@click.option(
    "--filings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=_("国家备案清单的表格，查应用备没备案。"),
)
@click.option("--ask", "asking", is_flag=True, help=_("查台账和表时，缺的情况也列出来，一件一问。"))
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
    help=_("text 在屏幕上看，html 打印签字，json、sarif 给程序。"),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("写到这个文件；不写就显示在屏幕上。"),
)
@click.option(
    "--slip",
    "slips",
    type=click.Path(file_okay=False, path_type=Path),
    metavar=_("文件夹"),
    help=_("给提要求的单位写商请函，一个文件一封（.docx 和 .txt）。"),
)
@click.option(
    "--clue-table",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar=_("文件"),
    help=_("线索按地方、按九类汇总成表（.csv）；件数太少的不写数。"),
)
@click.option(
    "--line",
    "lines_set",
    multiple=True,
    metavar=_("名称=数"),
    help=_("改一条本地设置，如 长期未更新=90；写错名字会列出有哪些。"),
)
def command(
    paths: tuple[Path, ...], lines: Path | None, kind: str | None, day: datetime | None, place: str, filings: Path | None,
    asking: bool, baseline: Path | None, output_format: str, output: Path | None,
    slips: Path | None, clue_table: Path | None, lines_set: tuple[str, ...],
) -> None:  # fmt: skip
    """Check files, or a batch of texts."""
    if not paths and lines is None:
        raise click.UsageError(_("请写上要查的文件或文件夹，或用 --batch。"))
    places = tuple(part for part in place.replace("／", "/").split("/") if part)
    today = clock.today()
    held = court(today, places, asking=asking, thresholds=thresholds(lines_set))
    asked_on = day.date() if day else None
    if lines is not None:
        sys.exit(batch(lines, held, asked_on))
    wanted = Wanted(Matter(kind) if kind else None, asked_on, filings_from(filings) if filings else None)
    done, problems = check_all(paths, held, wanted)
    done, note = against(baseline, done) if baseline else (done, "")
    show(Shown(done, problems, held, asked_on, filings is not None, note), output_format, output)
    if slips:
        write_slips(done, slips)
    if clue_table:
        write_clue_table(done, smallest_shown(today), clue_table)
    complain(problems)
    if note:
        click.echo(note, err=True)
    sys.exit(PROBLEMS if any(each.breached for each in done) else exit_code(problems))


def check_all(paths: Iterable[Path], held: Court, wanted: Wanted) -> tuple[list[Checked], list[Problem]]:
    """Check every file; what cannot be read is a problem, and the rest is done."""
    given = list(paths)
    done: list[Checked] = []
    pile = Pile(problems=barren(given, SUFFIXES))
    for path in steps(files_below(given, SUFFIXES), _("查")):
        done += check_file(path, held, wanted, pile)
    pile.problems += join(pile.chats, pile.rooms)
    if pile.chats:
        done += close(pile.chats, held, pile.groups)
    if pile.forms:
        found = check_forms(pile.forms, held, wanted.sent)
        done += [replace(each, path=path) for each, path in zip(found, pile.paths, strict=True)]
    return done, [*pile.problems, *(problem for each in done for problem in each.problems)]
