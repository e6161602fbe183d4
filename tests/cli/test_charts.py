"""`qz charts` takes the drawing library once; where it cannot, it says why and that pages do without."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from qingzhuang.cli import charts
from qingzhuang.web import library
from tests.web.packages import PARTS, choose, package


@pytest.fixture
def nothing_at_hand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine on which the library was not placed yet."""
    folder = tmp_path / "placed"
    monkeypatch.setattr(charts, "at_hand", lambda: library.at_hand(folder))
    monkeypatch.setattr(charts, "unpack", lambda content: library.unpack(content, folder))
    return folder


def test_a_package_that_was_carried_here_is_used_without_a_network(
    nothing_at_hand: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = package(PARTS)
    choose(monkeypatch, content)
    (tmp_path / "echarts.tgz").write_bytes(content)
    done = CliRunner().invoke(charts.command, ["--from", str(tmp_path / "echarts.tgz")])
    assert done.exit_code == 0
    assert "取来了 echarts" in done.output
    assert library.at_hand(nothing_at_hand)
    assert "在了" in CliRunner().invoke(charts.command).output


def test_without_npm_it_says_so_and_that_pages_draw_by_themselves(
    nothing_at_hand: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    monkeypatch.setattr(charts, "find_spec", lambda _name: None)
    done = CliRunner().invoke(charts.command)
    assert done.exit_code == 1
    assert "npm" in done.output
    assert "图由本站自己画" in done.output


def test_another_package_is_not_used(nothing_at_hand: Path, tmp_path: Path) -> None:
    (tmp_path / "other.tgz").write_bytes(package(PARTS))
    done = CliRunner().invoke(charts.command, ["--from", str(tmp_path / "other.tgz")])
    assert done.exit_code == 1
    assert "不是选定的" in done.output
    assert not nothing_at_hand.exists()
