"""Grouping the items of many forms: what is one ask, what only looks alike, what follows from what.

Constraint clustering: an item joins a group only when it is equal to its witnesses (`gather`), when the group has no other item of
its form, and when no form asks both wordings side by side (co-occurrence veto). No chains through a third item."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from qingzhuang.match.decide import decide
from qingzhuang.match.evidence import NONE as UNFILLED
from qingzhuang.match.evidence import Evidence, apart, over
from qingzhuang.match.grouping.gather import Cluster, Kinds, gather
from qingzhuang.match.grouping.join import join
from qingzhuang.match.grouping.rulings import NONE, Rulings
from qingzhuang.match.proposing.answered import answered
from qingzhuang.match.proposing.beyond_words import beyond_words
from qingzhuang.match.proposing.candidates import candidates
from qingzhuang.match.proposing.proposer import Proposer
from qingzhuang.match.proposing.reports import reported
from qingzhuang.match.proposing.tails import tailed
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.context import contexts
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.element import element
from qingzhuang.match.wording.slots import Slots
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
    broader), `derivable` what follows, `unsure` the people's queue, `duplicates` asks twice within one form. `proposers` names
    who proposed pairs besides the words. `apart` are groups whose first items are equal, but not all of their items."""

    groups: tuple[Group, ...]
    alike: tuple[Link, ...]
    derivable: tuple[Link, ...]
    unsure: tuple[Link, ...]
    duplicates: tuple[Duplicate, ...]
    proposers: tuple[str, ...] = ()
    apart: tuple[Link, ...] = ()


Entry = tuple[Member, Slots]


def group(
    forms: Sequence[Form],
    lexicon: Lexicon | None = None,
    said: Rulings = NONE,
    values: Evidence = UNFILLED,
    proposer: Proposer | None = None,
) -> Grouping:
    """Group the items of forms; `said` is what people said of pairs where the rules are unsure, `values` what filled columns
    look like, `proposer` adds pairs to those that the words propose and changes no verdict on them. Deterministic; the forms'
    order only decides the order of groups and ties."""
    words = lexicon or default()
    kinds, members, numbers = Kinds(words, said), list[Member](), array("L")
    duplicates = list[Duplicate]()
    for index, form in enumerate(forms):
        entries = [(Member(index, *each), parse(each[1], words)) for each in contexts(form)]
        duplicates += _duplicates(entries, words, said)
        members += (member for member, _slots in entries)
        numbers.extend(kinds.number(slots) for _member, slots in entries)
    vetoes = _vetoes(duplicates)
    against = partial(_against, values) if values.profiles else None
    clusters = gather(members, numbers, kinds, vetoes, against)
    links = _links(clusters, kinds, words, said, proposer)
    links = [_weighed(link, clusters, values) for link in links] if values.profiles else links
    equal = ((each.a, each.b) for each in links if each.match.verdict is Verdict.EQUAL)
    homes, kept = join(clusters, equal, kinds, vetoes, against)
    links = _moved(links, homes, set(kept))
    return Grouping(
        tuple(_group(each, kinds, words) for at, each in enumerate(clusters) if homes[at] == at),
        _with(links, Verdict.DISTINCT, Verdict.NARROWER, Verdict.BROADER),
        _with(links, Verdict.DERIVABLE),
        _with(links, Verdict.UNSURE),
        tuple(duplicates),
        (proposer.name,) if proposer else (),
        _with(links, Verdict.EQUAL),
    )


def _against(values: Evidence, one: Member, other: Member) -> bool:
    return apart(values.of(one.form, one.item.key), values.of(other.form, other.item.key))


def _weighed(link: Link, clusters: Sequence[Cluster[Member]], values: Evidence) -> Link:
    """A verdict with what the values of both groups say of it, by the first column of each that is filled."""
    one, other = (
        next(
            (found for each in clusters[side].members if (found := values.of(each.form, each.item.key))), None
        )
        for side in (link.a, link.b)
    )
    return Link(link.a, link.b, over(link.match, one, other))


