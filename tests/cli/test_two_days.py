"""One issuer's forms as of two days, a list, an answer, a person's no: what is asked, what is filled, what a year counts, told alike."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli.main import group
from qingzhuang.match.grouping.rulings import rulings
from qingzhuang.model.fact import Fact, Source
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.sheet import Scalar
from qingzhuang.model.verdict import ItemContext
from qingzhuang.store.home import LEDGER
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.pairs.reviewing import Speaker, say, unsay
from tests.answer.known import household, person, said, village

JUNE, DECEMBER, TODAY = date(2026, 6, 30), date(2026, 12, 31), "2027-01-05"
PLACE = village("编名村")
HEADS = ("村名", "户籍人口数", "生猪存栏（头）")
HALF, WHOLE = "各村基本情况表（截至2026年6月30日）", "各村基本情况表（截至2026年12月31日）"


@pytest.fixture(autouse=True)
def _ledger(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / LEDGER).touch()
    monkeypatch.setenv("QZ_HOME", str(home))


def write(folder: Path, title: str, heads: tuple[str, ...]) -> Path:
    folder.mkdir(exist_ok=True)
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append([title])
    page.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(heads))
    page.append(list(heads))
    for _line in range(2):
        page.append([None] * len(heads))
    book.save(folder / f"{title}.xlsx")
    return folder


def run(*words: object) -> Result:
    return CliRunner().invoke(group, [str(word) for word in words])


def cells(path: Path) -> list[object]:
    page = openpyxl.load_workbook(path).active
    assert page is not None
    return [cell.value for row in page.iter_rows() for cell in row]


def asked(folder: Path, *more: object) -> dict[str, object]:
    found: dict[str, object] = json.loads(
        run("ask", folder, "--as-of", TODAY, "--rows", "all", "--format", "json", *more).stdout
    )
    return found


def days(folder: Path) -> list[tuple[str, object]]:
    questions = asked(folder)["questions"]
    assert isinstance(questions, list)
    return sorted((each["element"], each["as_of"]) for each in questions)


@pytest.fixture
def both(tmp_path: Path) -> Path:
    told = [said(PLACE, "place.village", "编名村", on=date(2026, 1, 1)).fact]
    for number, pigs in (("9900001", 12), ("9900002", 30)):
        home = household(number)
        rows: dict[str, Scalar] = {"place.village": "编名村", "household.size": 0, "livestock.pigs": pigs}
        until = JUNE + timedelta(days=365)
        told += [
            said(home, key, value, by="养殖户台账.xlsx", on=JUNE, until=until).fact
            for key, value in rows.items()
        ]
    record(told)
    for title in (HALF, WHOLE):
        folder = write(tmp_path / "表", title, HEADS)
    return folder


def test_exactly_what_each_day_lacks_is_asked_filled_and_counted(both: Path, tmp_path: Path) -> None:
    people = "place.population[户籍]"
    pigs = "livestock.pigs"
    lacking = [(pigs, "2026-12-31"), (people, "2026-06-30"), (people, "2026-12-31")]
    assert days(both) == lacking, "the list answers the day that it is of"
    shown = run("ask", both, "--as-of", TODAY, "--rows", "all").stdout
    assert "截至 2026-06-30" in shown
    assert "一共 3 个问题" in shown
    assert "已经最少" in shown
    answer = Fact(PLACE, people, 812, JUNE, Source(""), "编名村", datetime(2027, 1, 4, tzinfo=UTC), JUNE)
    record([answer])
    assert days(both) == lacking[:1] + lacking[2:]
    shown = run("ask", both, "--as-of", TODAY, "--rows", "all").stdout
    assert "有 2026-06-30 的数“812" in shown
    assert "要 2026-12-31 的" in shown
    out = tmp_path / "出"
    filled = run("fill", both, "--as-of", TODAY, "--rows", "all", "-o", out).stdout
    assert "有 2026-06-30 的数，本表要 2026-12-31 的" in filled
    assert "太久没有更新" not in filled
    values = [cells(path) for path in out.rglob("*.xlsx")]
    assert any(812 in each and 42 in each for each in values)
    assert sum(812 in each for each in values) == 1
    year = asked(both, "--month", "2027-01")
    questions = year["questions"]
    assert isinstance(questions, list)
    assert sorted((each["element"], each["as_of"]) for each in questions) == days(both)


def test_a_day_to_come_is_told_alike_and_not_promised(both: Path, tmp_path: Path) -> None:
    people, early = "place.population[户籍]", "2026-11-27"
    on = date(2026, 11, 27)
    record([Fact(PLACE, people, 812, on, Source(""), "编名村", datetime(2026, 11, 27, tzinfo=UTC), on)])
    folder = write(tmp_path / "年底", WHOLE, HEADS)
    shown = run("ask", folder, "--as-of", early, "--rows", "all").stdout
    assert "一共 0 个问题，问完能填好 0 格。另有 2 个要等到那一天才能问。" in shown
    assert "有 2026-11-27 的数“812人”，要 2026-12-31 的。2026-12-31 还没到，到那天再问。" in shown
    out = tmp_path / "出"
    filled = run("fill", folder, "--as-of", early, "--rows", "all", "-o", out).stdout
    assert "有 2026-11-27 的数，本表要 2026-12-31 的" in filled
    assert not any(812 in cells(path) for path in out.rglob("*.xlsx"))


def test_a_persons_no_parts_what_is_kept_and_asked_until_it_is_taken_back(tmp_path: Path) -> None:
    who, when = person(date(1950, 2, 1), 1, "编名甲"), "登记时间"
    told = {
        "person.name": "编名甲",
        "person.id_no": who.key,
        "disability.is_disabled": "是",
        "relief.is_low_income": "是",
    }
    record([said(who, key, value).fact for key, value in told.items()])
    for title in ("残疾人花名册", "低保对象花名册"):
        folder = write(tmp_path / "册", title, ("姓名", "身份证号", when))
    key = "register.date"
    assert days(folder) == [(key, None)]
    sides = (ItemContext(when, "残疾人花名册", "人"), ItemContext(when, "低保对象花名册", "人"))
    at = datetime(2027, 1, 4, tzinfo=UTC)
    word = [Said(*sides, Reply.DIFFERENT, by, by, at) for by in "甲乙"]
    assert rulings(word).sides
    say(word)
    assert len(days(folder)) == 2
    shown = run("ask", folder, "--as-of", TODAY).stdout
    assert "登记日期（《残疾人花名册》的）" in shown
    assert "登记日期（《低保对象花名册》的）" in shown
    place = f"《残疾人花名册》{when}"
    record([Fact(who, key, "2026-03-01", date(2026, 3, 1), Source("", place), "编名村", at)])
    assert len(days(folder)) == 1, "the other form is still asked for its own"
    for by in "乙甲":
        unsay(None, Speaker(by, by), at, own=True)
    assert days(folder) == [], "joined again, one answer serves both"
