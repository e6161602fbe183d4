"""What changed since the last check."""

from dataclasses import replace
from gettext import gettext as _
from pathlib import Path

import click

from qingzhuang.check.baseline import dump, fingerprint, load
from qingzhuang.model.finding import Finding
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
    known = sum(left.values())
    kept: list[Checked] = []
    for each in done:
        new: list[Finding] = []
        for finding in each.findings:
            key = fingerprint(each.file, finding)
            if left[key] > 0:
                left[key] -= 1
            else:
                new.append(finding)
        kept.append(replace(each, findings=tuple(new)))
    gone = sum(left.values())
    fresh = sum(len(each.findings) for each in kept)
    return kept, _("和上次比：新增 {new} 条，还在 {stay} 条，没有了 {gone} 条。").format(
        new=fresh, stay=known - gone, gone=gone
    )
