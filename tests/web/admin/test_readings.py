"""An administrator carries how the county reads its forms to another county, and takes over what another settled."""

import io
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from qingzhuang.intake.taught import Taught, TaughtTable
from qingzhuang.model.organisation import Role, Seat, UnitKind
from qingzhuang.store import clock
from qingzhuang.store.gate.lessons import as_text
from qingzhuang.store.gate.teaching import lessons_of, teach
from qingzhuang.store.models import TrailRow
from qingzhuang.store.organisation.units import add_unit, give_seat, open_account
from tests.web.conftest import SINCE, People

Browser = Callable[[Seat | None], Client]
LESSON = Taught("编名登记表", (TaughtTable("Sheet1", (2, 3), 4, None, words=("编名甲", "编名乙")),))


@pytest.fixture
def elsewhere(people: People) -> Seat:
    other = open_account("elsewhere", "温别处", None)
    return give_seat(other, add_unit("另一县", UnitKind.COUNTY), Role.ADMIN, SINCE)


def brought(client: Client, content: bytes, name: str = "表怎么读.zip") -> str:
    answer = client.post("/admin/readings/bring", {"file": SimpleUploadedFile(name, content)}, follow=True)
    return f"{answer.status_code} {answer.content.decode()}"


def test_what_one_county_settled_is_carried_to_another(people: People, elsewhere: Seat, as_: Browser) -> None:
    teach(people.admin.unit, "a" * 64, LESSON, clock.now())
    page = as_(people.admin).get("/admin/readings").content.decode()
    assert "编名登记表" in page
    taken = as_(people.admin).get("/admin/readings/all.zip")
    content = b"".join(taken) if taken.streaming else taken.content
    assert zipfile.ZipFile(io.BytesIO(content)).namelist() == ["编名登记表-aaaaaaaa.yaml"]
    assert lessons_of(elsewhere.unit) == ()
    assert "收下 1 张表的读法" in brought(as_(elsewhere), content)
    assert [each.tables for each in lessons_of(elsewhere.unit)] == [LESSON.tables]
    assert {"fetched", "taught"} <= set(TrailRow.objects.values_list("act", flat=True))


def test_what_nobody_confirmed_is_not_taken(people: People, as_: Browser) -> None:
    text = as_text(LESSON, confirmed=False).encode()
    page = brought(as_(people.admin), text, "读法.yaml")
    assert "收下 0 张" in page
    assert "1 张没有人定过" in page
    assert lessons_of(people.admin.unit) == ()


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x01", "标题: 不是读法".encode(), b"PK\x03\x04broken", b"a: &a [x]\nform: [*a, *a]\ntables: []\n", b"[" * 5000,
        b"x" * (300 * 1024),
    ],
)  # fmt: skip
def test_anything_else_is_refused_in_words(people: People, as_: Browser, content: bytes) -> None:
    page = brought(as_(people.admin), content, "x.yaml")
    assert page.startswith("400")
    assert "QZ-W191" in page


def test_a_zip_that_swells_is_refused(people: People, as_: Browser) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("大.yaml", "x" * (2 * 1024 * 1024))
    assert "QZ-W191" in brought(as_(people.admin), kept.getvalue())


def test_only_an_administrator_comes_here_and_sees_only_its_own_county(
    people: People, elsewhere: Seat, as_: Browser
) -> None:
    teach(people.admin.unit, "a" * 64, LESSON, clock.now())
    assert "编名登记表" not in as_(elsewhere).get("/admin/readings").content.decode()
    for seat in (people.post, people.issuer, people.overseer):
        assert as_(seat).get("/admin/readings/all.zip").status_code in (302, 403, 404)


def test_the_page_costs_the_same_however_many_there_are(
    people: People, as_: Browser, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client = as_(people.admin)
    for at in range(8):
        teach(people.admin.unit, f"{at}" * 64, LESSON, clock.now())
    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
        client.get("/admin/readings")
