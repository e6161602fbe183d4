"""What is known of a form to a case: items that others ask already, personal data, photos, the time given."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from qingzhuang.language import gettext as _
from qingzhuang.model.case import Case, CaseKind, Doubt, Known, Origin


@dataclass(frozen=True, slots=True)
class Asked:
    """One item: its words, its cell, its element, the other forms (title and cell) that ask the same, and those of them that
    ask this figure for other spans of time (as people read it out); `proof` what it asks to see (a word of evidence_required)."""

    label: str
    where: str
    element: str
    elsewhere: tuple[str, ...] = ()
    proof: str = ""
    clashes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """How a form came: hours from sending to its deadline, with the words; proof its text demands, with the words; the words
    that say by which law it asks."""

    hours: float | None = None
    deadline: str = ""
    basis: str = ""
    evidence: Mapping[str, str] | None = None


@cache
def _told() -> Mapping[str, Any]:
    told: Mapping[str, Any] = yaml.safe_load(
        resources.files("qingzhuang.check.form").joinpath("personal.yaml").read_text("utf-8")
    )
    return told


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in _told()["kinds"].items())


@cache
def _secret() -> re.Pattern[str]:
    return re.compile(_told()["secret"])


def personal(element: str) -> str | None:
    """The kind of personal data that an element is, or None. A head's or guardian's number is one too."""
    bare = element.rpartition("@")[2]
    return next((kind for kind, pattern in _kinds() if pattern.search(bare)), None)


def _kind(asked: Asked) -> str | None:
    return "credential" if _secret().search(asked.label) else personal(asked.element)


def case_of(title: str, asked: Iterable[Asked], sent: Sent, places: tuple[str, ...] = ()) -> Case:
    """The case of one form. Each fact carries the cell of its first witness, and a note that names them all."""
    items = list(asked)
    facts: dict[str, Known] = {}
    doubles = [each for each in items if each.elsewhere]
    if doubles:
        note = tuple(f"{each.where} {each.label}：{'、'.join(each.elsewhere[:3])}" for each in doubles)
        words = frozenset(each.label for each in doubles)
        facts["item_duplicates"] = Known(words, Origin.PARSED, doubles[0].where, notes=note)
    clashing = [each for each in items if each.clashes]
    if clashing:
        note = tuple(f"{each.where} {each.label}：{'、'.join(each.clashes[:3])}" for each in clashing)
        words = frozenset(each.label for each in clashing)
        facts["item_periods_differ"] = Known(words, Origin.PARSED, clashing[0].where, notes=note)
    kinds = {kind: each for each in reversed(items) if (kind := _kind(each))}
    if kinds:
        at = {kind: each.where for kind, each in kinds.items()}
        facts["personal_data_fields"] = Known(frozenset(kinds), Origin.PARSED, next(iter(at.values())), at=at)
    facts |= _evidence(items, sent)
    if sent.basis:
        facts["legal_basis_stated"] = Known(True, Origin.PARSED, sent.basis)
    if sent.hours is not None:
        given = _("给了 {hours:.3g} 小时").format(hours=sent.hours)
        facts["turnaround_hours"] = Known(sent.hours, Origin.PARSED, sent.deadline, notes=(given,))
    return Case(CaseKind.FORM, title, facts, None, places, unclear=_unclear(items, kinds, facts))


_SENSITIVE = frozenset(
    (
        "biometrics",
        "religion",
        "special_identity",
        "medical",
        "bank_account",
        "track",
        "minor_u14",
        "credential",
    )
)


def _unclear(items: list[Asked], kinds: Mapping[str, Asked], facts: Mapping[str, Known]) -> dict[str, Doubt]:
    """A form that asks for proof, or for sensitive data, and does not say why."""
    found: dict[str, Doubt] = {}
    shown = [each for each in items if each.proof and personal(each.element) is None]
    if shown:
        found["necessity_stated"] = Doubt(
            shown[0].where, "、".join(f"{each.where} {each.label}" for each in shown)
        )
    told = [each for kind, each in kinds.items() if kind in _SENSITIVE]
    if told and "legal_basis_stated" not in facts:
        found["legal_basis_stated"] = Doubt(
            told[0].where, "、".join(f"{each.where} {each.label}" for each in told)
        )
    return found


def _evidence(items: list[Asked], sent: Sent) -> dict[str, Known]:
    found = dict(sent.evidence or {})
    for each in items:
        if each.proof and personal(each.element) is None:
            found.setdefault(each.proof, each.where)
    if not found:
        return {}
    return {"evidence_required": Known(frozenset(found), Origin.PARSED, next(iter(found.values())), at=found)}
