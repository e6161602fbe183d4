"""Facts of a key that are of one side: from which form each comes, and whether that form means the same by it."""

import re
from collections.abc import Callable

from qingzhuang.answer.ledger import Candidate, LedgerView
from qingzhuang.answer.rolls import title_of
from qingzhuang.model.fact import Subject
from qingzhuang.model.thing import thing

_A_FORM = re.compile("(?:表|册|单|台账|记录|统计|汇总)$")


def of_its_side(view: LedgerView, subject: Subject, key: str, holds: Callable[[str], bool]) -> LedgerView:
    """Return the facts of one subject under a key with a side beside it: those of the plain key that come from a form of the side."""
    who = view.canonical(subject)
    said = view.facts.get(who, {}).get(thing(key).key, ())
    mine = tuple(each for each in said if holds(form_of(each)))
    return LedgerView(view.as_of, {who: {key: mine}} if mine else {}, view.same_as)


def form_of(candidate: Candidate) -> str:
    """Return the title of the form that a fact comes from."""
    return form_that_said(candidate.fact.source.place, candidate.lineage)


def form_that_said(place: str, lineage: str) -> str:
    """Return the title of the form that something was said on: the one on which a post answered (its place in the ledger), else that of
    the file, or the file's name where it is called as forms are; empty where nobody knows."""
    if place.startswith("《"):
        return place[1:].partition("》")[0]
    title = title_of(lineage)
    return title if lineage.partition("|")[2] or _A_FORM.search(title) else ""
