"""Reading the structural files of the lexicon: subjects, row entities, units, writing, policy, derivations."""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from qingzhuang.match.vocabulary.lexicon import (
    Derivation,
    Derivations,
    Doubt,
    Entity,
    Head,
    Policy,
    Role,
    Titles,
    Writing,
)
from qingzhuang.match.vocabulary.replacing import replaced, stretches
from qingzhuang.match.vocabulary.units import Unit, Units
from qingzhuang.model.element import SubjectKind

_WHOLE = 3  # shorter ones say too little to stand for anything


def read_roles(tree: Any) -> Mapping[str, Role]:
    """Roles by name."""
    return {
        each["name"]: Role(
            each["name"],
            SubjectKind(each.get("kind", "person")),
            each.get("maybe_self", False),
            tuple(each.get("self_in", ())),
            each.get("staff", False),
            each.get("acts", False),
            tuple(each.get("perhaps", ())),
            tuple(each.get("kinds", ())),
            tuple((role, tuple(words)) for role, words in each.get("means", {}).items()),
            each.get("resident", False),
        )
        for each in tree["roles"]
    }


def read_entities(tree: Any) -> Mapping[str, Entity]:
    """Row entities by every term."""
    found: dict[str, Entity] = {}
    for each in tree["entities"]:
        kind = SubjectKind(each["kind"]) if each.get("kind") else None
        entity = Entity(each["name"], kind, each["class"], each.get("of"))
        found |= dict.fromkeys(each["terms"], entity)
    return found


def read_titles(tree: Any) -> Titles:
    """Endings of titles, longest first."""

    def longest_first(name: str) -> tuple[str, ...]:
        return tuple(sorted(tree[name], key=lambda word: (-len(word), word)))

    kinds = {kind: tuple(words) for kind, words in tree["site_kinds"].items()}
    return Titles(
        longest_first("title_tails"),
        longest_first("aggregate_tails"),
        longest_first("title_noise"),
        longest_first("listing_noise"),
        longest_first("plain_members"),
        kinds,
    )


def read_heads(tree: Any) -> Mapping[str, Head]:
    """Last words by term."""
    return {
        term: Head(each["type"], each.get("dimension")) for each in tree["heads"] for term in each["terms"]
    }


def read_units(tree: Any) -> Units:
    """Units by every spelling; the first of a dimension is canonical."""
    by_term: dict[str, Unit] = {}
    canonical: dict[str, str] = {}
    for dimension, units in tree["dimensions"].items():
        canonical[dimension] = next(iter(units))
        for symbol, each in units.items():
            unit = Unit(symbol, dimension, Fraction(each["factor"]))
            for term in each["terms"]:
                by_term.setdefault(str(term), unit)
    return Units(by_term, canonical)


def read_writing(tree: Any, more: Iterable[Mapping[str, list[str]]] = ()) -> Writing:
    """Typos and folds; traditional characters as a table for str.translate; words of one meaning, those of the fields too.
    Raises ValueError where one word has two canonical ones."""
    pairs = {ord(pair[0]): pair[1] for pair in tree["traditional"].split()}
    gist: dict[str, str] = {}
    for plain, word in (
        (plain, word) for each in (tree["gist"], *more) for plain, words in each.items() for word in words
    ):
        if gist.setdefault(word, plain) != plain:
            raise ValueError(f"gist: {word} is both {gist[word]} and {plain}")
    words = dict(_settled(gist))
    short = {plain for plain in words.values() if len(plain) == 1}
    words |= {plain: plain for plain in (*short, *tree["gist_tails"]) if plain not in words}
    longest = max(map(len, words))
    return Writing(
        tree["typos"],
        pairs,
        tree["folds"],
        tree["near"],
        words,
        longest,
        _composed(words, longest),
        tuple(tree["gist_tails"]),
    )


