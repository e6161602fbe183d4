"""`qz match`: which points of several bureaus' checklists are one, so that one visit answers them all."""

from collections.abc import Iterator, Sequence
from gettext import gettext as _

from qingzhuang.match.checklist.lists import PairOfLists, Same
from qingzhuang.model.form import Form
from qingzhuang.model.verdict import Verdict


def lines(forms: Sequence[Form], pairs: Sequence[PairOfLists]) -> Iterator[str]:
    """What is printed: per pair of lists the points before and after, then the points that are one."""
    for pair in pairs:
        names = [forms[number].title or forms[number].file for number in (pair.a, pair.b)]
        yield _("《{a}》和《{b}》：一共查 {before} 条，去同一处只需查 {after} 条").format(
            a=names[0], b=names[1], before=pair.before, after=pair.after
        )
        for same in pair.same:
            yield f"  {_line(same)}"


def _line(same: Same) -> str:
    mark = {Verdict.EQUAL: "=", Verdict.NARROWER: "⇒", Verdict.BROADER: "⇐"}[same.found.verdict]
    return f"{same.a.text} {mark} {same.b.text}：{same.found.why}"


def document(pairs: Sequence[PairOfLists]) -> list[dict[str, object]]:
    """The same as JSON; forms by their number."""
    return [
        {
            "forms": [pair.a, pair.b],
            "points_before": pair.before,
            "points_after": pair.after,
            "same": [_entry(each) for each in pair.same],
        }
        for pair in pairs
    ]


def _entry(same: Same) -> dict[str, object]:
    return {
        "a": {"where": same.a.where, "text": same.a.text},
        "b": {"where": same.b.where, "text": same.b.text},
        "verdict": same.found.verdict.value,
        "reverse": same.found.reverse,
        "why": same.found.why,
    }
