"""A file of old findings: what was there before is counted, not shown again."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qingzhuang.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Change:
    """What changed since the last check: findings that are new, how many stayed, prints of those that went."""

    new: tuple[Finding, ...]
    stayed: int
    gone: tuple[str, ...]


def fingerprint(file: str, finding: Finding) -> str:
    """A print that survives moved lines and cells: the rule, the thing or words, the file's name without its folder."""
    words = re.sub(r"\s+", "", finding.text or finding.subject or finding.where)
    name = file.replace("\\", "/").rpartition("/")[2]
    digest = hashlib.sha256(f"{name}|{finding.code}|{words}".encode("utf-8", "surrogatepass")).hexdigest()[
        :16
    ]
    return f"{finding.code}:{digest}"


def dump(prints: Iterable[str]) -> str:
    """The text of a baseline file, sorted so that two runs give the same bytes."""
    return json.dumps({"version": 1, "findings": sorted(prints)}, ensure_ascii=False, indent=1) + "\n"


def load(text: str) -> Counter[str]:
    """Read a baseline file. Raises ValueError when it is none."""
    document = json.loads(text)
    if not isinstance(document, dict) or not isinstance(document.get("findings"), list):
        raise ValueError("findings")
    return Counter(str(each) for each in document["findings"])


def compare(found: Sequence[tuple[str, Finding]], before: Counter[str]) -> Change:
    """Compare findings (file, finding) with a baseline; the same print twice counts twice."""
    left = Counter(before)
    new: list[Finding] = []
    stayed = 0
    for file, finding in found:
        key = fingerprint(file, finding)
        if left[key] > 0:
            left[key] -= 1
            stayed += 1
        else:
            new.append(finding)
    return Change(tuple(new), stayed, tuple(left.elements()))
