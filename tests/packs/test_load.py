"""Packs are found beside each other and by entry point; a malformed one is named."""

import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

from qingzhuang.model.problem import ProblemError
from qingzhuang.packs import load

DOCUMENT = '[instrument]\nid = "OUT"\nname = "某县办法"\nissuer = "某县"\nlevel = "county"\nplace = "某县"\n'
ARTICLES = """
provisions:
  - {id: OUT-01, article: 第一条, article_confidence: seen, title: 不得催, words: 不得催办。, verb: 不得, since: "2026-01-01",
     source: "https://example.org", confidence: verbatim, display: quote}
"""
RULE = '''
"""Hurrying."""
from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule("OUT-01", on=(CaseKind.NOTICE,), message="催。", examples=(Breaks(given(CaseKind.NOTICE, mandatory_download=True)),))
def hurrying(case: Case, setting: Setting) -> Judgement:
    """查什么：催。"""
    return is_true(case, "mandatory_download")
'''


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of somebody else that offers a pack."""
    pack = tmp_path / "somebody_pack"
    (pack / "rules").mkdir(parents=True)
    for name, text in {
        "__init__.py": "",
        "document.toml": DOCUMENT,
        "articles.yaml": ARTICLES,
        "rules/__init__.py": "",
        "rules/hurrying.py": RULE,
    }.items():
        (pack / name).write_text(text, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    point = metadata.EntryPoint("out", "somebody_pack", load.GROUP)
    monkeypatch.setattr(metadata, "entry_points", lambda group: [point] if group == load.GROUP else [])
    _forget()
    yield pack
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    load.packs.cache_clear()
    load.encoded.cache_clear()
    for name in [name for name in sys.modules if name.startswith("somebody_pack")]:
        del sys.modules[name]


def test_another_package_offers_a_pack_by_entry_point(outside: Path) -> None:
    assert load.packs()[-1].instrument.name == "某县办法"
    assert load.encoded()["OUT-01"].rule.name == "hurrying"
    assert "APP26-P2" in load.encoded()


def test_a_rule_without_its_provision_is_named(outside: Path) -> None:
    (outside / "rules" / "hurrying.py").write_text(RULE.replace("OUT-01", "OUT-99"), "utf-8")
    with pytest.raises(ValueError, match="OUT-99"):
        load.encoded()


def test_a_malformed_provision_is_named_with_its_file(outside: Path) -> None:
    (outside / "articles.yaml").write_text(ARTICLES.replace("display: quote", "display: loud"), "utf-8")
    with pytest.raises(ValueError, match=r"articles\.yaml: OUT-01"):
        load.packs()


def test_a_pack_that_breaks_is_told_as_a_fault_of_its_package(outside: Path) -> None:
    (outside / "__init__.py").write_text("raise RuntimeError('x')", "utf-8")
    with pytest.raises(ProblemError) as caught:
        load.packs()
    assert (caught.value.problem.code, caught.value.problem.where) == ("QZ-K003", "somebody_pack")
