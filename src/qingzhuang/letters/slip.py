"""The refusal slip: a polite letter to who asked, naming rule and words, a lawful way, and what is answered already.

The machine proposes, the issuer decides: a breach asks to adjust, a duty to add, "in principle" asks for the reason only,
and advice is advice. Questions for our own side are left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.law.provision import Provision
from qingzhuang.letters.words import asked, closing, opening, title
from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.packs.citation import Citation, citation
from qingzhuang.pipeline.checked import Checked
from qingzhuang.pipeline.extract import Extract, Piece, extracts
from qingzhuang.privacy.shown import veiled

GRAVITIES = (Gravity.BREACH, Gravity.DUTY, Gravity.REASON, Gravity.ADVICE)
NUMERALS = "一二三四五六七八九十"
SHOWN = 3
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Point:
    """One rule: the words or things in question, the law, what is known already, a lawful way."""

    what: str
    law: str
    known: str
    way: str


@dataclass(frozen=True, slots=True)
class Section:
    """The points that may be spoken of in one way."""

    heading: str
    lead: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """The letter in its order; `annex` are the passages and lists that the points speak of."""

    title: str
    salutation: str
    opening: str
    sections: tuple[Section, ...]
    closing: tuple[str, ...]
    annex: tuple[Extract, ...]


def slip(checked: Sequence[Checked], provisions: Mapping[str, Provision]) -> Slip | None:
    """Return the letter about one file (all that was read of it), or None when nothing is to be asked."""
    held = [(each, finding) for each in checked for finding in each.findings if finding.gravity in GRAVITIES]
    if not held:
        return None
    grouped: dict[tuple[Gravity, str], list[tuple[Checked, Finding]]] = {}
    for each, finding in held:
        grouped.setdefault((finding.gravity, finding.code), []).append((each, finding))
    sections: list[Section] = []
    for gravity in (each for each in GRAVITIES if any(key[0] is each for key in grouped)):
        found = [rule for key, rule in grouped.items() if key[0] is gravity]
        heading, lead = asked(gravity)
        points = tuple(_point(each, provisions) for each in found)
        sections.append(Section(f"{NUMERALS[len(sections)]}、{heading}", lead, points))
    first, gravities = held[0][0], {key[0] for key in grouped}
    sure = all(finding.quoted and "未核" not in finding.article for _each, finding in held)
    return Slip(
        title=title(first, gravities),
        salutation=_("贵单位："),
        opening=opening(first, len(grouped)),
        sections=tuple(sections),
        closing=tuple(closing(sure=sure)),
        annex=tuple(_annex(held)),
    )


def _point(found: Sequence[tuple[Checked, Finding]], provisions: Mapping[str, Provision]) -> Point:
    first = found[0][1]
    law = citation(first, provisions.get(first.code))
    way = _("可以这样：{rewrite}").format(rewrite=first.rewrite) if first.rewrite else ""
    return Point(
        what=f"{_places(found)}{first.message}",
        law=_("{name}{article}：{said}（{since}）。").format(
            name=law.name, article=law.article, said=_said(law), since=law.since
        ),
        known=_known([note for _each, finding in found for note in finding.notes]),
        way=way,
    )


def _said(law: Citation) -> str:
    return f"“{nested(law.words)}”" if law.quoted else law.said


def _places(found: Sequence[tuple[Checked, Finding]]) -> str:
    """Where, in the issuer's own words; the first few, the rest is in the annex."""
    said: dict[str, list[str]] = {}
    for each, finding in found:
        if finding.text:
            said.setdefault(finding.where, []).append(finding.text)
        elif not finding.notes:  # a form's particulars name their own places
            own = finding.subject in (each.title, each.file, finding.where, "")
            said.setdefault(finding.where if own else f"{veiled(finding.subject)}（{finding.where}）", [])
    shown = "、".join(where + _quoted(texts) for where, texts in list(said.items())[:SHOWN])
    more = _("等 {n} 处").format(n=len(said)) if len(said) > SHOWN else ""
    return f"{shown}{more}：" if said else ""


def _quoted(texts: Sequence[str]) -> str:
    """Words of one paragraph; what lies within longer words is not said twice."""
    whole = [
        each for each in dict.fromkeys(texts) if not any(each != other and each in other for other in texts)
    ]
    return "".join(f"“{nested(veiled(each[:LONGEST]).strip())}”" for each in whole)


def nested(text: str) -> str:
    """Quotation marks within quotation marks."""
    return text.replace("“", "‘").replace("”", "’")


def _known(notes: Sequence[str]) -> str:
    """Forms that ask the same already: particulars of the shape cell, item: 《form》cell."""
    named = [veiled(note).partition("：") for note in notes if "：" in note and "《" in note]
    if not named:
        return ""
    items = "；".join(f"{item.split(' ', 1)[-1]}，见{forms}" for item, _colon, forms in named[:SHOWN])
    more = _("，共 {n} 项，见附件").format(n=len(named)) if len(named) > SHOWN else ""
    return _("这些别的表已经在问：{items}{more}。可以从那里取用，不必再填一遍。").format(
        items=items, more=more
    )


def _annex(held: Sequence[tuple[Checked, Finding]]) -> Iterable[Extract]:
    """Passages in the order of the text, each once with the marks of all rules; then what is too long for the letter."""
    for checked in {id(each): each for each, _finding in held}.values():
        found = [finding for each, finding in held if each is checked]
        yield from extracts(sorted(found, key=lambda each: each.start or 0), checked.text)
        rules: dict[str, list[Finding]] = {}
        for each in found:
            if not each.text:
                rules.setdefault(each.title, []).append(each)
        for heading, things in rules.items():
            yield from _lists(heading, things)


def _lists(heading: str, things: Sequence[Finding]) -> Iterable[Extract]:
    if len(things) > SHOWN:
        names = "、".join(f"{veiled(each.subject)}（{each.where}）" for each in things)
        yield Extract(_("{title}，{n} 处").format(title=heading, n=len(things)), (Piece(names),))
    notes = [veiled(note) for each in things for note in each.notes]
    if len(notes) > SHOWN:
        yield Extract(heading, (Piece("\n".join(notes)),))
