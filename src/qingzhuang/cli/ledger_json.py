"""The ledger for programs."""

from collections.abc import Sequence
from typing import Any

from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.of_a_day import held_now
from qingzhuang.cli.output import as_json
from qingzhuang.match.wording.element import element
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.store.ledger.report import Conflict, Decision, Entry, ImportReport


def report_json(path: str, report: ImportReport) -> dict[str, Any]:
    """What an import did."""
    return {
        "file": path,
        "as_of": report.as_of,
        "rows": report.rows,
        "subjects_new": report.subjects,
        "new": report.new,
        "confirmed": report.confirmed,
        "unchanged": report.unchanged,
        "outdated": report.outdated,
        "newer": report.newer,
        "kept_out": report.kept_out,
        "misread": report.misread,
        "changed": [
            {
                **_about(each.subject, each.element),
                "old": each.old,
                "new": each.new,
                "place": each.place,
                "corrected": each.corrected,
            }
            for each in report.changes
        ],
        "gone": [{**_about(each.subject, each.element), "value": each.value} for each in report.gone],
        "left": [{"kind": each.kind.value, "key": each.key, "name": each.name} for each in report.left],
        "conflicts": [conflict_json(each) for each in report.conflicts],
        "problems": [as_json(each) for each in report.problems],
    }


def conflict_json(conflict: Conflict) -> dict[str, Any]:
    """Values that disagree, each with its source."""
    return {
        **_about(conflict.subject, conflict.element),
        "values": [fact_json(each) for each in conflict.rivals],
    }


def subject_json(
    subject: Subject, view: LedgerView, entries: Sequence[Entry], decided: Sequence[Decision] = ()
) -> dict[str, Any]:
    """All that is known about a subject."""
    facts = []
    for key in view.elements(subject):
        found = held_now(view, subject, key, element(key))
        shown = [found.fact] if found.fact else list(found.rivals)
        facts.append(
            {
                "element": key,
                "name": element(key).name,
                "standing": found.standing.value,
                "values": [fact_json(each) for each in shown],
            }
        )
    document = {"kind": subject.kind.value, "key": subject.key, "name": subject.name, "facts": facts}
    if entries:
        document["history"] = [_entry(each) for each in entries]
    if decided:
        document["decisions"] = [decision_json(each) for each in decided]
    return document


def decision_json(decision: Decision) -> dict[str, Any]:
    """What a person decided, and how many facts no longer speak because of it."""
    about = _about(decision.subject, decision.element) if decision.element else _whom(decision.subject)
    return {
        "number": decision.number,
        "kind": decision.kind,
        **about,
        "value": decision.value,
        "other": _whom(decision.other)["subject"] if decision.other else None,
        "ended": decision.ended,
        "recorder": decision.signed.recorder,
        "at": decision.signed.at,
        "reason": decision.signed.reason,
        "undone_by": decision.undone_by,
        "undoes": decision.undoes,
    }


def fact_json(fact: Fact) -> dict[str, Any]:
    """A value with its source, time and expiry."""
    return {
        "value": fact.value,
        "as_of": fact.as_of,
        "valid_until": fact.valid_until,
        "file": fact.source.file,
        "place": fact.source.place,
        "recorder": fact.recorder,
        "recorded_at": fact.recorded_at,
    }


def _whom(subject: Subject) -> dict[str, Any]:
    return {"subject": {"kind": subject.kind.value, "key": subject.key, "name": subject.name}}


def _about(subject: Subject, key: str) -> dict[str, Any]:
    return {
        **_whom(subject),
        "element": key,
        "name": element(key).name,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "element": entry.fact.element,
        **fact_json(entry.fact),
        "raw": entry.raw,
        "ended": entry.ended,
        "ended_at": entry.ended_at,
        "ended_by": entry.ended_by,
        "reason": entry.reason,
    }
