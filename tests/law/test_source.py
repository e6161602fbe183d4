"""The packs say what the shared collection of provisions says; only its punctuation is made Chinese."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from qingzhuang.law.facts import facts
from qingzhuang.law.load import last_day
from qingzhuang.packs.load import packs

pytestmark = pytest.mark.corpus
OPEN = ("", "not in force")


@pytest.fixture(scope="module")
def collection(corpus: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((corpus.parent / "law" / "rules.yaml").read_text("utf-8"))
    return found


def plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(" ", "")


def test_every_provision_has_the_words_verb_and_confidence_of_its_source(collection: dict[str, Any]) -> None:
    ours = {each.id: each for pack in packs() for each in pack.provisions}
    assert set(ours) == {rule["id"] for rule in collection["rules"]}
    for rule in collection["rules"]:
        here = ours[rule["id"]]
        assert plain(here.words) == plain(rule["quote"]), here.id
        assert here.verb == rule["modality"]
        assert here.display.value == rule["display"]
        assert here.confidence.value == rule["confidence"]
        assert here.article_confidence.value == rule["article_conf"]
        assert here.since == (None if rule["effective"] in OPEN else last_day(rule["effective"]))
        assert here.instrument.place == rule.get("jurisdiction", "")
        assert bool(here.exemption) == ("exemption" in rule)


def test_every_fact_of_the_collection_can_be_held(collection: dict[str, Any]) -> None:
    for name, fact in collection["facts"].items():
        assert set(fact.get("values", ())) <= set(facts()[name].words), name
