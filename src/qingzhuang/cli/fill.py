"""`qz fill`: write the answers into the issuers' own files."""

from collections.abc import Sequence
from datetime import date, datetime
from gettext import gettext as _
from pathlib import Path

import click

from qingzhuang.cli.fill_data import parse_answers
from qingzhuang.cli.fill_extras import Extras, print_out
from qingzhuang.cli.fill_many import SUBJECT, VILLAGE, Many, pack
from qingzhuang.cli.fill_report import FileResult, Total, report
from qingzhuang.cli.fill_source import load
from qingzhuang.cli.fill_visit import fill_visited
from qingzhuang.cli.fill_write import Outputs
from qingzhuang.cli.guard import attempt, overlooked
from qingzhuang.cli.output import examples, exit_code, files_below, format_option, steps
from qingzhuang.model.problem import Problem
from qingzhuang.office.convert import converter
from qingzhuang.pipeline.naming import TOKENS, Pattern, pattern_of
from qingzhuang.store import clock


@click.command(
    "fill",
    help=_("按各家的原样填表：从台账填，或用 --data 给一张表填。"),
    epilog=examples(
        "qz fill 表格 -o 填好",
        "qz fill 表格/老年人名册.xlsx -o 填好 --scope 柳湾村",
        "qz fill 表格/登记表.docx -o 填好 --data 内容.json",
    ),
)
@click.argument(
    "templates", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("表或文件夹…")
)
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar=_("文件夹"),
    help=_("放填好的表的文件夹。"),
)
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    metavar=_("文件"),
    help=_("只填一张表时，内容所在的 JSON 文件；长名单也可以是 CSV，一行一条。"),
)
@click.option(
    "--visit",
    "visits",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar=_("文件"),
    help=_("一份填好的检查表：别家的检查表里问的是同一件事的，带过去填上。可写多次。"),
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar=_("年-月-日"),
    help=_("按哪一天填，默认是表上写的日期，没写就是今天。"),
)
@click.option("--scope", multiple=True, metavar=_("村名"), help=_("只填这些村（社区）的，可写多次。"))
@click.option(
    "--subject",
    "subjects",
    multiple=True,
    metavar=_("号码或名称"),
    help=_("一人一张或一户一张的卡片填谁：身份证号、户号或名称，可写多次。"),
)
@click.option(
    "--rows",
    type=click.Choice(["asked", "all"]),
    default="asked",
    help=_("all：标题没说清填哪些人时，也全部列上。"),
)
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    metavar=_("文件"),
    help=_("上次送出的那份表或它的回执：另出变动清单和只有变动的一份。"),
)
@click.option(
    "--receipt", is_flag=True, help=_("给每份填好的表写一张回执：文件指纹、时间、给谁、依据多少事实。")
)
@click.option("--to", "addressee", default="", metavar=_("单位"), help=_("回执上写交给谁，默认是发表单位。"))
@click.option("--pdf", is_flag=True, help=_("另存一份 .pdf。"))
@click.option("--png", is_flag=True, help=_("另存成图片（.png），一页一张。"))
@click.option(
    "--photos",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar=_("文件夹"),
    help=_("照片所在的文件夹：照片用身份证号（或姓名）起名，贴进 Word 卡片的照片格。"),
)
@click.option("--accept-stale", is_flag=True, help=_("过期未核对的内容也写上。"))
@click.option(
    "--per",
    type=click.Choice([VILLAGE, SUBJECT]),
    default=None,
    help=_("village：一个村一份；subject：卡片一人（一户）一份，标题说的都填。"),
)
@click.option(
    "--name-pattern",
    metavar=_("样子"),
    help=_("文件名的样子，如“{单位}-{表名}-{日期}”；默认照表上印的。"),
)
@click.option("--zip", "packed", is_flag=True, help=_("一个村打一个包，里面有清单。"))
@click.option("--no-verify", is_flag=True, help=_("填好以后不再看一遍有没有存疑的格。"))
@click.option("--anyway", default="", metavar=_("为什么"), help=_("存疑也照样送出，为什么：写进回执。"))
@format_option
@click.pass_context
def command(
    context: click.Context,
    templates: tuple[Path, ...],
    folder: Path,
    data: Path | None,
    visits: tuple[Path, ...],
    as_of: datetime | None,
    scope: tuple[str, ...],
    subjects: tuple[str, ...],
    rows: str,
    since: Path | None,
    receipt: bool,
    addressee: str,
    pdf: bool,
    png: bool,
    photos: Path | None,
    accept_stale: bool,
    per: str | None,
    name_pattern: str | None,
    packed: bool,
    no_verify: bool,
    anyway: str,
    output_format: str,
) -> None:
    """Fill templates into a folder."""
    files = files_below(templates)
    outputs = Outputs(folder, [*files, *visits, *([data] if data else []), *([since] if since else [])])
    extras = Extras(pdf, png, receipt, addressee, clock.now(), since, not no_verify, anyway, photos)
    if (receipt or since) and data is not None:
        raise click.UsageError(_("--since 和 --receipt 只配从台账填的表。"))
    if since is not None and len(files) != 1 and not since.is_dir():
        raise click.UsageError(_("--since 只能配一张表。"))
    if visits and (data is not None or receipt or since):
        raise click.UsageError(_("--visit 只从填好的检查表带，不和 --data、--since、--receipt 一起用。"))
    if visits:
        seen_by = as_of.date() if as_of else clock.today()
        results, still = fill_visited(steps(files, _("填表")), visits, outputs, seen_by), None
    elif data is None:
        day = as_of.date() if as_of else None
        limits = (scope, subjects, rows == "all")
        many = Many(per or "", _pattern(name_pattern), packed)
        results, still = _from_ledger(files, outputs, day, limits, (extras, many), accept_stale=accept_stale)
    else:
        if len(files) != 1:
            raise click.UsageError(_("--data 只能配一张表。"))
        results, still = [_given(files[0], data, outputs, look=not no_verify)], None
    results = print_out(results, extras)
    if packed:
        pack(results, outputs, as_of.date() if as_of else clock.today())
    missed = overlooked(templates)
    report(results, output_format, missed, still)
    problems = [problem for result in results for problem in result.problems]
    context.exit(exit_code([*missed, *problems]))


