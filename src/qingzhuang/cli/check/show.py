"""What was found, in the form that was asked for: on the screen or in a file."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _
from pathlib import Path

import click

import qingzhuang
from qingzhuang.check.sarif import sarif
from qingzhuang.cli.check.for_people import summary, tell
from qingzhuang.cli.check.for_programs import document
from qingzhuang.model.problem import Problem
from qingzhuang.packs.load import encoded
from qingzhuang.pipeline.checked import Checked
from qingzhuang.pipeline.checking import Court


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be shown, and by what it was checked."""

    done: Sequence[Checked]
    problems: Sequence[Problem]
    court: Court
    asked_on: date | None = None
    filings: bool = False
    since_last: str = ""


def show(shown: Shown, output_format: str, output: Path | None) -> None:
    """Write to the file, and one line of summary on the screen; without a file, everything on the screen."""
    text = written(shown, output_format)
    text = text.encode("utf-8", "replace").decode(
        "utf-8"
    )  # half a character from a broken file stops nothing
    if output is None:
        if output_format == "html" and sys.stdout.isatty():
            raise click.UsageError(_("网页请写到文件：加上 -o 检查.html"))
        click.echo(text, nl=not text.endswith("\n"))
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.BadParameter(
            _("写不进 {file}：{reason}").format(file=output, reason=error.strerror), param_hint="-o"
        ) from error
    for line in summary(list(shown.done)):
        click.echo(line)
    click.echo(_("写在 {file}").format(file=output))


def written(shown: Shown, output_format: str) -> str:
    """The whole text of one format."""
    if output_format == "json":
        files = {"files": [document(each) for each in shown.done]}
        return json.dumps(files, ensure_ascii=False, indent=1, default=str)
    if output_format == "sarif":
        return json.dumps(_sarif(shown.done), ensure_ascii=False, indent=1)
    if output_format == "html":
        return _html(shown)
    lines: list[str] = []
    tell(list(shown.done), lines.append)
    return "\n".join(lines) + "\n"


def _sarif(done: Sequence[Checked]) -> dict[str, object]:
    found = [(each.path or each.file, finding) for each in done for finding in each.findings]
    return sarif(found, qingzhuang.__version__, {code: each.rule.page for code, each in encoded().items()})


def _html(shown: Shown) -> str:
    from qingzhuang.web.checked.page import Scope, checked_page
    from qingzhuang.web.checked.render import render_checked

    provisions = {code: each.provision for code, each in encoded().items()}
    held = shown.court
    scope = Scope(
        held.setting.today, provisions, shown.asked_on, held.places, shown.filings, shown.since_last
    )
    footer = _("qz check {version} · ").format(version=qingzhuang.__version__)
    return render_checked(checked_page(shown.done, scope, shown.problems, footer=footer))
