"""`qz admin` binds what a provider says of people to accounts, and leaves a step each time."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli.admin import command
from qingzhuang.store.models import TrailRow
from qingzhuang.store.organisation.units import open_account
from qingzhuang.store.trail import verify

HERE = "https://id.example.gov.cn"


@pytest.fixture(autouse=True)
def _ledger(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QZ_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("QZ_OIDC_ISSUER", HERE)
    open_account("王桂兰", "王编名", None)


def run(*words: str) -> Result:
    return CliRunner().invoke(command, words)


def test_bound_listed_and_unbound_each_with_a_step_on_the_trail() -> None:
    assert run("bind", "王桂兰", "u-1001").output == "绑好了：u-1001 进来就是 王桂兰。\n"
    assert "早就绑好了" in run("bind", "王桂兰", "u-1001").output
    assert run("identities").output == "王桂兰\tu-1001\n"
    assert "不能再进 王桂兰" in run("unbind", "u-1001").output
    assert "还没有绑过" in run("identities").output
    steps = list(TrailRow.objects.order_by("pk").values_list("actor", "act", "thing", "detail"))
    assert steps == [
        (0, "bound", "王桂兰", f"{HERE} u-1001"),
        (0, "unbound", "王桂兰", f"{HERE} u-1001"),
    ]
    assert verify().broken is None


def test_what_does_not_go_is_said_and_changes_nothing() -> None:
    nobody, unknown = run("bind", "没有这人", "u-1"), run("unbind", "u-1")
    assert (nobody.exit_code, unknown.exit_code) == (1, 1)
    assert "没有这个登录名" in nobody.output
    assert "没有绑过" in unknown.output
    assert not TrailRow.objects.exists()


def test_without_a_provider_one_is_asked_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QZ_OIDC_ISSUER")
    asked = run("bind", "王桂兰", "u-1001")
    assert asked.exit_code == 2
    assert "QZ_OIDC_ISSUER" in asked.output
    assert run("bind", "王桂兰", "u-1001", "--issuer", HERE).exit_code == 0
