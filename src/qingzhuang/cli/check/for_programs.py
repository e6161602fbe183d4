"""Findings for programs."""

from qingzhuang.check.clue.read import Clue
from qingzhuang.check.group.cases import Counts
from qingzhuang.cli.output import as_json
from qingzhuang.model.finding import Finding
from qingzhuang.pipeline.checked import Checked
from qingzhuang.pipeline.clues import sorted_out


def document(checked: Checked) -> dict[str, object]:
    """One file for a program."""
    return {
        "file": checked.file,
        "kind": str(checked.matter),
        "things": checked.things,
        "findings": [finding_json(each) for each in checked.findings],
        "problems": [as_json(each) for each in checked.problems],
        "groups": [group_json(each) for each in checked.groups],
        "clue": clue_json(checked.clue, checked) if checked.clue else None,
    }


def clue_json(clue: Clue, checked: Checked) -> dict[str, object]:
    """A tip-off for a program: the kind and the place's own label as given, and the kinds that its findings are of."""
    return {
        "category": clue.category or None,
        "label": clue.label or None,
        "name": clue.name or None,
        "unit": clue.unit or None,
        "found": sorted_out(checked),
    }


def group_json(counts: Counts) -> dict[str, object]:
    """The counts of one group for a program; no member is in it."""
    return {
        "name": counts.name,
        "messages": counts.messages,
        "work_messages": counts.work,
        "outside_hours": counts.quiet,
        "outside_hours_emergency": counts.quiet_event,
        "outside_hours_share": counts.quiet_share,
        "reply_required": counts.asks,
        "reply_required_share": counts.ask_share,
        "repeated": counts.repeats,
        "members": counts.members,
        "members_silent": counts.silent,
        "same_notices_as": list(counts.twins),
        "personal_data": dict(counts.personal),
        "task_done": counts.done or None,
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
