"""Every rule keeps what its own examples promise, reads only known facts, and speaks no harder than its provision."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import qingzhuang.packs
from qingzhuang.check.judgement import Outcome
from qingzhuang.check.rule import Breaks, Passes, Rule, Setting
from qingzhuang.law.facts import FactType, facts
from qingzhuang.law.provision import Display, Provision
from qingzhuang.model.case import Case
from qingzhuang.model.finding import Gravity
from qingzhuang.packs.load import encoded, packs
from tests.packs.known_facts import strict

SETTING = Setting(date(2026, 11, 26))
RULES = [pytest.param(each.rule, each.provision, id=code) for code, each in encoded().items()]
HEADINGS = ("查什么", "为什么", "怎么改", "不算")
FOLDER = Path(qingzhuang.packs.__file__).parent
FILES = sorted(path for path in FOLDER.glob("*/rules/*.py") if path.stem != "__init__")
TYPES = {
    "is_true": {FactType.BOOL},
    "is_false": {FactType.BOOL},
    "equals": {FactType.ENUM},
    "differs": {FactType.ENUM},
    "any_of": {FactType.SET},
    "lacks": {FactType.SET},
    "over": {FactType.NUMBER},
    "under": {FactType.NUMBER},
    "at_least": {FactType.NUMBER},
    "exceeds": {FactType.NUMBER},
    "past": {FactType.DATE},
    "from_day": {FactType.DATE},
    "is_set": {FactType.NUMBER, FactType.SET, FactType.REFS},
    "is_given": set(FactType),
    "unless": {FactType.BOOL},
    "value": set(FactType),
}


@pytest.mark.parametrize(("rule", "provision"), RULES)
def test_case_examples_hold(rule: Rule, provision: Provision) -> None:
    for example in rule.examples:
        if isinstance(example.case, Case):
            wanted = Outcome.BREAKS if isinstance(example, Breaks) else Outcome.PASSES
            assert example.case.kind in rule.kinds
            spared = example.case.exemption is not None and isinstance(example, Passes)
            found = rule.judge(strict(example.case), SETTING).outcome
            assert found is (Outcome.BREAKS if spared else wanted), example


@pytest.mark.parametrize(("rule", "provision"), RULES)
def test_text_examples_hold(rule: Rule, provision: Provision) -> None:
    text = pytest.importorskip("qingzhuang.check.text")
    for example in rule.examples:
        if isinstance(example.case, str):
            about = [case for case in text.cases(example.case) if case.kind in rule.kinds]
            broken = any(rule.judge(case, SETTING).outcome is Outcome.BREAKS for case in about)
            assert broken is isinstance(example, Breaks), example


@pytest.mark.parametrize(("rule", "provision"), RULES)
def test_the_way_to_ask_lawfully_itself_checks_clean(rule: Rule, provision: Provision) -> None:
    text = pytest.importorskip("qingzhuang.check.text")
    judged = [
        rule.judge(case, SETTING).outcome for case in text.cases(rule.rewrite) if case.kind in rule.kinds
    ]
    assert Outcome.BREAKS not in judged


@pytest.mark.parametrize(("rule", "provision"), RULES)
def test_a_case_of_which_nothing_is_known_is_never_a_breach(rule: Rule, provision: Provision) -> None:
    for kind in rule.kinds:
        assert rule.judge(strict(Case(kind)), SETTING).outcome is not Outcome.BREAKS


@pytest.mark.parametrize(("rule", "provision"), RULES)
def test_a_rule_is_well_made(rule: Rule, provision: Provision) -> None:
    broken = [each for each in rule.examples if isinstance(each, Breaks)]
    passing = [each for each in rule.examples if isinstance(each, Passes)]
    assert broken
    assert len(passing) >= 2
    assert any(isinstance(each.case, str) for each in passing), "one Passes quotes the ban itself"
    assert re.fullmatch("[A-I]", rule.category)
    assert rule.message.endswith("。")
    assert rule.rewrite.endswith("。")
    lines = [line.strip() for line in rule.page.splitlines()]
    assert [line.split("：")[0] for line in lines] == list(HEADINGS)
    assert all(line.endswith("。") and len(line) > 8 for line in lines)


@pytest.mark.parametrize(("rule", "provision"), RULES)
def test_words_that_are_not_verified_are_never_shown_as_a_quotation(rule: Rule, provision: Provision) -> None:
    if provision.display in (Display.HIDE, Display.PARAPHRASE):
        told = [
            rule.message,
            rule.rewrite,
            rule.page,
            *(e.case for e in rule.examples if isinstance(e.case, str)),
        ]
        parts = [part for part in re.split("[，。；、…：（）]", provision.words) if len(part) > 12]
        for text in told:
            assert [part for part in parts if part in text] == []


@pytest.mark.parametrize(("rule", "provision"), RULES)
def test_in_principle_asks_for_a_reason_and_never_speaks_of_a_breach(
    rule: Rule, provision: Provision
) -> None:
    if provision.verb in ("原则上", "一般", "宜", "线索"):
        assert provision.gravity in (Gravity.REASON, Gravity.ADVICE)
        assert "请说明理由" in rule.message
        assert not re.search("违反|违规|违法|不得|严禁|禁止", rule.message + rule.rewrite)


@pytest.mark.parametrize(("rule", "provision"), RULES)
def test_what_an_event_may_lift_is_a_word_of_a_fact_or_a_fact(rule: Rule, provision: Provision) -> None:
    words = set(facts()) | {word for fact in facts().values() for word in fact.words}
    assert rule.exempt <= words


def test_every_provision_is_encoded_or_says_why_no_machine_can_judge_it() -> None:
    for pack in packs():
        for provision in pack.provisions:
            assert (provision.id in encoded()) != bool(provision.not_encoded), provision.id


def test_the_packs_hold_all_provisions() -> None:
    assert sum(len(pack.provisions) for pack in packs()) == 142
    assert len({provision.id for pack in packs() for provision in pack.provisions}) == 142


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_a_file_holds_one_rule_named_after_it_and_stays_short(path: Path) -> None:
    text = path.read_text("utf-8")
    names = [node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
    assert names == [path.stem]
    assert len(text.splitlines()) <= 80


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_a_rule_reads_only_facts_that_exist_and_are_of_the_type_it_takes(path: Path) -> None:
    for kind, fact, words in _reads(path):
        assert fact in facts(), fact
        assert facts()[fact].type in TYPES[kind], f"{kind} {fact}"
        if kind in ("equals", "differs", "any_of", "lacks"):
            assert set(words) <= set(facts()[fact].words), fact


def _reads(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if name in TYPES and texts:
                yield name, texts[0], texts[1:]
                if name == "exceeds":
                    yield name, texts[1], []
