"""Reading concept files: one YAML a domain. Every mistake names the file and the entry."""

from collections.abc import Mapping
from typing import Any

from qingzhuang.match.vocabulary.lexicon import Concept
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import ItemType


def read_concepts(trees: Mapping[str, Any]) -> Mapping[str, Concept]:
    """Return concepts by id. Raises ValueError for a broken entry, a second home of an id, or an unknown genus."""
    found: dict[str, Concept] = {}
    for file, tree in trees.items():
        for entry in tree["concepts"]:
            concept = _concept(file, tree.get("domain", ""), entry)
            if concept.id in found:
                raise ValueError(f"{file}: {concept.id}: id is defined twice")
            found[concept.id] = concept
    for concept in found.values():
        if concept.broader is not None and concept.broader not in found:
            raise ValueError(f"{concept.domain}: {concept.id}: unknown genus {concept.broader}")
    return found


def _concept(file: str, domain: str, entry: Mapping[str, Any]) -> Concept:
    try:
        return Concept(
            id=entry["id"],
            name=entry["name"],
            object=SubjectKind(entry["object"]) if entry.get("object") else None,
            type=ItemType(entry["type"]),
            dimension=entry.get("dimension"),
            unit=entry.get("unit"),
            standard=entry.get("standard") or None,
            codes=tuple(str(code) for code in entry.get("codes") or ()),
            lasts_days=entry.get("lasts_days"),
            holder=entry.get("holder"),
            asked=entry.get("asked", True),
            broader=entry.get("broader"),
            synonyms=tuple(str(term) for term in entry.get("synonyms") or ()),
            pinyin=tuple(str(code) for code in entry.get("pinyin") or ()),
            domain=domain,
        )
    except (KeyError, ValueError, TypeError) as error:
        raise ValueError(f"{file}: {entry.get('id', entry)}: {error}") from error
