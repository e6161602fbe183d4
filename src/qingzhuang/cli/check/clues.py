"""The table of tip-offs by place, as a file that opens in Excel and WPS."""

import csv
from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path

import click

from qingzhuang.cli.output import reason
from qingzhuang.pipeline.checked import Checked
from qingzhuang.pipeline.clue_table import clue_table


def write_clue_table(done: Sequence[Checked], smallest: int, path: Path) -> None:
    """Write the table and say so."""
    table = clue_table(done, smallest)
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows([_harmless(cell) for cell in line] for line in table.lines())
    except OSError as error:
        raise click.BadParameter(
            _("写不进 {file}：{reason}").format(file=path, reason=reason(error)), param_hint="--clue-table"
        ) from error
    told = _("各地线索写在 {file}；少于 {smallest} 件的不写数。").format(file=path, smallest=table.smallest)
    click.echo(told, err=True)


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would compute is text."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell
