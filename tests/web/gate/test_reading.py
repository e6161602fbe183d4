"""A draft that takes long is read beside the pages: one sees how far it is, is led on, and a killed worker leaves one draft."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings as DjangoSettings

import qingzhuang.web.jobs  # noqa: F401 - who does what
from qingzhuang.store import clock
from qingzhuang.store.beside import errands
from qingzhuang.store.beside.jobs import work_one
from qingzhuang.store.models import DemandRow, JobRow, TrailRow
from qingzhuang.store.tasks.demands import demands
from qingzhuang.store.trail import Act
from tests.web.conftest import People
from tests.web.gate.conftest import DRAFT, As, upload


@pytest.fixture(autouse=True)
def _slow(settings: DjangoSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody works beside the pages, and every file takes long."""
    settings.WORKER = True
    monkeypatch.setattr(errands, "SLOW_BYTES", 10)


def test_a_slow_draft_is_read_beside_the_page_which_leads_on(people: People, as_: As) -> None:
    issuer = as_(people.issuer)
    answer = issuer.post("/gate/", upload())
    page = issuer.get(answer["Location"])
    assert page.status_code == 200
    text = page.content.decode()
    assert "正在读您放的这份文件" in text
    assert 'http-equiv="refresh"' in text, "without script it looks again by itself"
    assert "unsafe" not in page["Content-Security-Policy"]
    assert not DemandRow.objects.exists()
    assert work_one(clock.now())
    (sent,) = demands()
    led = issuer.get(answer["Location"])
    assert (led.status_code, led["Location"]) == (302, f"/gate/{sent.number}")
    by_script = issuer.get(answer["Location"], headers={"HX-Request": "true"})
    assert (by_script.status_code, by_script["HX-Redirect"]) == (200, f"/gate/{sent.number}")
    assert "走访照片" in issuer.get(f"/gate/{sent.number}").content.decode()
    assert TrailRow.objects.filter(act=Act.DRAFTED.value, actor=people.issuer.holder).count() == 1


def test_a_changed_draft_takes_the_place_of_the_first(people: People, as_: As) -> None:
    issuer = as_(people.issuer)
    issuer.post("/gate/", upload())
    work_one(clock.now())
    (sent,) = demands()
    answer = issuer.post(f"/gate/{sent.number}/again", upload("走访二.xlsx"))
    assert issuer.get(answer["Location"]).status_code == 200
    work_one(clock.now())
    (now,) = demands()
    assert (now.number, now.file) == (sent.number, "走访二.xlsx")


def test_what_waits_before_it_is_said(people: People, as_: As) -> None:
    issuer = as_(people.issuer)
    issuer.post("/gate/", upload())
    second = issuer.post("/gate/", upload("另一份.xlsx"))
    assert "前面还有 1 件事" in issuer.get(second["Location"]).content.decode()


def test_what_cannot_be_read_is_said_in_words_and_tried_again(people: People, as_: As) -> None:
    issuer = as_(people.issuer)
    answer = issuer.post("/gate/", upload("照片.xlsx", b"\x89PNG\r\n\x1a\n" + b"x" * 50))
    work_one(clock.now())
    page = issuer.get(answer["Location"]).content.decode()
    assert "这份文件没有读成" in page
    assert "再读一次" in page
    fresh = issuer.post(f"{answer['Location']}/again")
    assert fresh["Location"] != answer["Location"]
    assert "正在读" in issuer.get(fresh["Location"]).content.decode()
    assert not DemandRow.objects.exists()


def test_nobody_else_sees_how_far_a_draft_is(people: People, as_: As) -> None:
    where = as_(people.issuer).post("/gate/", upload())["Location"]
    assert as_(people.other_issuer).get(where).status_code == 404
    assert as_(people.other_issuer).post(f"{where}/again").status_code == 404
    assert as_(people.post).get(where).status_code == 403
    assert as_(people.issuer).get("/gate/reading/99999999999999999999").status_code == 404


def test_no_name_of_a_file_stands_open_beside_the_job(people: People, as_: As) -> None:
    as_(people.issuer).post("/gate/", upload("编秀英走访.xlsx"))
    assert "编秀英" not in JobRow.objects.get().about


def test_a_small_draft_is_answered_at_once(people: People, as_: As, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errands, "SLOW_BYTES", 64 * 2**10)
    answer = as_(people.issuer).post("/gate/", upload())
    (sent,) = demands()
    assert answer["Location"] == f"/gate/{sent.number}"
    assert not JobRow.objects.exists()


_BEGINS = """
import sys, time
from datetime import date
from pathlib import Path
from qingzhuang.store.setup import open_ledger
open_ledger()
import qingzhuang.web.jobs
from qingzhuang.model.organisation import Role, UnitKind
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import work_one
from qingzhuang.store.organisation.units import add_unit, give_seat, open_account
from qingzhuang.web.gate import reading
county = add_unit("云泽县", UnitKind.COUNTY)
office = add_unit("县民政局", UnitKind.OFFICE, county)
seat = give_seat(open_account("a", "编名", None), office, Role.ISSUER, date(2026, 1, 1))
reading.read_beside(seat, "走访.xlsx", Path(sys.argv[1]).read_bytes())
def stands_still(*_any, **_more):
    print("begun", flush=True)
    time.sleep(60)
setattr(sys.modules[sys.argv[2]], sys.argv[3], stands_still)
work_one(clock.now())
"""
_ENDS = """
from qingzhuang.store.setup import open_ledger
open_ledger()
import qingzhuang.web.jobs
from qingzhuang.store import clock
from qingzhuang.store.beside import jobs
while jobs.work_one(clock.now() + jobs.STANDS_STILL * 2):
    pass
from qingzhuang.store.models import DemandRow, JobRow, TrailRow
job, (demand,) = JobRow.objects.get(), DemandRow.objects.all()
print(job.state, job.result == str(demand.pk), TrailRow.objects.filter(act="drafted").count())
"""


@pytest.mark.parametrize(
    ("module", "name"),
    [("qingzhuang.store.gate.acts", "screen"), ("qingzhuang.web.gate.reading", "over")],
    ids=["while it reads", "right after it wrote"],
)
def test_a_worker_killed_at_any_moment_leaves_one_draft(tmp_path: Path, module: str, name: str) -> None:
    file = tmp_path / "draft.xlsx"
    file.write_bytes(DRAFT)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("QZ_", "DJANGO_"))}
    environment = {
        **kept,
        "QZ_HOME": str(tmp_path / "home"),
        "QZ_WORKER": "1",
        "DJANGO_SETTINGS_MODULE": "qingzhuang.web.settings",
    }
    call = [sys.executable, "-c", _BEGINS, str(file), module, name]
    with subprocess.Popen(call, env=environment, stdout=subprocess.PIPE, text=True) as begun:
        assert begun.stdout is not None
        assert begun.stdout.readline() == "begun\n"
        begun.send_signal(signal.SIGKILL)
    done = subprocess.run(
        [sys.executable, "-c", _ENDS], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "done True 1", done.stderr
