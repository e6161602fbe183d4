"""A file of old findings: what was there before is counted, not shown again."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Change:
    """What changed since the last check: findings that are new, how many stayed, what those that went were called."""

    new: tuple[tuple[str, Finding], ...]
    stayed: int
    gone: tuple[str, ...]


def fingerprint(file: str, finding: Finding) -> str:
    """A print that survives moved lines and cells: the rule and the words, with the file's name without its folder. A thing
    of a register is known by its own name, so that next month's file may have another."""
    words = re.sub(r"\s+", "", finding.text or finding.subject or finding.where)
    name = "" if finding.subject and not finding.text else file.replace("\\", "/").rpartition("/")[2]
    digest = hashlib.sha256(f"{name}|{finding.code}|{words}".encode("utf-8", "surrogatepass")).hexdigest()[
        :16
    ]
    return f"{finding.code}:{digest}"


def told(file: str, finding: Finding) -> str:
    """How people are reminded of a finding that is gone: the file and the thing, or the place; never the words of a text."""
    thing = finding.subject if finding.subject and not finding.text else finding.where
    return f"{file} {thing} {finding.code}".replace("\n", " ")


def dump(found: Iterable[tuple[str, Finding]]) -> str:
    """The text of a baseline file, sorted so that two runs give the same bytes."""
    entries = sorted([fingerprint(file, each), told(file, each)] for file, each in found)
    return json.dumps({"version": 2, "findings": entries}, ensure_ascii=False, indent=1) + "\n"


def load(text: str) -> dict[str, list[str]]:
    """Read a baseline file: print → how each finding of that print is called. Raises ValueError when it is none."""
    document = json.loads(text)
    if not isinstance(document, dict) or not isinstance(document.get("findings"), list):
        raise ValueError("findings")
    before: dict[str, list[str]] = {}
    for entry in document["findings"]:
        key, *names = entry if isinstance(entry, list) and entry else [entry]
        before.setdefault(str(key), []).append(str(names[0] if names else key))
    return before


def compare(found: Sequence[tuple[str, Finding]], before: Mapping[str, Sequence[str]]) -> Change:
    """Compare findings (file, finding) with a baseline; the same print twice counts twice."""
    left = {key: list(names) for key, names in before.items()}
    new: list[tuple[str, Finding]] = []
    stayed = 0
    for file, finding in found:
        key = fingerprint(file, finding)
        if left.get(key):
            left[key].pop(0)
            stayed += 1
        else:
            new.append((file, finding))
    return Change(tuple(new), stayed, tuple(name for names in left.values() for name in names))
