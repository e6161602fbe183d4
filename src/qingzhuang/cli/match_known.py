"""`qz match FORM --known FOLDER`: what of a form other forms ask already, column by column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from gettext import gettext as _

from qingzhuang.match.grouping.known import Hit, Known
from qingzhuang.match.whose.context import contexts
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.form import Form
from qingzhuang.model.verdict import Verdict

_SIGNS = {
    Verdict.EQUAL: "=", Verdict.DERIVABLE: "⇐", Verdict.NARROWER: "⊂", Verdict.BROADER: "⊃", Verdict.UNSURE: "?",
}  # fmt: skip
_OWN_WAY = ("b->a", "a<->b")


@dataclass(frozen=True, slots=True)
class Found:
    """One column of a form, and what of the known columns (form, label) says anything about it: the best of each form."""

    form: Form
    label: str
    hits: tuple[tuple[Form, str, Hit], ...]


def look_up(forms: Sequence[Form], others: Sequence[Form]) -> Iterator[Found]:
    """Hold each column that asks for a fact against all columns of the others, through an index."""
    columns = [(form, parse(context)) for form in others for _item, context in contexts(form)]
    known = Known([slots for _form, slots in columns])
    for form in forms:
        for item, context in contexts(form):
            slots = parse(context)
            if slots.nonfact:
                continue
            best: dict[str, tuple[Form, str, Hit]] = {}
            for hit in filter(_tells, known.find(slots)):
                other, head = columns[hit.number]
                if other.file != form.file:
                    best.setdefault(other.file, (other, head.text, hit))
            yield Found(form, item.key, tuple(best.values()))


def _tells(hit: Hit) -> bool:
    found = hit.outcome
    if found.verdict is Verdict.DERIVABLE:
        return found.direction in _OWN_WAY
    return found.verdict is not Verdict.DISTINCT


def lines(found: Sequence[Found]) -> Iterator[str]:
    """What is printed: a line for each column, with the best of what is known."""
    there = sum(any(_gives(hit) for _f, _l, hit in each.hits) for each in found)
    yield _("{total} 栏，{there} 栏别的表已经在要，或推得出。").format(total=len(found), there=there)
    for each in found:
        told = [
            f"{_SIGNS[hit.outcome.verdict]} {label}（{form.file}）：{hit.outcome.why}"
            for form, label, hit in each.hits[:3]
        ]
        yield f"  {each.label}  " + ("；".join(told) or _("没有"))


def _gives(hit: Hit) -> bool:
    return hit.outcome.verdict in (Verdict.EQUAL, Verdict.DERIVABLE)


def document(found: Sequence[Found]) -> list[dict[str, object]]:
    """The same for a program."""
    return [
        {
            "file": each.form.file,
            "item": each.label,
            "known": [
                {
                    "file": form.file,
                    "label": label,
                    "verdict": hit.outcome.verdict.value,
                    "rule": hit.rule,
                    "why": hit.outcome.why,
                    "formula": hit.outcome.back or hit.outcome.formula,
                }
                for form, label, hit in each.hits
            ],
        }
        for each in found
    ]
