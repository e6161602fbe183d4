"""From what a text orders to cases: each practice is one case, its facts read from the words of its span."""

from datetime import date

from qingzhuang.check.text.read import practices
from qingzhuang.model.case import Case, Known, Origin


def cases(text: str, *, day: date | None = None, places: tuple[str, ...] = ()) -> list[Case]:
    """The cases of a text, in its order; offsets count in the text as given."""
    return [
        Case(
            each.kind,
            facts={
                name: Known(value, Origin.PARSED, start=each.start, end=each.end)
                for name, value in each.facts.items()
            },
            day=day,
            places=places,
            exemption=each.exemption,
            label=str(each.label),
        )
        for each in practices(text)
    ]
