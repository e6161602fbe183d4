"""`qz weigh`: a folder of forms onto the scales."""

import time
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from gettext import gettext as _
from pathlib import Path

import click

from qingzhuang.account.load import ItemClass
from qingzhuang.account.propose.proposal import Proposal
from qingzhuang.account.tally import Weighed
from qingzhuang.account.weighing import Weighing
from qingzhuang.cli.fill_write import cannot_write, write_whole
from qingzhuang.cli.guard import attempt, overlooked
from qingzhuang.cli.ledger_open import opened
from qingzhuang.cli.output import (
    PROBLEMS,
    as_json,
    complain,
    examples,
    exit_code,
    files_below,
    format_option,
    say,
    say_json,
    steps,
)
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.pipeline.demands import FILE, NOTHING_TOLD, Told, parse_demands
from qingzhuang.pipeline.weighing import Pile, weigh
from qingzhuang.store import clock
from qingzhuang.web.report.page import ReportPage, report_page
from qingzhuang.web.report.render import render_report

PLAIN_NAMES = ("表格", "表", "forms")


@click.command(
    help=_("称一称：文件夹里的表要几分钟，哪些重复问、哪些算得出、先减哪处。"),
    epilog=examples("qz weigh 表格 -o 称一称.html"),
)
@click.argument("folder", type=click.Path(exists=True, path_type=Path), metavar=_("文件夹"))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar=_("文件"),
    help=_("另存为一页 HTML 报告。"),
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar=_("年-月-日"),
    help=_("按哪一天的单价算，默认今天。"),
)
@click.option(
    "--ledger/--no-ledger", default=True, help=_("台账里已有的算不算“已知”，默认算（没有台账就都不算）。")
)
@format_option
@click.pass_context
def command(
    context: click.Context,
    folder: Path,
    output: Path | None,
    today: datetime | None,
    ledger: bool,
    output_format: str,
) -> None:
    """Weigh a folder and print, or write, the report."""
    day = today.date() if today else clock.today()
    weighing, problems, seconds = weigh_folder(folder, day, held_facts(day) if ledger else None)
    if not weighing.tally.demands:
        _nothing_to_weigh(weighing, problems, str(folder), output_format)
        context.exit(PROBLEMS)
    footer = _("qz weigh {place} · {files} 个文件，读了 {seconds:.1f} 秒 · ").format(
        place=weighing.place, files=weighing.files, seconds=seconds
    )
    page = report_page(weighing, day, footer=footer)
    if output:
        problems += _write(output, render_report(page))
    if output_format == "json":
        say_json(weighing_json(weighing, problems))
    else:
        say_page(page, output if output and output.is_file() else None)
        complain(problems)
    context.exit(exit_code(problems))


def _nothing_to_weigh(weighing: Weighing, problems: list[Problem], folder: str, output_format: str) -> None:
    """Say why there is no report: one of nothing would look like a folder that costs nothing."""
    told = [*problems, _nothing(folder)]
    if output_format == "json":
        say_json(weighing_json(weighing, told))
    else:
        complain(told)


def _nothing(folder: str) -> Problem:
    return Problem(
        "QZ-F161",
        folder,
        _("一张要填的表都没有读到，没有称，也没有写报告。"),
        _("请给放着表（Excel、Word）的文件夹；表在压缩包里的，先解开。"),
    )


def weigh_folder(
    folder: Path, day: date, known: dict[str, int] | None = None
) -> tuple[Weighing, list[Problem], float]:
    """Read and weigh all forms below a folder. Returns the weighing, what could not be used, and the seconds it took."""
    from qingzhuang.office.convert import converter

    began = time.monotonic()
    files = files_below([folder])
    pile, problems, convert = Pile(), overlooked([folder]), converter(files)
    told = _told(folder, problems)
    root = folder if folder.is_dir() else folder.parent
    for path in steps(files, _("读表")):
        name = path.relative_to(root).as_posix()
        failed = attempt(name, lambda: pile.add(name, path.read_bytes(), convert), hurried=True)  # noqa: B023
        pile.unread += [failed] if failed else []
    weighing = weigh(_place(root.resolve()), pile, day, told, known)
    return weighing, problems + pile.unread, time.monotonic() - began


