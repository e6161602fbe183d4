"""A filled sheet: seen before it is written, of one's own village only, and nothing hostile gets further than words."""

import io
import zipfile
from datetime import timedelta

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from qingzhuang.model.fact import Subject
from qingzhuang.store import clock
from qingzhuang.store.home import home
from qingzhuang.store.ledger.queries import value_of
from qingzhuang.store.models import DecisionRow, DocumentRow, FactRow, SubjectRow, TrailRow, WithdrawalRow
from tests.web.conftest import People
from tests.web.desk.village import QIU, SHI, TIAN, known, person
from tests.web.ledger.test_ledger import As, page

NEW = person(21, "新来人")
HEADS = ("序号", "姓名", "公民身份号码", "联系电话", "所在村")
TABLES = (FactRow, DocumentRow, SubjectRow, WithdrawalRow, DecisionRow)
Row = tuple[Subject, str, str]


def sheet(*rows: Row, heads: tuple[str, ...] = HEADS, title: str = "村民通讯录") -> bytes:
    """A filled list of telephones."""
    book = openpyxl.Workbook()
    tab = book.active
    assert tab is not None
    tab.append([title])
    tab.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(heads))
    tab.append(list(heads))
    for number, (who, phone, village) in enumerate(rows, 1):
        tab.append([number, who.name, who.key, phone, village][: len(heads)])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def bring(client: Client, content: bytes, name: str = "通讯录.xlsx", **more: str) -> str:
    """Bring a sheet and return what the page says of it."""
    answer = client.post("/ledger/sheet", {"sheet": SimpleUploadedFile(name, content), **more}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def take(client: Client, shown: str) -> str:
    """Put in what was looked at."""
    seen = shown.partition('name="seen" value="')[2].partition('"')[0]
    answer = client.post("/ledger/sheet/take", {"seen": seen})
    assert answer.status_code == 200
    return answer.content.decode()


def rows() -> list[int]:
    """How many rows each table of the ledger has."""
    return [table.objects.count() for table in TABLES]


def phone(who: Subject) -> object:
    """The telephone that holds today."""
    found = value_of(who, "person.phone", as_of=clock.today()).fact
    return found.value if found else None


@pytest.fixture
def client(people: People, as_: As) -> Client:
    """The post's browser, in a village of two."""
    known(people.post.unit.name, TIAN, QIU)
    known(people.colleague.unit.name, SHI, person__phone="13900000077")
    return as_(people.post)


def test_what_a_sheet_would_change_is_seen_before_anything_is_written(client: Client) -> None:
    before = rows()
    shown = bring(client, sheet((TIAN, "13900000001", "柳湾村"), (NEW, "13900000002", "柳湾村")))
    assert "还没有写进台账" in shown
    assert "账里没有的 1 个" in shown
    assert f"新来人（{NEW.key[-4:]}）" in shown
    assert TIAN.key not in shown
    assert rows() == before, "a preview leaves no row"
    done = take(client, shown)
    assert "记进台账了" in done
    assert (phone(TIAN), phone(NEW)) == ("13900000001", "13900000002")
    assert TrailRow.objects.get(act="imported").thing.endswith("通讯录.xlsx")
    assert "新来人" in page(client, "/ledger/?q=xlr")


def test_a_preview_says_just_what_the_import_does(client: Client) -> None:
    take(client, bring(client, sheet((TIAN, "13900000001", "柳湾村"), (QIU, "13900000002", "柳湾村"))))
    shown = bring(client, sheet((TIAN, "13900000009", "柳湾村"), (QIU, "13900000002", "柳湾村")))
    assert "改了 1 处" in shown
    assert "*******0001 → *******0009" in shown
    done = take(client, shown)
    assert "改了 1 处" in done
    assert phone(TIAN) == "13900000009"
    assert "这张表不改什么" in bring(
        client, sheet((TIAN, "13900000009", "柳湾村"), (QIU, "13900000002", "柳湾村"))
    )


def test_what_disagrees_with_another_source_is_told_and_kept(client: Client, people: People) -> None:
    known(people.post.unit.name, TIAN, file="医保名册.xlsx", person__phone="13900000008")
    shown = bring(client, sheet((TIAN, "13900000001", "柳湾村"), (QIU, "13900000002", "柳湾村")))
    assert "和别处说法不一致 1 处" in shown
    take(client, shown)
    assert "2 处说法不同" in page(client, "/ledger/odd")


def test_nobody_of_another_village_is_changed_or_shown(client: Client) -> None:
    """Not even by a sheet that says that they moved here."""
    shown = bring(client, sheet((TIAN, "13900000001", "柳湾村"), (SHI, "13900000002", "柳湾村")))
    assert "没有收的 1 个" in shown
    assert "石三川" not in shown
    assert "0077" not in shown
    take(client, shown)
    assert phone(SHI) == "13900000077"


def test_whom_the_sheet_places_nowhere_is_left_out_unless_vouched_for(client: Client) -> None:
    content = sheet((NEW, "13900000002", ""), (TIAN, "13900000001", ""), heads=HEADS[:4])
    shown = bring(client, content)
    assert "1 个没写是哪个村" in shown
    vouched = bring(client, content, mine="on")
    assert "没写是哪个村" not in vouched
    take(client, vouched)
    assert "新来人" in page(client, "/ledger/?q=新来人")


def test_a_sheet_of_the_same_name_from_another_village_takes_nobody_off_a_roll(
    client: Client, people: People, as_: As
) -> None:
    take(client, bring(client, sheet((TIAN, "13900000001", "柳湾村"), (QIU, "13900000002", "柳湾村"))))
    other = as_(people.colleague)
    later = (clock.today() + timedelta(days=1)).isoformat()
    take(other, bring(other, sheet((SHI, "13900000003", "石桥村")), day=later))
    assert "名册里已经没有" not in page(client, "/ledger/?k=person")
    assert phone(TIAN) == "13900000001"


def test_a_ledger_that_grew_meanwhile_is_looked_at_again(client: Client, people: People) -> None:
    shown = bring(client, sheet((TIAN, "13900000001", "柳湾村")))
    known(people.post.unit.name, TIAN, file="医保名册.xlsx", person__phone="13900000008")
    seen = shown.partition('name="seen" value="')[2].partition('"')[0]
    answer = client.post("/ledger/sheet/take", {"seen": seen})
    assert answer.status_code == 409
    assert "请再看一遍" in answer.content.decode()
    assert "和别处说法不一致 1 处" in answer.content.decode()


def test_a_sheet_that_is_not_wanted_leaves_nothing(client: Client) -> None:
    bring(client, sheet((TIAN, "13900000001", "柳湾村")))
    waiting = home() / "waiting"
    before = len(list(waiting.iterdir()))
    client.post("/ledger/sheet/drop")
    assert len(list(waiting.iterdir())) == before - 1
    answer = client.post("/ledger/sheet/take", {"seen": "1"})
    assert answer.status_code == 409
    assert "没有等着看的表" in answer.content.decode()


def _bomb() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", b"0" * 60_000_000)
    return kept.getvalue()


@pytest.mark.parametrize(
    "content", [b"", b"x", b"\0" * 4_000, b"PK\x03\x04" + b"\xff" * 900, "姓名,\u202e\n".encode(), _bomb()]
)
def test_hostile_files_end_in_words(content: bytes, client: Client) -> None:
    before = rows()
    answer = client.post("/ledger/sheet", {"sheet": SimpleUploadedFile("a\u202e.xlsx", content)}, follow=True)
    assert answer.status_code in (200, 409, 422)
    assert rows() == before


def test_what_is_too_large_is_not_taken(client: Client) -> None:
    answer = client.post("/ledger/sheet", {"sheet": SimpleUploadedFile("大.xlsx", b"0" * (21 * 2**20))})
    assert answer.status_code == 422
    assert "超过 20 兆" in answer.content.decode()


def test_a_list_is_taken_away_for_a_purpose_and_without_formulas(client: Client, people: People) -> None:
    known(people.post.unit.name, person(31, "=1+1"), file="怪.xlsx")
    address = "/ledger/list?k=person"
    assert client.post(address, {"kind": "xlsx"}).status_code == 422
    answer = client.post(address, {"kind": "csv", "why": "form"})
    text = b"".join(answer).decode("utf-8-sig")
    assert "'=1+1" in text
    assert TIAN.key not in text
    assert "石三川" not in text
    whole = b"".join(client.post(address, {"kind": "xlsx", "why": "form", "whole": "on"}))
    tab = openpyxl.load_workbook(io.BytesIO(whole)).active
    assert tab is not None
    cells = {cell.value: cell.data_type for row in tab.iter_rows() for cell in row}
    assert cells["=1+1"] == "s"
    assert cells[TIAN.key] == "s"
    steps = TrailRow.objects.filter(act="fetched")
    assert [each.purpose for each in steps] == ["填一张表要用"] * 2


def test_where_nobody_was_found_there_is_nothing_to_take_away(client: Client) -> None:
    address = "/ledger/list?q=没有这人"
    shown = page(client, address)
    assert "没有可存的" in shown
    assert "存成 xlsx" not in shown
    assert "把这 0 个" not in shown
    assert client.post(address, {"kind": "csv", "why": "form"}).status_code == 422
    assert not TrailRow.objects.filter(act="fetched").exists()
