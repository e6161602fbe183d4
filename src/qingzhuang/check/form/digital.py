"""What the columns of a form say of life on screens: check-ins, points, time online, installations, rankings."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from qingzhuang.model.case import Case, CaseKind, Doubt, Known, Origin

_RANKED = ("ranking_frequency", "inspection_named_as", "inspection_has_scores_or_grades")


@cache
def _words() -> Mapping[str, Any]:
    text = resources.files("qingzhuang.check.form").joinpath("digital.yaml").read_text("utf-8")
    told: Mapping[str, Any] = yaml.safe_load(text)
    features = {name: re.compile(words) for name, words in told["features"].items()}
    plain = {name: re.compile(told[name]) for name in ("unless", "install", "follow", "ranking")}
    return {**plain, "features": features}


def digital(title: str, columns: Iterable[tuple[str, str]], places: tuple[str, ...] = ()) -> list[Case]:
    """The cases behind the columns (label, cell) of a form: an app's features and installations, an account's followers, a
    ranking. Whether they are ordered, and of whom, only the issuer knows."""
    words = _words()
    if words["unless"].search(title):
        return []
    asked = [(label, cell) for label, cell in columns if not words["unless"].search(label)]
    return [
        Case(kind, title, facts, None, places, unclear=unclear)
        for kind, facts, unclear in _cases(words, asked)
        if facts or unclear
    ]


def _cases(
    words: Mapping[str, Any], asked: list[tuple[str, str]]
) -> Iterator[tuple[CaseKind, dict[str, Known], dict[str, Doubt]]]:
    app = {
        name: cell for name, seen in words["features"].items() if (cell := _first(seen, asked)) is not None
    }
    facts: dict[str, Known] = {}
    if app:
        note = _named(asked, re.compile("|".join(seen.pattern for seen in words["features"].values())))
        facts["features"] = Known(
            frozenset(app), Origin.PARSED, next(iter(app.values())), at=app, notes=(note,)
        )
    if (cell := _first(words["install"], asked)) is not None:
        facts["mandatory_download"] = Known(
            True, Origin.PARSED, cell, notes=(_named(asked, words["install"]),)
        )
    yield CaseKind.APP, facts, {}
    follow = _first(words["follow"], asked)
    followed = {"account_follow_required": Known(True, Origin.PARSED, follow)} if follow is not None else {}
    yield CaseKind.ACCOUNT, followed, {}
    ranked = _first(words["ranking"], asked) if not app else None
    doubt = Doubt(ranked or "", _named(asked, words["ranking"]))
    yield CaseKind.INSPECTION, {}, dict.fromkeys(_RANKED, doubt) if ranked else {}


def _first(seen: re.Pattern[str], asked: Iterable[tuple[str, str]]) -> str | None:
    return next((cell for label, cell in asked if seen.search(label)), None)


def _named(asked: Iterable[tuple[str, str]], seen: re.Pattern[str]) -> str:
    return "、".join(f"{cell} {label}" for label, cell in asked if seen.search(label))