def _pattern(text: str | None) -> Pattern | None:
    if text is None:
        return None
    found = pattern_of(text)
    if found is None:
        raise click.UsageError(
            _("--name-pattern 里写 {names} 这几样。").format(
                names="、".join(f"{{{each}}}" for each in TOKENS)
            )
        )
    return found


def _from_ledger(
    files: Sequence[Path],
    outputs: Outputs,
    day: date | None,
    limits: tuple[tuple[str, ...], tuple[str, ...], bool],
    beside: tuple[Extras, Many],
    *,
    accept_stale: bool,
) -> tuple[list[FileResult], Total | None]:
    """Fill templates from the ledger; loaded only here, because opening it takes a second."""
    from qingzhuang.answer.select import Scope
    from qingzhuang.cli.fill_ledger import ledger_results
    from qingzhuang.pipeline.answering import Wishes

    wishes = Wishes(day, Scope(*limits), accept_stale)
    today = clock.today()
    return ledger_results(steps(files, _("填表")), wishes, outputs, today, *beside)


def _given(template: Path, data: Path, outputs: Outputs, *, look: bool) -> FileResult:
    """Fill one template with the answers of a JSON file."""
    from qingzhuang.cli.fill_poured import SUFFIXES, poured
    from qingzhuang.pipeline.filling import fill_given
    from qingzhuang.pipeline.looking import look as look_over

    def work() -> FileResult:
        if data.suffix.lower() in SUFFIXES:
            return poured(template, data, outputs)
        answers = parse_answers(str(data), load(data))
        filled = fill_given(template.name, load(template), answers, converter=converter())
        place = outputs.save(template.name, filled.content)
        today = clock.today()
        doubts = look_over(place.name, filled.content, today, converter=converter()).doubts if look else ()
        return FileResult(str(template), str(place), len(filled.written), (), filled.problems, doubts)

    done = attempt(str(template), work)
    return FileResult(str(template), None, problems=(done,)) if isinstance(done, Problem) else done
