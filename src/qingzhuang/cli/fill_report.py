"""What `qz fill` says about each file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _
from gettext import ngettext
from pathlib import PurePath
from typing import Any, Protocol

from qingzhuang.answer.lookover import Doubt
from qingzhuang.cli.looked import doubts_json, say_doubts
from qingzhuang.cli.output import as_json, complain, say, say_json
from qingzhuang.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Gap:
    """What a file still lacks: a label, about how many subjects, in how many cells, who can know it, and why it was
    left blank (unknown, stale, conflict …), in a sentence where that says more (`reason`)."""

    label: str
    subjects: int
    cells: int
    who: str
    why: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FileResult:
    """One template: where the filled file lies (None: not written), what it got, what it lacks, what in it is doubtful, which village's
    it is."""

    file: str
    output: str | None
    cells: int = 0
    gaps: tuple[Gap, ...] = ()
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    unit: str = ""

    @property
    def document(self) -> Mapping[str, Any]:
        """The result for a program."""
        return {
            "file": self.file,
            "output": self.output,
            "cells": self.cells,
            "missing": [
                {name: getattr(gap, name) for name in ("label", "subjects", "cells", "who", "why", "reason")}
                for gap in self.gaps
            ],
            "doubts": doubts_json(self.doubts),
            "problems": [as_json(problem) for problem in self.problems],
        }


REASONS = {
    "unknown": _("还没有人说过"),
    "stale": _("太久没有更新，请核对"),
    "conflict": _("两处说法不一，没有写"),
    "doubtful": _("台账里的不可靠（号码有错或人已去世），没有写"),
    "unprinted": _("表上没有这个选项"),
    "unread": _("没有读懂这一栏"),
}


class Total(Protocol):
    """What is still open in all files together."""

    @property
    def count(self) -> int:
        """How many questions."""
        ...

    @property
    def cells(self) -> int:
        """How many blank cells wait for them."""
        ...

    @property
    def total(self) -> str:
        """Both in a sentence."""
        ...


def report(
    results: Sequence[FileResult],
    output_format: str,
    missed: Sequence[Problem] = (),
    still: Total | None = None,
) -> None:
    """Print all results, then what was `missed` among the files given and what is `still` open in them; problems go to
    standard error."""
    if output_format == "json":
        files = [result.document for result in results]
        total = {"total": {"questions": still.count, "cells": still.cells}} if still is not None else {}
        say_json({"files": files, **total, "problems": [as_json(each) for each in missed]}, indent=2)
        return
    for result in results:
        _say(result)
        complain(_located(result))
    complain(missed)
    if still is not None and still.count:
        say(_("还缺的：{total}看问什么用 qz ask。").format(total=still.total))


def _located(result: FileResult) -> list[Problem]:
    """Problems that say in which of many files they stand."""
    name = PurePath(result.file).name
    return [
        each if name in each.where else replace(each, where=f"{name} {each.where}")
        for each in result.problems
    ]


def _say(result: FileResult) -> None:
    if result.output is None:
        return
    counted = ngettext("填了 {n} 格", "填了 {n} 格", result.cells).format(n=result.cells)
    say(f"{result.file} → {result.output}：{counted}")
    for gap in result.gaps:
        say(
            _("  还缺 {label}：{cells} 格，{subjects} 个对象，{why}。可以问：{who}").format(
                label=gap.label,
                cells=gap.cells,
                subjects=gap.subjects,
                why=gap.reason or REASONS.get(gap.why, gap.why),
                who=gap.who,
            )
        )
    say_doubts(result.doubts)
