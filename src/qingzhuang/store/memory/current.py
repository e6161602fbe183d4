"""The ledger in memory, kept from one request to the next: read whole once, then only what was added.

Facts are never changed, so a view stays right until rows are added. Answers given by hand touch a few subjects, which
alone are read again; an imported file may change who left which roll, and then all is read again."""

import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from qingzhuang.answer.ledger import Candidate, LedgerView
from qingzhuang.model.fact import Subject
from qingzhuang.store.ledger.mark import Mark, changed_since, mark, only_facts_since
from qingzhuang.store.ledger.queries import ledger_view
from qingzhuang.store.ledger.rows import subject_of
from qingzhuang.store.models import SubjectRow

_lock = threading.Lock()
_kept: dict[date, tuple[Mark, LedgerView]] = {}


def current(as_of: date) -> tuple[Mark, LedgerView]:
    """Return the whole ledger as it stands on a day, and how far it had got."""
    with _lock:
        now = mark()
        kept = _kept.get(as_of)
        if kept is None or not _grown_by_hand(kept[0], now):
            view = kept[1] if kept and kept[0] == now else ledger_view(as_of=as_of)
        else:
            view = renewed(kept[1], _touched(kept[0]), as_of)
        _kept.clear()
        _kept[as_of] = (now, view)
        return now, view


def forget() -> None:
    """Keep nothing: another database is asked from now on."""
    with _lock:
        _kept.clear()


def _grown_by_hand(then: Mark, now: Mark) -> bool:
    return then != now and then.documents == now.documents and only_facts_since(then, now)


def _touched(then: Mark) -> list[Subject]:
    return [subject_of(row) for row in SubjectRow.objects.filter(pk__in=changed_since(then))]


def renewed(view: LedgerView, subjects: list[Subject], as_of: date) -> LedgerView:
    """Return a view in which these subjects are read again."""
    aliases: dict[Subject, list[Subject]] = {}
    for alias, subject in view.same_as.items():
        aliases.setdefault(subject, []).append(alias)
    whole = {view.canonical(each) for each in subjects}
    family = [name for each in whole for name in (each, *aliases.get(each, ()))]
    fresh = ledger_view(subjects=family, as_of=as_of)
    facts = {**view.facts, **_gathered(fresh, view)}
    for each in whole - {view.canonical(who) for who in fresh.facts}:
        facts.pop(each, None)
    left = {who: day for who, day in view.left.items() if who not in whole} | dict(fresh.left)
    return replace(view, facts=facts, left=left)


def _gathered(fresh: LedgerView, view: LedgerView) -> Mapping[Subject, Mapping[str, tuple[Candidate, ...]]]:
    """Return what was read under the names that the view gathers it under: a household may have been read under two."""
    found: dict[Subject, dict[str, tuple[Candidate, ...]]] = {}
    for subject, elements in fresh.facts.items():
        own = found.setdefault(view.canonical(subject), {})
        for element, said in elements.items():
            own[element] = (*own.get(element, ()), *said)
    return found
