"""One sentence held against the rules, for whoever wants to try; nothing is kept."""

from dataclasses import dataclass
from datetime import date

from django import forms

from qingzhuang.language import gettext
from qingzhuang.packs.citation import Citation, citation
from qingzhuang.packs.load import encoded
from qingzhuang.pipeline.checking import check_text, court
from qingzhuang.privacy.shown import veiled
from qingzhuang.web.checked.rules import KINDS
from qingzhuang.web.rulebook.spoken import verb_said

MOST_LETTERS = 2000


class Try(forms.Form):
    """A sentence."""

    text = forms.CharField(max_length=MOST_LETTERS)


@dataclass(frozen=True, slots=True)
class Hit:
    """What was found: the words, the rule, how to put it."""

    code: str
    title: str
    kind: str
    tag: str
    words: str
    law: Citation
    rewrite: str


def hits(text: str, day: date) -> tuple[Hit, ...]:
    """Return what the rules find in a text, personal data masked."""
    found = check_text(text, court(day), day)
    return tuple(
        Hit(
            each.code,
            gettext(each.title),
            KINDS[each.gravity],
            verb_said(each),
            veiled(each.text),
            citation(each, encoded()[each.code].provision if each.code in encoded() else None),
            veiled(each.rewrite),
        )
        for each in found
    )
