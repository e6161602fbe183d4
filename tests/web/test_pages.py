"""The shell's pages. One person at one machine: nothing is reachable that is not on the shelf."""

from pathlib import Path

import pytest
import xlsxwriter
from django.test import Client
from pytest_django import Settings

from qingzhuang.web.shelf import (
    FILLED,
    REPORT,
    Failed,
    Open,
    Paper,
    Shelf,
    Weight,
    read_shelf,
    write_shelf,
)

PAPER = Paper(
    "民政局/名册.xlsx", "低保对象花名册", "县民政局", 2, 1, ("Sheet1!A3", "Sheet1!B3"), ("B4 没有填。",)
)


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    """A township's folder with one filled form, one failure and one open question."""
    settings.FOLDER = tmp_path / "青禾镇"
    write_shelf(
        settings.FOLDER,
        Shelf(
            "青禾镇",
            (PAPER,),
            (Open("甲一的联系电话", "本人", 3, 2),),
            (Failed("坏.xlsx", "其实是图片。", "请发件人给原表。", "QZ-R002"),),
            questions=1234,
            weight=Weight(120.0, 30.0),
        ),
    )
    target = settings.FOLDER / FILLED / PAPER.file
    target.parent.mkdir(parents=True)
    with xlsxwriter.Workbook(str(target)) as book:
        sheet, line = book.add_worksheet(), book.add_format({"border": 1})
        sheet.merge_range(
            "A1:B1", "低保对象花名册", book.add_format({"bold": True, "align": "center", "font_size": 16})
        )
        for row, texts in enumerate([("姓名", "电话"), ("甲<一>", "19900001111"), ("甲二", "")], 1):
            sheet.write_row(row, 0, texts, line)
        sheet.write_blank(3, 1, None, line)
    (settings.FOLDER / REPORT).write_text("<style>p{color:red}</style><p>称一称</p>", encoding="utf-8")
    return Path(settings.FOLDER)


def page(path: str, status: int = 200) -> str:
    response = Client().get(path)
    assert response.status_code == status
    return response.content.decode()


def test_the_first_page_says_what_is_filled_open_and_failed(folder: Path) -> None:
    html = page("/")
    for text in (
        '<b class="is-light">1</b> 份表填好了',
        "空着 1 格",
        "<b>1,234</b> 个问题没人答过",
        "甲一的联系电话",
        "其实是图片。",
        "QZ-R002",
        "县民政局",
        "每月 <b>2 小时 00 分</b>；只答没人知道的，30 分",
    ):
        assert text in html


def test_a_list_that_was_left_alone_is_never_called_complete(folder: Path) -> None:
    """Its date alone was filled and no cell is counted as blank: the page says why nobody is listed."""
    alone = Paper("民政局/动态表.xlsx", "动态情况表", "县民政局", 1, 0, stopped="标题没有说清填哪些人。")
    write_shelf(folder, Shelf("青禾镇", (alone,)))
    html = page("/")
    assert "只填了 1 格</b>：标题没有说清填哪些人。" in html
    assert "齐了" not in html


def test_cards_of_one_form_are_told_apart_by_whom_they_are_about(folder: Path) -> None:
    cards = tuple(
        Paper(f"卡-{name}.xlsx", "走访表", "县民政局", 3, 0, about=name) for name in ("甲一", "乙二")
    )
    write_shelf(folder, Shelf("青禾镇", cards))
    html = page("/")
    assert "走访表（甲一）" in html
    assert "走访表（乙二）" in html


def test_a_folder_of_ones_own_shows_what_was_filled_there(folder: Path) -> None:
    """`qz fill 表格 -o 填好` leaves no list; the files are shown and can be taken all the same."""
    (folder / FILLED / "清单.json").unlink()
    (folder / FILLED / "~$名册.xlsx").write_bytes(b"open in an office")
    html = page("/")
    assert '<b class="is-light">1</b> 份表填好了' in html
    assert "名册" in html
    assert "没有填" not in html
    (paper,) = read_shelf(folder).papers
    assert "甲&lt;一&gt;" in page(f"/paper/{paper.id}")
    assert (
        b"".join(Client().get(f"/paper/{paper.id}/download")) == (folder / FILLED / paper.file).read_bytes()
    )


def test_numbers_and_dates_of_a_paper_stay_whole(folder: Path) -> None:
    """A narrow screen scrolls; it never breaks a telephone number in three. Its last places are shown, the file has it all."""
    write_shelf(folder, Shelf("青禾镇", (PAPER,)))
    assert 'is-line is-whole">*******1111<' in page(f"/paper/{PAPER.id}")


def test_an_empty_folder_says_what_to_do(tmp_path: Path, settings: Settings) -> None:
    settings.FOLDER = tmp_path
    assert "这里还没有填好的表" in page("/")
    page("/report", 404)


def test_a_paper_looks_like_the_issuers_own(folder: Path) -> None:
    """Merged title, filled cells marked, markup in names made harmless."""
    html = page(f"/paper/{PAPER.id}")
    assert '<td class="is-bold is-mid is-big" rowspan="1" colspan="2">低保对象花名册</td>' in html
    assert '<td class="is-new is-line">甲&lt;一&gt;</td>' in html
    assert '<td class="is-line is-blank"></td>' in html


def test_a_paper_can_be_taken_away_byte_for_byte(folder: Path) -> None:
    response = Client().get(f"/paper/{PAPER.id}/download")
    assert b"".join(response) == (folder / FILLED / PAPER.file).read_bytes()
    assert "attachment" in response["Content-Disposition"]


@pytest.mark.parametrize(
    "address", ["/paper/000000000000", "/paper/..%2f..%2fetc", "/nothing", "/paper/x/download"]
)
def test_what_is_not_on_the_shelf_is_answered_in_chinese(folder: Path, address: str) -> None:
    assert "这里没有这一页" in page(address, 404)


def test_a_shelf_cannot_point_outside_its_folder(folder: Path) -> None:
    """Even a list that somebody changed by hand."""
    (folder / "秘密.xlsx").write_bytes(b"x")
    outside = Paper("../秘密.xlsx", "x", "x", 0, 0)
    write_shelf(folder, Shelf("青禾镇", (outside,)))
    page(f"/paper/{outside.id}", 404)
    page(f"/paper/{outside.id}/download", 404)


def test_every_page_forbids_what_it_does_not_need(folder: Path) -> None:
    for path in ("/", f"/paper/{PAPER.id}", "/report"):
        response = Client().get(path)
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script" not in policy
        assert "unsafe-inline" not in policy
        assert response["X-Frame-Options"] == "DENY"
    assert "'sha256-" in Client().get("/report")["Content-Security-Policy"]


def test_pages_only_read(folder: Path) -> None:
    for path in ("/", f"/paper/{PAPER.id}", f"/paper/{PAPER.id}/download", "/report"):
        assert Client().post(path).status_code == 405


def test_another_host_name_is_refused(folder: Path) -> None:
    """A page in the browser cannot reach the shell under a name of its own (DNS rebinding)."""
    answer = Client().get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "这个地址还没有登记" in page
    assert "QZ_ADDRESS=https://evil.example" in page
    assert "太长或者不完整" not in page


def test_a_host_name_that_is_none_is_not_repeated(folder: Path) -> None:
    page = Client().get("/", headers={"host": "<script>alert(1)</script>"}).content.decode()
    assert "这个地址还没有登记" in page
    assert "alert" not in page


def test_a_shelf_is_read_back_as_written(folder: Path) -> None:
    assert read_shelf(folder).papers == (PAPER,)
    assert read_shelf(folder).weight == Weight(120.0, 30.0)
