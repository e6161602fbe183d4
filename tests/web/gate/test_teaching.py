"""A close call of an issuer's form is settled once, with a button, for every later copy in the county."""

import io

import pytest
import xlsxwriter

from qingzhuang.model.work import Sent
from qingzhuang.store import clock
from qingzhuang.store.gate.acts import bring_draft
from qingzhuang.store.gate.teaching import bring, carried, lessons_of
from qingzhuang.store.models import TaughtRow, TrailRow
from qingzhuang.store.tasks.planning import form_of
from qingzhuang.store.trail import verify
from tests.web.conftest import People
from tests.web.gate.conftest import As

HEAD = ["序号", "村名", "种粮大户", "播种面积", "备注"]


def grain(title: str = "某镇秋粮情况统计表") -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("表")
        rows = [[title], ["", "", "城镇"], HEAD, ["1", "东岭", "1", "2", "3"], ["2", "西岭", "4", "5", "6"]]
        for row, texts in enumerate(rows):
            sheet.write_row(row, 0, texts)
    return file.getvalue()


@pytest.fixture
def close(people: People) -> Sent:
    return bring_draft(people.issuer.unit, "秋粮.xlsx", grain(), clock.now())


def test_the_gate_tells_a_close_call_and_takes_the_other_reading_for_every_copy(
    people: People, close: Sent, as_: As
) -> None:
    page = as_(people.issuer).get(f"/gate/{close.number}").content.decode()
    assert "拿不准：上面一行也像表头" in page
    assert form_of(close.file, close.blob).tables[0].header_rows == (3, 3)
    page = (
        as_(people.issuer).post(f"/gate/{close.number}/taught", {"doubt": "1"}, follow=True).content.decode()
    )
    assert "照您说的读了" in page
    assert "拿不准：" not in page
    assert form_of(close.file, close.blob).tables[0].header_rows == (2, 3)
    again = bring_draft(people.issuer.unit, "秋粮2.xlsx", grain("某镇2027年秋粮情况统计表"), clock.now())
    assert form_of(again.file, again.blob).tables[0].header_rows == (2, 3)
    assert TrailRow.objects.filter(act="taught").count() == 1
    assert verify().broken is None


def test_nobody_but_its_own_office_settles_how_a_draft_is_read(people: People, close: Sent, as_: As) -> None:
    path = f"/gate/{close.number}/taught"
    assert as_(people.other_issuer).post(path, {"doubt": "1"}).status_code == 404
    for seat in (people.post, people.colleague, people.outsider, people.overseer, people.admin):
        assert as_(seat).post(path, {"doubt": "1"}).status_code == 403
    assert not TaughtRow.objects.exists()


@pytest.mark.parametrize("said", ["9", "0", "x", ""])
def test_a_doubt_that_is_not_there_is_not_taken(people: People, close: Sent, as_: As, said: str) -> None:
    assert as_(people.issuer).post(f"/gate/{close.number}/taught", {"doubt": said}).status_code == 409
    assert not TaughtRow.objects.exists()


def test_lessons_go_out_and_come_in_as_the_files_of_the_command(people: People, close: Sent, as_: As) -> None:
    as_(people.issuer).post(f"/gate/{close.number}/taught", {"doubt": "1"})
    unit = people.issuer.unit
    (text,) = carried(unit).values()
    assert "confirmed: true" in text
    (lesson,) = lessons_of(unit)
    TaughtRow.objects.update(ended_at=clock.now())
    assert lessons_of(unit) == ()
    assert bring(unit, [text, text.replace("confirmed: true", "confirmed: false")], clock.now()) == 1
    assert lessons_of(unit) == (lesson,)
    with pytest.raises(ValueError, match="5"):
        bring(unit, ["tables: 5"], clock.now())
