"""Reading the lexicon from the package's YAML. Mistakes name the file and the entry."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from qingzhuang.match.vocabulary.concepts import read_concepts
from qingzhuang.match.vocabulary.lexicon import Concept, Kind, Lexicon, Word
from qingzhuang.match.vocabulary.structure import (
    read_derivations,
    read_doubt,
    read_entities,
    read_heads,
    read_policy,
    read_roles,
    read_titles,
    read_units,
    read_writing,
)
from qingzhuang.model.form import ItemType

DATE = "2026-11-25"
Texts = Mapping[str, str]
Trees = Mapping[str, Any]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def default() -> Lexicon:
    """The lexicon that ships with the product."""
    return load(shipped())


def shipped() -> dict[str, str]:
    """The texts of the shipped files by name: structure first, then concepts/<domain>.yaml."""
    root = files("qingzhuang.match") / "lexicon"
    found = {each.name: each.read_text("utf-8") for each in root.iterdir() if each.name.endswith(".yaml")}
    for folder in ("concepts", "wording"):
        for each in (root / folder).iterdir() if (root / folder).is_dir() else ():
            if each.name.endswith(".yaml"):
                found[f"{folder}/{each.name}"] = each.read_text("utf-8")
    return dict(sorted(found.items()))


def load(texts: Texts) -> Lexicon:
    """Build a lexicon from YAML texts by file name. Raises ValueError naming file and entry."""
    trees = {name: yaml.load(text, _Loader) for name, text in texts.items()}  # noqa: S506 - CSafeLoader is safe
    concepts = read_concepts({name: tree for name, tree in trees.items() if name.startswith("concepts/")})
    words = _index(trees, _terms(concepts))
    qualifiers, subjects = trees["qualifiers.yaml"], trees["subjects.yaml"]
    return Lexicon(
        version=_version(texts),
        concepts=concepts,
        words=words,
        longest=max(map(len, words)),
        codes=_codes({each.id: each.pinyin for each in concepts.values()}),
        roles=read_roles(subjects),
        role_codes={each["code"]: each["name"] for each in subjects["roles"] if "code" in each},
        entities=read_entities(trees["row_entities.yaml"]),
        entity_terms=_entity_terms(trees["row_entities.yaml"]),
        things=_things(trees["row_entities.yaml"]),
        heads=read_heads(qualifiers),
        generic=frozenset(qualifiers["generic"]),
        person_tails=tuple(subjects["person_tails"]),
        person_leads=tuple(subjects["person_leads"]),
        minors=frozenset(subjects["minors"]),
        adults=frozenset(subjects["adults"]),
        role_tails=tuple(sorted(subjects["role_tails"], key=lambda tail: (-len(tail), tail))),
        topics=frozenset(subjects["topics"]),
        empty_tails=frozenset(qualifiers["empty_tails"]),
        idle_notes=frozenset(qualifiers["idle_notes"]),
        units=read_units(trees["units.yaml"]),
        writing=read_writing(
            trees["writing.yaml"],
            [tree["gist"] for name, tree in trees.items() if name.startswith("wording/")],
        ),
        policy=read_policy(trees["policy.yaml"], trees["kinds.yaml"]),
        titles=read_titles(trees["row_entities.yaml"]),
        derivations=read_derivations(trees["derivations.yaml"]),
        doubt=read_doubt(trees["doubt.yaml"]),
    )


def _entity_terms(tree: Any) -> Mapping[str, tuple[str, ...]]:
    return {each["name"]: tuple(each["terms"]) for each in tree["entities"]}


def _things(tree: Any) -> Mapping[str, str]:
    return {concept: each["name"] for each in tree["entities"] for concept in each.get("properties", ())}


def _version(texts: Texts) -> str:
    digest = hashlib.sha256("\0".join(f"{name}\0{text}" for name, text in sorted(texts.items())).encode())
    return f"{DATE}+{digest.hexdigest()[:8]}"


def _terms(concepts: Mapping[str, Concept]) -> dict[str, tuple[str, ...]]:
    """All words for each property; a date may be asked by day, month or year (死亡时间, 死亡年份), unless that is a
    property of its own."""
    given = {term for each in concepts.values() for term in (each.name, *each.synonyms)}
    return {
        each.id: (each.name, *each.synonyms, *(term for term in _dates(each) if term not in given))
        for each in concepts.values()
    }


def _dates(concept: Concept) -> Iterator[str]:
    if concept.type is ItemType.DATE:
        terms = (term for term in (concept.name, *concept.synonyms) if term.endswith(("时间", "日期")))
        stems = dict.fromkeys(term[:-2] for term in terms if len(term) > 3)
        yield from (stem + end for stem in stems for end in ("时间", "日期", "年份", "年月"))


def _index(trees: Trees, concepts: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[Word, ...]]:
    found: defaultdict[str, list[Word]] = defaultdict(list)
    for concept, terms in concepts.items():
        for term in dict.fromkeys(each.replace("、", ",") for each in terms):
            found[term].append(Word(Kind.CONCEPT, concept))
    for word, term in (*_subject_words(trees["subjects.yaml"]), *_qualifier_words(trees["qualifiers.yaml"])):
        found[term].append(word)
    return {term: tuple(meanings) for term, meanings in found.items()}


def _subject_words(tree: Any) -> Iterator[tuple[Word, str]]:
    for role in tree["roles"]:
        terms = dict.fromkeys(role["terms"])
        terms |= dict.fromkeys(f"{term}员" for term in role["terms"] if len(term) > 2 and term.endswith("人"))
        yield from ((Word(Kind.ROLE, role["name"]), term) for term in terms)
    yield from ((Word(Kind.SELF), term) for term in tree["self"])
    same = tree["same_people"]
    yield from ((Word(Kind.PEOPLE, same.get(term, term)), term) for term in tree["residents"])


def _qualifier_words(tree: Any) -> Iterator[tuple[Word, str]]:
    for dimension, values in tree["dimensions"].items():
        for value, terms in values.items():
            yield from ((Word(Kind.QUALIFIER, f"{dimension}={value}"), term) for term in terms)
    for time, terms in tree["times"].items():
        yield from ((Word(Kind.TIME, time), term) for term in terms)
    for kind in (Kind.TOTAL, Kind.GLUE, Kind.YESNO):
        name = "totals" if kind is Kind.TOTAL else kind.value
        yield from ((Word(kind), term) for term in tree[name])
    yield from ((Word(Kind.PLAIN), term) for term in tree["whole"])
    for head in tree["heads"]:
        yield from ((Word(Kind.HEAD, term), term) for term in head["terms"])


def _codes(pinyin: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for concept, codes in pinyin.items():
        for code in dict.fromkeys(each.lower() for each in codes):
            found[code].append(concept)
    return {code: tuple(concepts) for code, concepts in found.items()}
