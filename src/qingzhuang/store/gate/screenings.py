"""What the gate found in a draft, kept with its demand: posts and the board cite it as it was."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.model.gate import Column, Screening, Standing
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.store.models import CheckRow
from qingzhuang.store.writing import one_writer


def keep_screening(number: int, screening: Screening, at: datetime) -> None:
    """Keep what was found in a demand's draft; of one that is read again, the latest stands."""
    CheckRow.objects.update_or_create(
        demand_id=number,
        defaults={
            "content": json.dumps(asdict(screening), ensure_ascii=False, default=date.isoformat),
            "asks": "\n".join(dict.fromkeys(each.asks for each in screening.columns if each.asks)),
            "checked_at": at,
        },
    )


def screening_of(number: int) -> Screening | None:
    """Return what was found in a demand's draft, None when nobody has read it."""
    content = CheckRow.objects.filter(demand=number).values_list("content", flat=True).first()
    return _screening(json.loads(content)) if content else None


def screenings_of(numbers: Collection[int]) -> Mapping[int, Screening]:
    """Return what was found in many demands' drafts, those that nobody has read left out."""
    rows = CheckRow.objects.filter(demand__in=numbers).values_list("demand", "content")
    return {number: _screening(json.loads(content)) for number, content in rows if content}


def findings_of(number: int) -> tuple[Finding, ...]:
    """Return the findings of a demand's draft, as they were when it was read."""
    found = screening_of(number)
    return found.findings if found else ()


def give_reasons(number: int, reasons: Mapping[str, str]) -> None:
    """Keep the issuer's words on what was found, by the rule's code."""
    said = {code: words.strip() for code, words in reasons.items() if words.strip()}
    CheckRow.objects.filter(demand=number).update(reasons=json.dumps(said, ensure_ascii=False))


def give_reason(number: int, code: str, words: str) -> None:
    """Keep the issuer's words on one finding beside those on the others; empty words take them back."""
    with one_writer():
        give_reasons(number, {**reasons_of(number), code: words})


def reasons_of(number: int) -> dict[str, str]:
    """Return the issuer's words on what was found, by the rule's code."""
    said = CheckRow.objects.filter(demand=number).values_list("reasons", flat=True).first()
    found: dict[str, str] = json.loads(said or "{}")
    return found


def _screening(raw: dict[str, Any]) -> Screening:
    read = {"findings": _finding, "columns": _column, "problems": _problem}
    lists = {name: tuple(make(each) for each in raw[name]) for name, make in read.items()}
    return Screening(**{**raw, **lists})


def _finding(raw: dict[str, Any]) -> Finding:
    lists = {name: tuple(raw[name]) for name in ("also", "notes")}
    return Finding(**{**raw, **lists, "gravity": Gravity(raw["gravity"]), "since": _day(raw["since"])})


def _column(raw: dict[str, Any]) -> Column:
    return Column(**{**raw, "standing": Standing(raw["standing"]), "since": _day(raw["since"])})


def _problem(raw: dict[str, Any]) -> Problem:
    return Problem(**{**raw, "severity": Severity(raw["severity"])})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