def _moved(links: Sequence[Link], homes: Sequence[int], apart: set[tuple[int, int]]) -> list[Link]:
    """Links between the groups that are left, each pair of groups once for each verdict; of the equal ones those apart."""
    left = {number: at for at, number in enumerate(sorted(set(homes)))}
    found: dict[tuple[int, int, Verdict], Link] = {}
    for each in links:
        verdict = each.match.verdict
        a, b = left[homes[each.a]], left[homes[each.b]]
        if a != b and (verdict is not Verdict.EQUAL or (each.a, each.b) in apart):
            found.setdefault((a, b, verdict), Link(a, b, each.match))
    return list(found.values())


def _group(cluster: Cluster[Member], kinds: Kinds, lexicon: Lexicon) -> Group:
    key = kinds.slots(cluster.kind).key
    return Group(key, element(key, lexicon), tuple(cluster.members))


def _duplicates(entries: Sequence[Entry], lexicon: Lexicon, said: Rulings) -> Iterator[Duplicate]:
    """Columns of one form that seem to ask the same."""
    blocks: defaultdict[str, list[Entry]] = defaultdict(list)
    for member, slots in entries:
        if not slots.nonfact:
            blocks[said.block(slots.key)].append((member, slots))
    for block in blocks.values():
        for (one, a), (other, b) in combinations(block, 2):
            if said.equal(a, b, lexicon) or said.word(a, b) is Reply.SAME:
                match = said.over(decide(one.context, other.context, lexicon), a, b, lexicon)
                yield Duplicate(one.form, one.item, other.item, match)


def _vetoes(duplicates: Sequence[Duplicate]) -> dict[str, set[str]]:
    """For each label the others that some form asks beside it as the same."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for each in duplicates:
        one, other = each.match.a.label, each.match.b.label
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return dict(found)


def _links(
    clusters: Sequence[Cluster[Member]],
    kinds: Kinds,
    lexicon: Lexicon,
    said: Rulings,
    proposer: Proposer | None,
) -> list[Link]:
    heads = [(each.members[0].context, kinds.slots(each.kind)) for each in clusters]
    slots = [each for _context, each in heads]
    pairs = candidates(slots, lexicon)
    quiet = (reported(slots) | tailed(slots) | answered(slots)).difference(pairs)
    more = quiet | (beyond_words(slots, proposer).difference(pairs) if proposer else frozenset())
    found = [
        Link(i, j, said.over(_asked(clusters[i], clusters[j], lexicon), slots[i], slots[j], lexicon))
        for i, j in sorted((*pairs, *more))
    ]
    # two labels that share no word are no look-alikes: what was only proposed is told where there is something to tell
    silent = (Verdict.DISTINCT, Verdict.UNSURE)
    return [
        each
        for each in found
        if not _of_issuer(each, clusters)
        and (
            (each.a, each.b) not in more
            or each.match.verdict not in (silent if (each.a, each.b) in quiet else silent[:1])
        )
    ]


def _of_issuer(link: Link, clusters: Sequence[Cluster[Member]]) -> bool:
    """Two columns of one form that nobody else asks and of which the rules cannot tell: only its issuer could, and he asked both."""
    one, other = clusters[link.a].forms, clusters[link.b].forms
    return link.match.verdict is Verdict.UNSURE and len(one | other) == 1


def _asked(one: Cluster[Member], other: Cluster[Member], lexicon: Lexicon) -> Match:
    """The verdict on two clusters. Words that nobody knows are no question where some form has a column of each: it would ask one thing twice."""
    return decide(
        one.members[0].context, other.members[0].context, lexicon, ask=one.forms.isdisjoint(other.forms)
    )


def _with(links: list[Link], *verdicts: Verdict) -> tuple[Link, ...]:
    return tuple(link for link in links if link.match.verdict in verdicts)
