"""One rule in one file as the page shows it: law in the margin, then the passages or the things."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from qingzhuang.law.provision import Provision
from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.packs.citation import Citation, citation
from qingzhuang.packs.words import gravity_word
from qingzhuang.pipeline.checked import Checked
from qingzhuang.pipeline.extract import Extract, extracts
from qingzhuang.privacy.shown import veiled
from qingzhuang.web import words

KINDS = {
    Gravity.BREACH: "breach",
    Gravity.DUTY: "todo",
    Gravity.REASON: "ask",
    Gravity.ADVICE: "note",
    Gravity.ASK: "check",
}
_OWN_VERB = (Gravity.BREACH, Gravity.DUTY, Gravity.REASON)
FIRST = 30
FIRST_NOTES = 8
SHORT = 6


@dataclass(frozen=True, slots=True)
class Thing:
    """An app, a group, a form: where it stands, what it is called, its particulars."""

    where: str
    name: str
    notes: tuple[str, ...] = ()
    more_notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleBlock:
    """All findings of one rule in one file. `things` are the first ones, `rest` open on demand; `law` is None for a
    question; `rewrite` is how all of them can be put, empty where each passage has its own."""

    code: str
    title: str
    kind: str
    tag: str
    message: str
    rewrite: str
    law: Citation | None
    count: str
    passages: tuple[Extract, ...]
    things: tuple[Thing, ...]
    rest: tuple[Thing, ...]
    also: tuple[tuple[str, str], ...]

    @property
    def short(self) -> bool:
        """Tell whether it can stand on one sheet of paper undivided."""
        return len(self.passages) + len(self.things) <= SHORT and not any(each.notes for each in self.things)


def rule_blocks(checked: Checked, provisions: Mapping[str, Provision]) -> tuple[RuleBlock, ...]:
    """One block a rule, gravest first, else in the order of the file; never by number."""
    grouped: dict[tuple[str, Gravity, str], list[Finding]] = {}
    for each in checked.findings:
        grouped.setdefault((each.code, each.gravity, each.message), []).append(each)
    order = list(Gravity)
    held = sorted(grouped.values(), key=lambda found: order.index(found[0].gravity))
    return tuple(_block(found, checked, provisions) for found in held)


def verb_of(finding: Finding) -> str:
    """The law's own verb where it decides, else how the finding is spoken of."""
    return finding.force if finding.gravity in _OWN_VERB else gravity_word(finding.gravity)


def _block(found: Sequence[Finding], checked: Checked, provisions: Mapping[str, Provision]) -> RuleBlock:
    first = found[0]
    asked = first.gravity is Gravity.ASK
    things = [_thing(each, checked) for each in found if not _points(each)]
    also = Counter(code for each in found for code in each.also)
    shared = {each.rewrite for each in found} == {first.rewrite}
    passages = extracts(found, checked.text)
    return RuleBlock(
        code=first.code,
        title=first.title,
        kind=KINDS[first.gravity],
        tag=verb_of(first),
        message=first.message,
        rewrite=veiled(first.rewrite) if shared or not passages else "",
        law=None if asked else citation(first, provisions.get(first.code)),
        count=words.number(len(found)),
        passages=tuple(replace(each, rewrites=()) for each in passages) if shared else passages,
        things=tuple(things[:FIRST]),
        rest=tuple(things[FIRST:]),
        also=tuple((code, provisions[code].title if code in provisions else "") for code in also),
    )


def _points(finding: Finding) -> bool:
    return bool(finding.text) and finding.start is not None and finding.end is not None


def _thing(finding: Finding, checked: Checked) -> Thing:
    name = "" if finding.subject in (checked.title, checked.file, finding.where) else veiled(finding.subject)
    notes = tuple(veiled(each) for each in finding.notes)
    return Thing(veiled(finding.where), name, notes[:FIRST_NOTES], notes[FIRST_NOTES:])
