"""Grouping the items of many forms: what is one ask, what only looks alike, what follows from what.

Constraint clustering: an item joins a group only when it is equal to every member, when the group has no other item of
its form, and when no form asks both wordings side by side (co-occurrence veto). No chains through a third item."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from qingzhuang.match.candidates import candidates
from qingzhuang.match.context import contexts
from qingzhuang.match.decide import decide
from qingzhuang.match.element import element
from qingzhuang.match.lexicon import Lexicon
from qingzhuang.match.load import default
from qingzhuang.match.parse import parse
from qingzhuang.match.rulings import NONE, Rulings
from qingzhuang.match.slots import Slots
from qingzhuang.model.element import DataElement
from qingzhuang.model.form import Form, Item
from qingzhuang.model.review import Reply
from qingzhuang.model.verdict import ItemContext, Match, Verdict


@dataclass(frozen=True, slots=True)
class Member:
    """One item of one form (its index in the input)."""

    form: int
    item: Item
    context: ItemContext


@dataclass(frozen=True, slots=True)
class Group:
    """Items that ask one fact. `key` is the slot key of the first."""

    key: str
    element: DataElement
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A verdict between two groups (their indexes), on one item of each."""

    a: int
    b: int
    match: Match


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two items of one form that seem to ask the same: never merged, a person looks."""

    form: int
    a: Item
    b: Item
    match: Match


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups in the order of their first item; `alike` are look-alikes that are not the same (distinct, narrower,
    broader), `derivable` what follows, `unsure` the people's queue, `duplicates` asks twice within one form."""

    groups: tuple[Group, ...]
    alike: tuple[Link, ...]
    derivable: tuple[Link, ...]
    unsure: tuple[Link, ...]
    duplicates: tuple[Duplicate, ...]


Entry = tuple[Member, Slots]
_Veto = frozenset[str]


def group(forms: Sequence[Form], lexicon: Lexicon | None = None, said: Rulings = NONE) -> Grouping:
    """Group the items of forms; `said` is what people said of pairs where the rules are unsure. Deterministic; the
    forms' order only decides the order of groups and ties."""
    words = lexicon or default()
    entries = [
        (Member(index, item, context), parse(context, words))
        for index, form in enumerate(forms)
        for item, context in contexts(form)
    ]
    duplicates = _duplicates(entries, words, said)
    vetoes = {
        frozenset((each.match.a.label, each.match.b.label))
        for each in duplicates
        if each.match.a.label != each.match.b.label
    }
    clusters = _clusters(entries, vetoes, words, said)
    groups = tuple(
        Group(
            cluster[0][1].key, element(cluster[0][1].key, words), tuple(member for member, _slots in cluster)
        )
        for cluster in clusters
    )
    links = _links(clusters, words, said)
    return Grouping(
        groups,
        _with(links, Verdict.DISTINCT, Verdict.NARROWER, Verdict.BROADER),
        _with(links, Verdict.DERIVABLE),
        _with(links, Verdict.UNSURE),
        duplicates,
    )


def _duplicates(entries: Sequence[Entry], lexicon: Lexicon, said: Rulings) -> tuple[Duplicate, ...]:
    blocks: defaultdict[tuple[int, str], list[Entry]] = defaultdict(list)
    for member, slots in entries:
        if not slots.nonfact:
            blocks[member.form, said.block(slots.key)].append((member, slots))
    return tuple(
        Duplicate(
            one.form, one.item, other.item, said.over(decide(one.context, other.context, lexicon), a, b)
        )
        for block in blocks.values()
        for (one, a), (other, b) in combinations(block, 2)
        if said.equal(a, b, lexicon) or said.word(a, b) is Reply.SAME
    )


def _clusters(
    entries: Sequence[Entry], vetoes: set[_Veto], lexicon: Lexicon, said: Rulings
) -> list[list[Entry]]:
    clusters: list[list[Entry]] = []
    blocks: defaultdict[str, list[list[Entry]]] = defaultdict(list)
    for entry in entries:
        block = blocks[said.block(entry[1].key)]
        fitting = [each for each in block if _fits(entry, each, vetoes, lexicon, said)]
        if fitting:
            max(fitting, key=lambda cluster: _same_words(entry, cluster)).append(entry)
            continue
        clusters.append([entry])
        block.append(clusters[-1])
    return clusters


def _fits(entry: Entry, cluster: list[Entry], vetoes: set[_Veto], lexicon: Lexicon, said: Rulings) -> bool:
    member, slots = entry
    if slots.nonfact or any(other.form == member.form for other, _slots in cluster):
        return False
    if any(frozenset((member.context.label, other.context.label)) in vetoes for other, _slots in cluster):
        return False
    return all(
        said.equal(slots, other, lexicon) for other in dict.fromkeys(other for _member, other in cluster)
    )


def _same_words(entry: Entry, cluster: list[Entry]) -> int:
    return sum(other.text == entry[1].text for _member, other in cluster)


def _links(clusters: list[list[Entry]], lexicon: Lexicon, said: Rulings) -> list[Link]:
    heads = [cluster[0] for cluster in clusters]
    return [
        Link(
            i,
            j,
            said.over(decide(heads[i][0].context, heads[j][0].context, lexicon), heads[i][1], heads[j][1]),
        )
        for i, j in candidates([slots for _member, slots in heads], lexicon)
    ]


def _with(links: list[Link], *verdicts: Verdict) -> tuple[Link, ...]:
    return tuple(link for link in links if link.match.verdict in verdicts)
