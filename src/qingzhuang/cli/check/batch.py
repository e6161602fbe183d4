"""A file of texts, one a line, each answered by one line."""

import json
from datetime import date
from gettext import gettext as _
from pathlib import Path

import click

from qingzhuang.cli.check.for_programs import finding_json
from qingzhuang.cli.output import OK, PROBLEMS
from qingzhuang.pipeline.checking import Court, check_text


def batch(path: Path, court: Court, day: date | None) -> int:
    """Print {"id", "findings"} for each line {"id", "text"}; a line that is none is told and the rest is done."""
    bad = 0
    with path.open(encoding="utf-8", errors="replace") as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                name, text = record["id"], record["text"]
                if not isinstance(text, str):
                    raise TypeError(type(text).__name__)
            except (ValueError, KeyError, TypeError, RecursionError):
                bad += 1
                click.echo(
                    _('{file} 第{number}行：不是 {{"id","text"}} 的样子，跳过了。（QZ-K002）').format(
                        file=path.name, number=number
                    ),
                    err=True,
                )
                continue
            found = [finding_json(each) for each in check_text(text, court, day)]
            click.echo(json.dumps({"id": name, "findings": found}, ensure_ascii=True))
    return PROBLEMS if bad else OK
