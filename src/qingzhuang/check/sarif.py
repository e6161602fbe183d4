"""Findings as SARIF 2.1.0 (OASIS), for editors and code-review tools."""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from qingzhuang.check.baseline import fingerprint
from qingzhuang.model.finding import Finding, Gravity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LINE = re.compile(r"第(\d+)行$")
_LEVELS = {
    Gravity.BREACH: "error",
    Gravity.DUTY: "warning",
    Gravity.REASON: "warning",
    Gravity.ADVICE: "note",
    Gravity.ASK: "note",
}


def sarif(found: Sequence[tuple[str, Finding]], version: str, pages: Mapping[str, str]) -> dict[str, Any]:
    """The log of one run. `found` are (path, finding) pairs; `pages` the help text of each rule by code. A finding stands
    on a line where its file has lines; else its place is a logical one (a cell, a paragraph of a document)."""
    rules = {finding.code: finding for _path, finding in found}
    order = {code: index for index, code in enumerate(rules)}
    driver = {
        "name": "qingzhuang",
        "version": version,
        "rules": [_rule(finding, pages.get(code, "")) for code, finding in rules.items()],
    }
    results = [_result(path, finding, order) for path, finding in found]
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}


def _rule(finding: Finding, page: str) -> dict[str, Any]:
    return {
        "id": finding.code,
        "shortDescription": {"text": finding.title},
        "help": {"text": page or finding.message or finding.title},
        "defaultConfiguration": {"level": _LEVELS[finding.gravity]},
    }


def _result(path: str, finding: Finding, order: Mapping[str, int]) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(path.replace("\\", "/"), safe="/")}}
    line = _LINE.match(finding.where)
    if line:
        snippet = {"snippet": {"text": finding.text}} if finding.text else {}
        location["region"] = {"startLine": int(line[1])} | snippet
    place = {"fullyQualifiedName": finding.where or finding.code}
    return {
        "ruleId": finding.code,
        "ruleIndex": order[finding.code],
        "level": _LEVELS[finding.gravity],
        "message": {"text": finding.message or finding.title},
        "locations": [{"physicalLocation": location, "logicalLocations": [place]}],
        "partialFingerprints": {"qingzhuang/v1": fingerprint(path, finding)},
        "properties": _properties(finding),
    }


def _properties(finding: Finding) -> dict[str, Any]:
    """What the format has no field for: the law's name, the words in question, the thing, the lawful way."""
    told = {
        "instrument": finding.instrument,
        "article": finding.article,
        "subject": finding.subject,
        "text": finding.text,
        "rewrite": finding.rewrite,
        "also": list(finding.also),
    }
    return {name: value for name, value in told.items() if value}