def _settled(gist: Mapping[str, str]) -> Mapping[str, str]:
    """Each word to where its canonical one ends when words in that are replaced in turn; where they go round, the first
    of the round by letters stands for all."""
    longest = max(map(len, gist))
    found: dict[str, str] = {}
    for word in gist:
        turns = [replaced(word, gist, longest)]
        while (text := replaced(turns[-1], gist, longest)) not in turns:
            turns.append(text)
            if len(text) > 2 * len(turns[0]) + 8:
                raise ValueError(f"gist: {word} grows without end: {turns}")
        round_ = turns[turns.index(text) :]
        found[word] = min(round_)
        found.update({each: min(round_) for each in round_ if len(round_) > 1})
    return found


def _composed(words: Mapping[str, str], longest: int) -> Mapping[str, str]:
    """What a whole word would say if only its parts were known, to what it stands for: as 保护级别 is a word, so is 保护等级, whose parts say the same.
    Not where two words compose to one, where that itself is what others stand for, nor where it
    only says more (土地位置 is not any 位置)."""
    found: dict[str, set[str]] = {}
    for word, plain in words.items():
        if len(word) <= _WHOLE:
            continue
        parts = {each: words[each] for each in stretches(word) if each in words and each != word}
        text = replaced(replaced(word, parts, longest), words, longest)
        found.setdefault(text, set()).add(replaced(plain, words, longest))
    meant = {*words.values()}
    return {
        text: next(iter(plains))
        for text, plains in found.items()
        if len(plains) == 1 and len(text) >= _WHOLE and text not in meant and not text.endswith(tuple(plains))
    }


def read_policy(tree: Any, kinds: Mapping[str, list[str]]) -> Policy:
    """The policy table, and which words name kinds of what."""
    nonfacts = tree["nonfacts"]
    return Policy(
        {each["id"]: each["value"] for each in tree["decisions"]},
        frozenset(nonfacts["labels"]),
        tuple(nonfacts["endings"]),
        frozenset(nonfacts["brackets"]),
        frozenset(tree["addresses"]),
        frozenset(tree["places_above"]),
        frozenset(tree["timeless_dimensions"]),
        tuple(tree["of_scheme"]),
        tuple(tree["of_home"]),
        frozenset(tree["of_deeds"]),
        frozenset(tree["measured"]),
        frozenset(tree["of_series"]),
        tuple(tree["of_period"]),
        tuple(tree["of_year"]),
        tuple(tree["of_survey"]),
        tuple(tree["balances"]),
        tuple(tree["of_matter"]),
        frozenset(tree["of_stock"]),
        frozenset(tree["of_matters"]),
        frozenset(tree["of_things"]),
        frozenset(tree["codes_alike"]),
        tree["row_names"],
        {frozenset(pair): why for *pair, why in tree["perhaps"]},
        {head: frozenset(["", *leads]) for head, leads in tree["kinds_of"].items()},
        {genus: tuple(sorted(kinds, key=lambda kind: (-len(kind), kind))) for genus, kinds in kinds.items()},
        re.compile("|".join(map(re.escape, kinds))),
    )


def read_derivations(tree: Any) -> Derivations:
    """Derivations between concepts and between representations."""
    return Derivations(
        tuple(
            Derivation(each["from"], each["to"], each["formula"], each.get("needs")) for each in tree["pairs"]
        ),
        {(each["from"], each["to"]): each["formula"] for each in tree["coarser"]},
        tuple(tree["yesno_leads"]),
        tuple(tree["stem_tails"]),
        frozenset(tree["row_marks"]),
        frozenset(tree["age_marks"]),
        frozenset(tree["household_counts"]),
        frozenset(tree["paid"]),
        frozenset((source, target) for target, sources in tree["tells"].items() for source in sources),
    )


def read_doubt(tree: Any) -> Doubt:
    """The scale of doubt, whose file holds hundredths of log odds."""
    weights = {str(sign): weight / 100 for sign, weight in tree["weights"].items()}
    return Doubt(tree["start"] / 100, weights)
