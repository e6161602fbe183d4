"""Findings as SARIF 2.1.0 (OASIS), for editors and code-review tools."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from qingzhuang.model.finding import Finding, Gravity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Gravity.BREACH: "error",
    Gravity.DUTY: "warning",
    Gravity.REASON: "warning",
    Gravity.ADVICE: "note",
    Gravity.ASK: "note",
}


def sarif(found: Sequence[tuple[str, Finding]], version: str, pages: Mapping[str, str]) -> dict[str, Any]:
    """The log of one run. `found` are (file, finding) pairs; `pages` the help text of each rule by code."""
    rules = {finding.code: finding for _file, finding in found}
    order = {code: index for index, code in enumerate(rules)}
    driver = {
        "name": "qingzhuang",
        "version": version,
        "rules": [_rule(finding, pages.get(code, "")) for code, finding in rules.items()],
    }
    results = [_result(file, finding, order) for file, finding in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(finding: Finding, page: str) -> dict[str, Any]:
    return {
        "id": finding.code,
        "shortDescription": {"text": finding.title},
        "help": {"text": page or finding.message or finding.title},
        "defaultConfiguration": {"level": _LEVELS[finding.gravity]},
    }


def _result(file: str, finding: Finding, order: Mapping[str, int]) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(file.replace("\\", "/"), safe="/")}}
    if finding.start is not None and finding.end is not None:
        region: dict[str, Any] = {"charOffset": finding.start, "charLength": finding.end - finding.start}
        location["region"] = region | ({"snippet": {"text": finding.text}} if finding.text else {})
    return {
        "ruleId": finding.code,
        "ruleIndex": order[finding.code],
        "level": _LEVELS[finding.gravity],
        "message": {"text": finding.message or finding.title},
        "locations": [
            {
                "physicalLocation": location,
                "logicalLocations": [{"fullyQualifiedName": finding.where or finding.code}],
            }
        ],
    }
