"""Free text above and below tables: which of it is the title, a section's name, or notes."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.intake.layout.inline import is_inline
from qingzhuang.intake.layout.rows import is_date_line
from qingzhuang.intake.layout.text import is_sentence, squash
from qingzhuang.intake.layout.units import measure
from qingzhuang.intake.layout.words import ATTACHMENT, FORM_END, FORM_WORD, NOTE, SECTION
from qingzhuang.model.place import Place

_LEAST = 2.0
_WEIGHTS = {
    "ends as a form": 3.0,
    "has a form word": 1.0,
    "large": 2.0,
    "bold": 1.0,
    "centred": 1.0,
    "wide": 1.0,
    "first": 1.0,
}
_AGAINST = {"section number": 6.0, "brackets": 4.0, "prose": 3.0, "labels": 6.0}


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of free text where it stands; `row` is None for a paragraph outside the grid."""

    text: str
    place: Place
    row: int | None
    size: float = 11.0
    bold: bool = False
    centred: bool = False
    width: int = 1


def title_of(texts: Sequence[Text], *, nearest: bool = False) -> Text | None:
    """Return the title among free texts, or None; `nearest` prefers the last one (paragraphs before a table)."""
    scored = [
        (_score(text, first=place == 0), text) for place, text in enumerate(texts) if may_be_title(text.text)
    ]
    scored = [(score, text) for score, text in scored if score >= _LEAST]
    if not scored:
        return None
    best = max(score for score, _ in scored)
    good = [text for score, text in scored if score >= (best - 1.5 if nearest else best)]
    return good[-1] if nearest else good[0]


def may_be_title(text: str) -> bool:
    """Tell whether a text could be a title at all."""
    bare = squash(text)
    return not (
        (not 2 <= len(bare) <= 80 and bare)
        or NOTE.match(bare)
        or ATTACHMENT.match(bare)
        or measure(bare)
        or is_date_line(bare)
        or (bare[:1] in "（(" and bare[-1:] in "）)")
    )


def _score(text: Text, *, first: bool) -> float:
    bare = squash(text.text)
    score = _WEIGHTS["first"] if first else 0.0
    score += _WEIGHTS["ends as a form"] if FORM_END.search(bare) else 0.0
    score += _WEIGHTS["has a form word"] if FORM_WORD.search(bare) else 0.0
    score += _WEIGHTS["large"] if text.size >= 14 else 0.0
    score += _WEIGHTS["bold"] if text.bold else 0.0
    score += _WEIGHTS["centred"] if text.centred else 0.0
    score += _WEIGHTS["wide"] if text.width >= 3 else 0.0
    score -= _AGAINST["section number"] if SECTION.match(bare) and not bare.startswith("表") else 0.0
    score -= _AGAINST["prose"] if is_sentence(bare) and not FORM_END.search(bare) else 0.0
    score -= _AGAINST["labels"] if is_inline(text.text) else 0.0
    return score


def is_section(text: str) -> bool:
    """Tell whether a text can name a section: short, no note, no label that awaits an answer, no date."""
    bare = squash(text)
    if not bare or len(bare) > 40 or NOTE.match(bare) or is_inline(text) or ATTACHMENT.match(bare):
        return False
    return not (is_sentence(bare) or measure(bare) or is_date_line(bare))
