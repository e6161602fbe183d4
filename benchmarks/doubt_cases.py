"""Pairs that only a person can settle, with the signs by which the scale of doubt judges them: what the rules leave unsure, and what they call
distinct for want of words. Labelled pairs of the development split alone, the same pairs where part of the lexicon is forgotten, and strangers."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import yaml
from benchmarks.pairs import FOLDER, Pair, read
from benchmarks.whole_forms import FOLDER as WHOLE
from benchmarks.whole_forms import form_of
from benchmarks.whole_forms import read as read_whole

from qingzhuang.match.decide import by_rules
from qingzhuang.match.doubt.chance import is_open
from qingzhuang.match.doubt.kinds import unlike
from qingzhuang.match.doubt.signs import signs
from qingzhuang.match.proposing.alike import Alike
from qingzhuang.match.proposing.candidates import candidates
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import load, shipped
from qingzhuang.match.whose.context import contexts
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.verdict import ItemContext, Verdict

FORGOTTEN = ((0, 0.3, 0.5), (1, 0.5, 1.0), (2, 0.5, 0.7))
"""Seed, share of synonyms, share of words of one meaning that is forgotten."""
SETS = ("dev", "second_author", "third_author")
"""Whole forms whose verdicts are open."""
_MOST = 1000
_TURNS = 20


@dataclass(frozen=True, slots=True)
class Case:
    """A pair that only a person can settle. `gold` is what a person said; "" where nobody did (a stranger)."""

    id: str
    families: frozenset[str]
    issuers: frozenset[str]
    a: ItemContext
    b: ItemContext
    gold: str
    rule: str
    verdict: Verdict
    signs: Mapping[str, float]

    @property
    def met(self) -> bool:
        """Whether it stands in two whole forms, as pairs are met in use."""
        return any(each.startswith("forms/") for each in self.families)


def family(pair: Pair) -> str:
    """The field of work, which is held out as a whole."""
    return f"{pair.id.split('-')[0]}/{pair.domain}"


def development() -> list[Pair]:
    """All labelled pairs of the development split that are not debatable."""
    every = (pair for path in sorted(FOLDER.glob("*.jsonl")) for pair in read(path))
    return [pair for pair in every if pair.split == "dev" and not pair.debatable]


def labelled(pairs: Iterable[Pair], lexicon: Lexicon) -> Iterator[Case]:
    """The pairs that only a person can settle."""
    for pair in pairs:
        issuers = frozenset({pair.issuer_a, pair.issuer_b}) - {None}
        told = frozenset(str(each) for each in issuers)
        yield from _case(pair.id, frozenset({family(pair)}), told, pair.a, pair.b, pair.verdict, lexicon)


def whole_forms(lexicon: Lexicon) -> Iterator[Case]:
    """Every item of one form against every item of another of its field, as far as only a person can settle it. `gold` is "" where nobody listed the two as
    anything but distinct: so pairs are met in use, where hardly any is one."""
    for pair in (pair for name in SETS for pair in read_whole(WHOLE / f"{name}.jsonl")):
        sides = [
            {item.place.column - 1: context for item, context in contexts(form_of(side, name))}
            for side, name in ((pair.a, "甲"), (pair.b, "乙"))
        ]
        families, issuers = (
            frozenset({f"forms/{pair.domain}"}),
            frozenset({pair.a["issuer"], pair.b["issuer"]}),
        )
        for i, j in pair.cells:
            if i in sides[0] and j in sides[1]:
                gold = pair.gold[i, j][0] if (i, j) in pair.gold else ""
                yield from _case(
                    f"{pair.id}-{i}-{j}", families, issuers, sides[0][i], sides[1][j], gold, lexicon
                )


def _case(
    ident: str,
    families: frozenset[str],
    issuers: frozenset[str],
    a: ItemContext,
    b: ItemContext,
    gold: str,
    lexicon: Lexicon,
) -> Iterator[Case]:
    one, other = parse(a, lexicon), parse(b, lexicon)
    rule, outcome = by_rules(one, other, lexicon)
    if outcome.verdict is Verdict.UNSURE or (
        outcome.verdict is Verdict.DISTINCT and is_open(one, other, rule, lexicon) and not unlike(one, other)
    ):
        told = signs(one, other, rule, lexicon)
        yield Case(ident, families, issuers, a, b, gold, rule, outcome.verdict, told)


def gathered(pairs: Sequence[Pair], lexicon: Lexicon) -> tuple[list[Case], list[Case], list[Case]]:
    """All that the scale is fitted on: what somebody labelled, the same with words forgotten, and strangers."""
    whole = list(whole_forms(lexicon))
    cases = [*labelled(pairs, lexicon), *(case for case in whole if case.gold)]
    again = [case for each in FORGOTTEN for case in labelled(pairs, forgetful(*each))]
    others = [*strangers(pairs, lexicon), *(case for case in whole if not case.gold)]
    return cases, again, others


def forgetful(seed: int, synonyms: float, wording: float) -> Lexicon:
    """The lexicon without a share of its words: what was read while working looks as if nobody had read it. Where words of one meaning are left
    that would be replaced without end, others are drawn."""
    lot = random.Random(seed)  # noqa: S311
    for _turn in range(_TURNS):
        with suppress(ValueError):
            return load(_forgotten(lot, synonyms, wording))
    raise ValueError(f"no draw of {_TURNS} by {seed} can be read")


def _forgotten(lot: random.Random, synonyms: float, wording: float) -> dict[str, str]:
    texts = dict(shipped())
    for name, text in texts.items():
        if name.startswith("wording/"):
            kept = {
                plain: [word for word in words if lot.random() >= wording]
                for plain, words in yaml.safe_load(text)["gist"].items()
            }
            texts[name] = yaml.safe_dump(
                {"gist": {plain: words for plain, words in kept.items() if words}}, allow_unicode=True
            )
        elif name.startswith("concepts/"):
            tree = yaml.safe_load(text)
            for each in tree["concepts"]:
                each["synonyms"] = [word for word in each["synonyms"] or () if lot.random() >= synonyms]
            texts[name] = yaml.safe_dump(tree, allow_unicode=True)
    return texts


def strangers(pairs: Iterable[Pair], lexicon: Lexicon) -> list[Case]:
    """Pairs of items of different forms that nobody labelled and only a person could settle: as many by lot of those that grouping proposes, of those that a new
    form is held against, and of any two. Hardly any is one."""
    items: dict[tuple[str, str, str | None, str | None], tuple[ItemContext, str]] = {}
    known = {frozenset((pair.a, pair.b)) for pair in pairs}
    for pair in pairs:
        for item in (pair.a, pair.b):
            if item.form:
                items.setdefault((item.label, item.form, item.row, item.parent), (item, family(pair)))
    held, lot = list(items.values()), random.Random(1)  # noqa: S311
    found = list[Case]()
    for way in _proposed([parse(item, lexicon) for item, _family in held], lot, lexicon):
        drawn = list[Case]()
        for i, j in way:
            (a, one), (b, other) = held[i], held[j]
            if a.form == b.form or frozenset((a, b)) in known:
                continue
            name, families = f"stranger-{i}-{j}", frozenset((one, other))
            drawn += (
                each
                for each in _case(name, families, frozenset(), a, b, "", lexicon)
                if each.verdict is Verdict.DISTINCT
            )
        found += lot.sample(drawn, min(_MOST, len(drawn)))
    return found


def _proposed(
    columns: Sequence[Slots], lot: random.Random, lexicon: Lexicon
) -> Iterator[Iterable[tuple[int, int]]]:
    """Pairs by grouping, by looking up a new form's columns, and by lot."""
    yield candidates(columns, lexicon)
    alike = Alike(columns, lexicon)
    some = lot.sample(range(len(columns)), 300)
    yield sorted({(min(i, j), max(i, j)) for i in some for j in alike.near(columns[i]) if i != j})
    yield sorted(
        {
            (min(i, j), max(i, j))
            for i, j in (lot.sample(range(len(columns)), 2) for _turn in range(8 * _MOST))
        }
    )
