"""`qz admin` makes and withdraws tokens, and sends what is due to the addresses that want to be told."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli.admin import command
from qingzhuang.model.organisation import Role, UnitKind
from qingzhuang.store import clock
from qingzhuang.store.models import TrailRow
from qingzhuang.store.organisation.tokens import token_of
from qingzhuang.store.organisation.units import add_unit, give_seat, open_account


@pytest.fixture(autouse=True)
def _ledger(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QZ_HOME", str(tmp_path / "home"))
    village = add_unit("柳湾村", UnitKind.VILLAGE)
    give_seat(open_account("王桂兰", "王编名", None), village, Role.POST, date(2026, 1, 1))


def run(*words: str) -> Result:
    return CliRunner().invoke(command, words)


def test_a_token_is_made_listed_and_withdrawn_each_with_a_step_on_the_trail() -> None:
    made = run("token", "make", "王桂兰", "台账同步", "--write", "--days", "90")
    assert made.exit_code == 0, made.output
    secret = made.output.splitlines()[1]
    found = token_of(secret, clock.today())
    assert found is not None
    assert found.writes
    listed = run("token", "list").output
    assert "王桂兰\t柳湾村\t台账同步\twrite" in listed
    assert secret not in listed
    assert "收回了：台账同步" in run("token", "withdraw", str(found.number)).output
    assert token_of(secret, clock.today()) is None
    assert run("token", "withdraw", str(found.number)).exit_code == 1
    assert "还没有令牌" in run("token", "list").output
    acts = list(TrailRow.objects.order_by("pk").values_list("act", flat=True))
    assert acts == ["made_token", "withdrew_token"]
    assert secret not in "".join(map(str, TrailRow.objects.values_list("thing", "detail")))


def test_which_of_two_seats_is_asked(db: None) -> None:
    assert run("token", "make", "没有这人", "x").exit_code == 2
    account = open_account("小沈", "沈编名", None)
    for name, role in (("县民政局", Role.ISSUER), ("县减负办", Role.OVERSEER), ("云泽县", Role.ADMIN)):
        give_seat(account, add_unit(name, UnitKind.OFFICE), role, date(2026, 1, 1))
    assert "--as" in run("token", "make", "小沈", "x").output
    assert "县民政局" in run("token", "make", "小沈", "x", "--as", "发表单位").output


def test_nothing_due_is_nothing_sent() -> None:
    assert "送到 0 条" in run("webhooks", "deliver").output
