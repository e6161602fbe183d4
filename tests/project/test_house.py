"""Tests about the project itself."""

import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src" / "qingzhuang").rglob("*.py"))
HEAVY = ("django", "docx", "xlsxwriter", "openpyxl", "granian")


def test_layers_are_kept() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_no_two_modules_lean_on_each_other() -> None:
    """Imports inside functions count too: whoever changes a file needs to know all that stands on it."""
    graph = grimp.build_graph("qingzhuang")
    TopologicalSorter(
        {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    ).prepare()


def test_no_two_folders_of_the_matcher_lean_on_each_other() -> None:
    graph = grimp.build_graph("qingzhuang")

    def folder(name: str) -> str:
        return name.removeprefix("qingzhuang.match.").partition(".")[0]

    arrows = {
        (folder(name), folder(other))
        for name in graph.modules
        for other in graph.find_modules_directly_imported_by(name)
        if name.startswith("qingzhuang.match.") and other.startswith("qingzhuang.match.")
    }
    assert not {(one, other) for one, other in arrows if one < other and (other, one) in arrows}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_grows_beyond_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize(
    "room", ["model", "law", "ooxml", "intake.read", "match.decide", "answer.fill", "account"]
)
def test_the_core_imports_nothing_heavy(room: str) -> None:
    """Filling one form from a JSON file must start fast on an old machine."""
    code = f"import sys, qingzhuang.{room}; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
