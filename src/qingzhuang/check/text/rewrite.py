"""How the same could be asked lawfully: the time and whom to ask stay, the trace goes. The new words are checked themselves."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from qingzhuang.check.text.lexicon import table
from qingzhuang.check.text.practice import Label, Practice
from qingzhuang.check.text.read import practices, readings
from qingzhuang.model.case import CaseKind

_END = re.compile(r"[。!?！？;；\n]")
_TO = re.compile("^(?:请?于|在)")
_PASSES = 4
_PAUSES = "，,、：:；;"
_SHORTEST = 6  # letters of a clause that says something


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(table("rewrite")[name])


def contact_in(text: str) -> str:
    """Whom a text says to ask, empty when it names nobody."""
    found = _words("contact").search(text)
    return found[0] if found else ""


def rewrite(text: str, practice: Practice, contact: str | None = None) -> str:
    """A lawful sentence in place of the one that holds the practice, with its deadline and the text's contact (given,
    where many practices of one long text are rewritten)."""
    start, end = _sentence(text, practice.start, practice.end)
    asked = contact_in(text) if contact is None else contact
    kept = _put(text, practice, start, end)
    return f"{kept}{asked}。" if asked and asked not in kept else kept


def rewritten(text: str) -> str:
    """The whole text with every sentence that orders a practice asked lawfully instead. Orders none itself."""
    for _ in range(_PASSES):
        found = practices(text)
        if not found:
            return text
        text = _replaced(text, found)
    return text


def rewritten_at(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with only the sentences at these spans asked lawfully, each with all that it orders."""
    found, wanted = practices(text), list(spans)
    chosen = {
        _sentence(text, each.start, each.end)
        for each in found
        if any(each.start < end and start < each.end for start, end in wanted)
    }
    return _replaced(text, [each for each in found if _sentence(text, each.start, each.end) in chosen])


def _replaced(text: str, found: Iterable[Practice]) -> str:
    asked: dict[tuple[int, int], list[str]] = {}
    for practice in found:
        asked.setdefault(_sentence(text, practice.start, practice.end), []).append(_template(practice))
    done = 0
    pieces: list[str] = []
    for (start, end), sentences in sorted(asked.items()):
        if start < done:
            continue
        sentence = text[start:end]
        new = _kept(sentence) + _about(sentence) + "".join(dict.fromkeys(sentences))
        contact = _words("contact").search(text, start, end)
        pieces += [text[done:start], new, f"{contact[0]}。" if contact else ""]
        done = end
    return "".join((*pieces, text[done:]))


def _put(text: str, practice: Practice, start: int, end: int) -> str:
    """The sentence anew: what it said before the practice stays where that orders nothing, else the deadline alone; a thing
    that it names is named."""
    sentence = text[start:end]
    lead = text[start : practice.start].strip()
    lead = lead[: max((lead.rfind(mark) for mark in _PAUSES), default=-1) + 1]
    asked = _about(sentence) + _template(practice)
    if len(lead) >= _SHORTEST and not _read(lead) and not _ordered(lead + asked):
        return lead.rstrip(_PAUSES) + "，" + asked
    return _kept(sentence) + asked


@lru_cache(maxsize=64)
def _read(words: str) -> bool:
    """Whether words speak of any practice; several practices of a sentence share what stands before them."""
    return bool(readings(words))


@lru_cache(maxsize=64)
def _ordered(words: str) -> bool:
    return bool(practices(words))


def _about(sentence: str) -> str:
    """The app, account or platform that a sentence names, as the topic of the new one."""
    found = _words("thing").search(sentence)
    return f"{found[0]}：" if found else ""


def _template(practice: Practice) -> str:
    follows = practice.label is Label.FORCED_INSTALL and practice.kind is CaseKind.ACCOUNT
    words: str = table("rewrite")["follow" if follows else practice.label.value]
    return words


def _kept(sentence: str) -> str:
    """The deadline of a sentence, as the opening of the new one."""
    found = _words("deadline").search(sentence)
    return f"办理时间：{_TO.sub('', found[0])}。" if found else ""


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    before = [cut.end() for cut in _END.finditer(text, max(start - 400, 0), start)]
    after = _END.search(text, max(end - 1, start), min(end + 400, len(text)))
    left = before[-1] if before else max(start - 400, 0)
    if after is None:
        return left, min(end + 400, len(text))
    return left, after.start() if after[0] == "\n" else after.end()
