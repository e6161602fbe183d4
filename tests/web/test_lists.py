"""Every list of the rooms can be taken away, masked like its page, each cell text, with a link on the page."""

import csv
import io
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from django.test import Client

from qingzhuang.model.fact import Fact, Source
from qingzhuang.model.organisation import Role, Seat, UnitKind
from qingzhuang.model.work import Sent, Task
from qingzhuang.store import clock
from qingzhuang.store.gate.acts import bring_draft
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.models import TrailRow
from qingzhuang.store.organisation.units import add_unit
from qingzhuang.store.trail import Act
from tests.pipeline.drafts import sheet
from tests.web.conftest import People
from tests.web.desk.village import QIU, SHI, TIAN, known, sent, task_of
from tests.web.test_access import ADDRESSES

As = Callable[[Seat | None], Client]
LISTS = [path for path in ADDRESSES if path.endswith(("list.x", "items.x", "findings.x", "posts.x"))]
EVIL = "=HYPERLINK(1)党员名册"


@pytest.fixture(autouse=True)
def town(people: People) -> tuple[Task, Sent]:
    """A village with a disagreement and something that runs out, a demand on its way, a draft with a finding."""
    here = people.post.unit.name
    known(here, TIAN, QIU, person__phone="13900000042")
    known(here, TIAN, file="另一份.xlsx", ago=30, person__phone="13900000077")
    known(people.colleague.unit.name, SHI)
    today, soon = clock.today(), clock.today() + timedelta(days=5)
    record([Fact(QIU, "person.live_addr", "柳湾村二组", today, Source(""), "编名走访", clock.now(), soon)])
    note = "填表说明：各村每周五通报填报进度并排名。"
    draft = bring_draft(people.issuer.unit, "走访.xlsx", sheet("走访表", ["姓名", "鞋码"], note), clock.now())
    return task_of(people, sent(people, EVIL)), draft


def _rows(client: Client, address: str) -> list[list[str]]:
    """What a list holds; the workbook and the plain rows say the same."""
    answer: Any = client.get(f"{address}.csv")
    assert answer.status_code == 200, address
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    book: Any = client.get(f"{address}.xlsx")
    cells = openpyxl.load_workbook(io.BytesIO(b"".join(book.streaming_content))).active
    assert cells is not None
    found = [["" if cell.value is None else str(cell.value) for cell in row] for row in cells]
    assert [[each.removeprefix("'") for each in row] for row in rows] == found[1:]
    assert all(
        cell.data_type in ("s", "n") and (cell.value is None or cell.data_type == "s")
        for row in cells
        for cell in row
    )
    return rows


def _addresses(people: People, number: int, draft: int) -> dict[str, tuple[Seat, str]]:
    tian = numbers({TIAN})[TIAN]
    return {
        "/desk/list": (people.post, "/desk/"),
        f"/ledger/{tian}/list": (people.post, f"/ledger/{tian}/"),
        "/ledger/recheck/list": (people.post, "/ledger/recheck"),
        "/ledger/odd/list": (people.post, "/ledger/odd"),
        "/gate/list": (people.issuer, "/gate/"),
        f"/gate/{draft}/items": (people.issuer, f"/gate/{draft}"),
        f"/gate/{draft}/findings": (people.issuer, f"/gate/{draft}"),
        f"/gate/{number}/posts": (people.issuer, f"/gate/{number}/follow"),
        "/gate/waiting/list": (people.overseer, "/gate/waiting"),
        "/admin/units/list": (people.admin, "/admin/"),
        "/admin/accounts/list": (people.admin, "/admin/accounts"),
        "/rules/list": (people.post, "/rules/"),
    }


def test_each_list_has_its_link_and_holds_what_the_page_shows(
    people: People, as_: As, town: tuple[Task, Sent]
) -> None:
    """Nothing that looks like a formula is one, no number stands whole, and whoever took one is on the trail."""
    task, draft = town
    for address, (seat, page) in _addresses(people, task.demand.number, draft.number).items():
        client = as_(seat)
        assert f'href="{address}.xlsx"' in client.get(page).content.decode(), address
        rows = _rows(client, address)
        assert len(rows) >= 2, address
        text = "\n".join("|".join(row) for row in rows)
        assert not re.search(r"13900000042|13900000077", text)
        assert TIAN.key not in text
        assert not any(cell.startswith(("=", "＝", "@")) for row in rows for cell in row)
    taken = TrailRow.objects.filter(act=Act.FETCHED)
    assert taken.count() == 2 * 11
    assert "田一禾" not in "".join(taken.values_list("thing", flat=True))


def test_an_issuer_s_list_is_its_own_and_a_post_s_too(
    people: People, as_: As, town: tuple[Task, Sent]
) -> None:
    task, draft = town
    assert len(_rows(as_(people.other_issuer), "/gate/list")) == 1
    assert len(_rows(as_(people.outsider), "/desk/list")) == 1
    for more in ("items", "findings"):
        assert as_(people.other_issuer).get(f"/gate/{draft.number}/{more}.csv").status_code == 404
    assert as_(people.other_issuer).get(f"/gate/{task.demand.number}/posts.csv").status_code == 404
    assert as_(people.outsider).get(f"/ledger/{numbers({TIAN})[TIAN]}/list.csv").status_code == 403


def test_the_board_s_list_hides_what_the_board_hides(people: People, as_: As) -> None:
    """Fewer posts than may be shown: not a figure leaves."""
    assert len(_rows(as_(people.overseer), "/board/list")) == 1
    assert len(_rows(as_(people.overseer), "/board/clues/list")) == 1
    assert _rows(as_(people.overseer), "/board/cut/list")[0][0] == "怎么改"


def test_no_other_kind_of_file_is_made(people: People, as_: As) -> None:
    for path in LISTS:
        said = ADDRESSES[path]
        roles = said.roles if said else frozenset()
        seat = next((each for each in people.all().values() if each.role in roles), None)
        assert as_(seat).get(path.replace("/1/", "/999/")).status_code == 404


def test_the_trail_is_no_sheet(people: People, as_: As) -> None:
    """A sheet of who did what could be sorted by person."""
    assert not any("trail" in path for path in LISTS)
    add_unit("新村", UnitKind.VILLAGE, people.admin.unit)
    assert people.admin.role is Role.ADMIN
    assert as_(people.admin).get("/admin/trail/list.csv").status_code == 404
