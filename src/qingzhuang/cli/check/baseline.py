"""What changed since the last check."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path

import click

from qingzhuang.check.baseline import compare, dump, load
from qingzhuang.cli.output import reason
from qingzhuang.pipeline.checked import Checked

_GONE = 20


def against(baseline: Path, done: list[Checked]) -> tuple[list[Checked], str]:
    """Keep what is new since the baseline, and say what is gone; write a baseline where there is none."""
    found = [(each.file, finding) for each in done for finding in each.findings]
    if not baseline.exists():
        return done, _first(baseline, dump(found), len(found))
    try:
        before = load(baseline.read_text(encoding="utf-8"))
    except (ValueError, OSError, RecursionError) as error:
        raise click.BadParameter(
            _("{file} 不是上次的结果。").format(file=baseline), param_hint="--baseline"
        ) from error
    change = compare(found, before)
    new = {id(finding) for _file, finding in change.new}
    kept = [
        replace(each, findings=tuple(finding for finding in each.findings if id(finding) in new))
        for each in done
    ]
    note = _("和上次比：新增 {new} 条，还在 {stay} 条，没有了 {gone} 条。").format(
        new=len(new), stay=change.stayed, gone=len(change.gone)
    )
    return kept, "\n".join((note, *_gone(change.gone)))


def _first(baseline: Path, text: str, count: int) -> str:
    try:
        baseline.write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        raise click.BadParameter(
            _("写不进 {file}：{reason}").format(file=baseline, reason=reason(error)), param_hint="--baseline"
        ) from error
    return _("记下 {count} 条，下次只显示新的：{file}").format(count=count, file=baseline)


def _gone(names: Sequence[str]) -> Iterator[str]:
    for name in names[:_GONE]:
        yield _("  没有了：{name}").format(name=name)
    if len(names) > _GONE:
        yield _("  等 {count} 条").format(count=len(names))
