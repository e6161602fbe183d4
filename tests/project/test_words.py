"""docs/words.md and the vocabulary are one: each name has its word, each word its name."""

import ast
import re
from pathlib import Path

import pytest

from qingzhuang.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "src" / "qingzhuang" / "model"
ROW = re.compile(r"^\| *(?P<chinese>[^|]+?) *\| *`(?P<name>[^`|]+)` *\| *(?P<line>[^|]+?) *\|$", re.MULTILINE)
ROWS = [found.groupdict() for found in ROW.finditer((ROOT / "docs" / "words.md").read_text("utf-8"))]


def name_of(node: ast.stmt) -> str | None:
    """Name what a statement of a module defines, or None."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        return node.name
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return None


def public_names() -> set[str]:
    """Classes, functions and type aliases of the model, read without importing it."""
    modules = (ast.parse(file.read_text("utf-8")) for file in MODEL.glob("*.py"))
    names = (name_of(node) for module in modules for node in module.body)
    return {name for name in names if name is not None and not name.startswith("_")}


@pytest.mark.parametrize("name", sorted(public_names()))
def test_every_public_name_of_the_model_has_a_row(name: str) -> None:
    assert [row["name"] for row in ROWS].count(name) == 1


def test_every_row_names_something_that_exists() -> None:
    commands = {f"qz {command}" for command in COMMANDS}
    assert {row["name"] for row in ROWS} == public_names() | commands


def test_every_row_has_a_chinese_word_of_its_own_and_one_line() -> None:
    words = [row["chinese"] for row in ROWS]
    assert [word for word in words if not re.search("[一-龥]", word)] == []
    assert len(set(words)) == len(words)
    assert all(row["line"] for row in ROWS)
