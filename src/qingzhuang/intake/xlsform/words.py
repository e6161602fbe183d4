"""The words of a label that people see: one language, without marks of style."""

import re

from qingzhuang.intake.layout.text import level
from qingzhuang.model.xlsform import DEFAULT_LANGUAGE, Wording, XlsForm

_CHINESE = re.compile(r"中文|汉语|漢語|chinese|\(zh|^zh\b", re.IGNORECASE)
_HELD = "\ue000"  # of the private use area: no text of people holds it
_TAG, _STYLE = (
    re.compile(r"</?[A-Za-z][^<>]*>"),
    re.compile(r"\*\*|__|^#{1,6}\s+|(?<=\S)\*(?=\S)", re.MULTILINE),
)
_REFERENCE = re.compile(r"\$\{(?:last-saved#)?([^}]*)\}")
_BETWEEN = re.compile(r"(?<![!-~]) | (?![!-~])")
_NOTHING = frozenset({"NO_LABEL", "-"})


def one_level(text: str) -> str:
    """Return a label as one level of a path: spaces stay between Latin words only."""
    words = level(_BETWEEN.sub("", " ".join(text.split())).replace(" ", _HELD))
    return words.replace(_HELD, " ").strip()


def shown_words(form: XlsForm, wording: Wording) -> str:
    """Return a label in Chinese where there is one, else in the form's own language; a reference becomes …."""
    if not wording:
        return ""
    chinese = next((text for language, text in wording.items() if _CHINESE.search(language)), None)
    text = (
        chinese
        or wording.get(form.default_language)
        or wording.get(DEFAULT_LANGUAGE)
        or next(iter(wording.values()))
    )
    text = _REFERENCE.sub("…", _STYLE.sub("", _TAG.sub(" ", text)))
    words = " ".join(text.split())
    return "" if words in _NOTHING else words
