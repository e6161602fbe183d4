"""The pages of law are fresh, cover everything, and show no word as a quotation that was not read as one."""

import re
from pathlib import Path

import pytest

from qingzhuang.law.provision import Display, Provision
from qingzhuang.model.case import CaseKind
from qingzhuang.model.finding import Gravity
from qingzhuang.packs.changes import changes_page
from qingzhuang.packs.load import encoded, packs
from qingzhuang.packs.outline import outline
from qingzhuang.packs.page import rule_page
from qingzhuang.packs.pages import pages
from qingzhuang.packs.words import category_word, gravity_word, kind_word

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "rules"
PROVISIONS = [each for pack in packs() for each in pack.provisions]
PAGES = pages()


def test_the_pages_are_fresh() -> None:
    """After a change of a rule run: make docs."""
    written = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    assert written == PAGES


def test_there_is_a_page_for_every_provision_an_index_and_the_coverage() -> None:
    assert set(PAGES) == {"README.md", "coverage.md", *(f"{each.id}.md" for each in PROVISIONS)}


@pytest.mark.parametrize("provision", PROVISIONS, ids=lambda each: each.id)
def test_no_word_stands_in_quotation_marks_that_was_not_verified(provision: Provision) -> None:
    page = PAGES[f"{provision.id}.md"]
    assert (f"> “{provision.words.rstrip('；;')}”" in page) is (provision.display is Display.QUOTE)
    if provision.display is not Display.QUOTE:
        quoted = re.findall("“([^”]{6,})”", page)
        assert [each for each in quoted if each in provision.words] == []
    if provision.display is Display.HIDE:
        parts = [part for part in re.split("[，。；、…：（）]", provision.words) if len(part) > 12]
        assert [part for part in parts if part in page] == []


@pytest.mark.parametrize("provision", PROVISIONS, ids=lambda each: each.id)
def test_what_an_example_quotes_as_the_rule_stands_in_the_provision(provision: Provision) -> None:
    found = encoded().get(provision.id)
    for example in found.rule.examples if found else ():
        if isinstance(example.case, str):
            quoted = re.search("规定：“(.+)”。$", example.case)
            assert quoted is None or quoted[1] in provision.words


@pytest.mark.parametrize("provision", PROVISIONS, ids=lambda each: each.id)
def test_a_page_speaks_as_hard_as_the_verb_allows(provision: Provision) -> None:
    page = PAGES[f"{provision.id}.md"]
    if provision.verb in ("原则上", "一般", "宜"):
        assert "违反" not in page
    if provision.not_encoded:
        assert provision.not_encoded in page


def test_a_page_is_chinese_for_people() -> None:
    for name, page in PAGES.items():
        told = re.sub(r"https?://\S+|`[^`]*`|\[[^\]]*\]\([^)]*\)|[A-Z]+\d*[-_][A-Za-z0-9]+", "", page)
        assert re.findall(r"\b[a-z_]{6,}\b", told) == [], name


@pytest.mark.parametrize(("folder", "count"), [("op23", 16), ("app26", 26)])
def test_the_coverage_shows_every_measure_and_places_every_provision(folder: str, count: int) -> None:
    shown = outline(folder)
    assert len(shown.rows) == count
    assert all(row.codes or row.reason for row in shown.rows)
    placed = [code for row in shown.rows for code in row.codes] + list(shown.unplaced)
    assert sorted(placed) == sorted(each.id for each in PROVISIONS if each.instrument.id.lower() == folder)


def test_the_coverage_gives_the_reason_for_everything_no_machine_judges() -> None:
    for provision in PROVISIONS:
        assert not provision.not_encoded or provision.not_encoded in PAGES["coverage.md"]


def test_every_code_has_a_chinese_word() -> None:
    assert len({kind_word(kind) for kind in CaseKind}) == len(CaseKind)
    assert len({gravity_word(gravity) for gravity in Gravity}) == len(Gravity)
    assert len({category_word(letter) for letter in "ABCDEFGHI"}) == 9


def test_one_ill_names_its_other_rules() -> None:
    found = encoded()["APP26-P3a"]
    page = rule_page(found.provision, found.rule)
    assert "OP23-06b" in page
    assert "RG24-15a" in page


def test_the_law_changelog_is_fresh() -> None:
    """After a change of packs/changes.yaml run: make docs."""
    assert (ROOT / "LAW-CHANGELOG.md").read_text("utf-8") == changes_page()


def test_the_law_changelog_names_every_instrument() -> None:
    text = (ROOT / "LAW-CHANGELOG.md").read_text("utf-8")
    assert [pack.instrument.id for pack in packs() if pack.instrument.id not in text] == []
    judged = f"{len(PROVISIONS)} 条，机器能查 {len(encoded())} 条"
    assert judged in text
