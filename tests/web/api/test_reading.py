"""A large draft that a program brings is taken in at once and read beside; the program asks where it is."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.fixtures import Settings as DjangoSettings

from qingzhuang.model.work import Stage
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import work_one
from qingzhuang.store.models import DemandRow, TrailRow
from qingzhuang.store.tasks.demands import demand
from qingzhuang.store.trail import Act, verify
from qingzhuang.web.api import reading
from tests.pipeline.drafts import sheet
from tests.web.api.conftest import Program, Programs
from tests.web.conftest import People

NAMES = ["姓名", "联系电话"]


@pytest.fixture(autouse=True)
def _somebody_works(settings: DjangoSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every draft counts as large, so that none need be."""
    settings.WORKER = True
    monkeypatch.setattr(reading, "slow", lambda _file, _content: True)


def _brought(
    program: Program, path: str = "/demands", version: object = None, names: list[str] = NAMES
) -> Any:
    file = SimpleUploadedFile("报名表.xlsx", sheet("党员培训报名表", names, ""))
    headers = {"If-Match": f'"{version}"'} if version else {}
    return program.post(f"/api/v1{path}", {"file": file}, headers=headers)


def _read(program: Program, answer: Any) -> Any:
    """Let somebody work, then ask at the address that was told."""
    assert answer.status_code == 202, answer.content.decode()
    told = answer.json()
    assert answer["Location"] == told["address"]
    while work_one(clock.now()):
        pass
    return program.get(told["address"]).json()


def test_it_is_read_beside_and_then_there(people: People, program: Programs) -> None:
    issuer = program(people.issuer)
    answer = _brought(issuer)
    assert (answer.json()["state"], answer.json()["demand"]) == ("waiting", None)
    assert not DemandRow.objects.exists()
    done = _read(issuer, answer)
    assert done["state"] == "done"
    found = issuer.ask(f"/demands/{done['demand']}")
    assert (found["stage"], found["columns"]) == (Stage.DRAFT.value, 2)
    (left,) = TrailRow.objects.filter(act=Act.DRAFTED)
    assert left.detail.startswith("token ")
    assert verify().broken is None


def test_nobody_else_may_ask_how_far_it_is(people: People, program: Programs) -> None:
    address = _brought(program(people.issuer)).json()["address"]
    assert program(people.other_issuer).get(address).status_code == 404
    assert program(people.post).get(address).status_code == 403
    assert program(people.issuer).get("/api/v1/demands/readings/9999").status_code == 404


def test_what_cannot_be_read_is_told_in_words(people: People, program: Programs) -> None:
    issuer = program(people.issuer)
    answer = issuer.post("/api/v1/demands", {"file": SimpleUploadedFile("坏.xlsx", b"nothing")})
    failed = _read(issuer, answer)
    assert failed["state"] == "failed"
    assert failed["told"].endswith("。")
    assert not DemandRow.objects.exists()


def test_a_changed_draft_takes_its_place_and_never_over_another_change(
    people: People, program: Programs
) -> None:
    issuer = program(people.issuer)
    number = _read(issuer, _brought(issuer))["demand"]
    seen = issuer.ask(f"/demands/{number}")["version"]
    path = f"/demands/{number}/form"
    first = _brought(issuer, path, seen, [*NAMES, "民族"])
    second = _brought(issuer, path, seen, [*NAMES, "民族", "学历"])
    assert _read(issuer, first)["state"] == "done"
    found = demand(number)
    assert found is not None
    assert found.columns == 3
    late = issuer.get(second.json()["address"]).json()
    assert late["state"] == "failed"
    assert _brought(issuer, path, seen).status_code == 409, "told at once where it is known at once"
    assert _brought(issuer, path).status_code == 428