def _write(output: Path, html: str) -> list[Problem]:
    """Write the report whole or not at all."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        write_whole(output, html.encode())
    except OSError as error:
        return [cannot_write(str(output), error)]
    return []


def held_facts(day: date) -> dict[str, int]:
    """Of how many subjects the ledger holds each element; nothing when this machine has no ledger yet."""
    from qingzhuang.store.home import has_ledger

    if not has_ledger():
        return {}
    opened()
    from qingzhuang.store.ledger.queries import held

    return held(day)


def _place(root: Path) -> str:
    """What is weighed is named by its folder; a folder that is just called forms by the one above."""
    return root.parent.name if root.name in PLAIN_NAMES else root.name


def _told(folder: Path, problems: list[Problem]) -> Told:
    source = folder / FILE
    if not source.is_file():
        return NOTHING_TOLD
    try:
        return parse_demands(source.read_text(encoding="utf-8"), str(source))
    except ProblemError as error:
        problems.append(error.problem)
        return NOTHING_TOLD


def say_page(page: ReportPage, output: Path | None) -> None:
    """Print the report's sentences for people."""
    after = "".join(f" {figure} {unit}" for figure, unit in page.after)
    say(_("{place}，{forms} 张表有多重").format(place=page.place, forms=page.forms))
    say(
        _("照原样填，每月 {before}；只答没人知道的，{after}。").format(
            before=page.before, after=after.strip()
        )
    )
    classes = "，".join(f"{each.words} {each.count}" for each in page.classes)
    say(_("{columns} 栏：{classes}。").format(columns=page.columns, classes=classes))
    for issuer in page.issuers:
        say(f"  {issuer.name}：{issuer.forms} 张，{issuer.before} → {issuer.after} 分/月")
    if page.proposals:
        say(_("可以先动的："))
    for each in page.proposals:
        say(f"  {each.forms}：{each.what}（{each.why}），卸下 {each.frees}/月")
    say("；".join(rate.text for rate in page.rates.all))
    for assumption in page.assumptions:
        say(assumption)
    if output:
        say(_("报告写在 {path}，一个文件，可发可印。").format(path=output))


def weighing_json(weighing: Weighing, problems: Iterable[Problem] = ()) -> dict[str, object]:
    """Everything for a program; minutes are a year's, over all posts."""
    others = [each for each in problems if each not in weighing.unread]
    tally = weighing.tally
    return {
        "place": weighing.place,
        "files": weighing.files,
        "forms": len(tally.demands),
        "items": {kind.value: len(tally.items(kind)) for kind in ItemClass},
        "cells": {"before": tally.touched[0], "after": tally.touched[1]},
        "minutes_per_year": {"before": asdict(tally.before), "after": asdict(tally.after)},
        "demands": [_demand_json(each) for each in tally.demands],
        "proposals": [_proposal_json(each) for each in weighing.proposals],
        "repeats": [asdict(each) for each in weighing.repeats],
        "lookalikes": [asdict(each) for each in weighing.lookalikes],
        "unsure": weighing.unsure,
        "rates": [rate.text for rate in weighing.rates.all],
        "assumptions": list(weighing.assumptions),
        "problems": [as_json(each) for each in (*weighing.unread, *weighing.doubts, *others)],
    }


def _demand_json(each: Weighed) -> dict[str, object]:
    demand = each.load.load.demand
    return {
        "file": demand.form.file,
        "title": demand.form.title,
        "issuer": demand.issuer.name,
        "times_per_year": demand.times_per_year,
        "posts": demand.post.count,
        "items": [
            {
                "label": one.asked.item.key,
                "element": one.asked.name,
                "class": one.kind.value,
                "cells": one.asked.cells,
            }
            for one in each.load.items
        ],
        "before": asdict(each.before.minutes) | {"formula": each.before.formula},
        "after": asdict(each.after.minutes) | {"formula": each.after.formula},
    }


def _proposal_json(each: Proposal) -> dict[str, object]:
    return {
        "kind": each.kind.value,
        "forms": each.forms,
        "what": each.what,
        "why": each.why,
        "check": each.check,
        "frees": asdict(each.frees.minutes) | {"formula": each.frees.formula},
    }
