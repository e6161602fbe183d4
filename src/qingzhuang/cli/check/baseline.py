"""What changed since the last check."""

from collections import Counter
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path

import click

from qingzhuang.check.baseline import compare, dump, fingerprint, load
from qingzhuang.pipeline.checked import Checked


def against(baseline: Path, done: list[Checked]) -> tuple[list[Checked], str]:
    """Keep what is new since the baseline; write one where there is none."""
    prints = [fingerprint(each.file, finding) for each in done for finding in each.findings]
    if not baseline.exists():
        baseline.write_text(dump(prints), encoding="utf-8")
        return done, _("记下 {count} 条，下次只显示新的：{file}").format(count=len(prints), file=baseline)
    try:
        left = load(baseline.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:
        raise click.BadParameter(
            _("{file} 不是上次的结果。").format(file=baseline), param_hint="--baseline"
        ) from error
    kept: list[Checked] = []
    stayed = 0
    for each in done:
        change = compare([(each.file, finding) for finding in each.findings], left)
        left = Counter(change.gone)
        stayed += change.stayed
        kept.append(replace(each, findings=change.new))
    fresh = sum(len(each.findings) for each in kept)
    return kept, _("和上次比：新增 {new} 条，还在 {stay} 条，没有了 {gone} 条。").format(
        new=fresh, stay=stayed, gone=left.total()
    )
