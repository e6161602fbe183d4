"""Findings for programs."""

from qingzhuang.cli.output import as_json
from qingzhuang.model.finding import Finding
from qingzhuang.pipeline.checked import Checked


def document(checked: Checked) -> dict[str, object]:
    """One file for a program."""
    return {
        "file": checked.file,
        "kind": str(checked.matter),
        "things": checked.things,
        "findings": [finding_json(each) for each in checked.findings],
        "problems": [as_json(each) for each in checked.problems],
    }


def finding_json(finding: Finding) -> dict[str, object]:
    """One finding for a program."""
    return {
        "rule": finding.code,
        "label": finding.label or None,
        "gravity": str(finding.gravity),
        "category": finding.category,
        "where": finding.where,
        "subject": finding.subject or None,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text or None,
        "instrument": finding.instrument,
        "article": finding.article,
        "words": finding.words or None,
        "quoted": finding.quoted,
        "force": finding.force,
        "since": finding.since.isoformat() if finding.since else None,
        "source": finding.source,
        "message": finding.message,
        "rewrite": finding.rewrite or None,
        "also": list(finding.also),
        "notes": list(finding.notes),
    }
