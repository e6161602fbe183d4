"""Whoever walks off with the database and the folder of files finds nobody's name or number in them."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from qingzhuang.demo.make import rolls
from qingzhuang.demo.sources.write import write_roll
from qingzhuang.demo.township import imagine
from qingzhuang.model.fact import Fact, Source
from qingzhuang.model.organisation import Role, UnitKind
from qingzhuang.pipeline.clues import Tip
from qingzhuang.store import blobs
from qingzhuang.store.beside import waiting
from qingzhuang.store.board.clues import keep_clue
from qingzhuang.store.ledger.commands import import_form, record
from qingzhuang.store.ledger.decisions import settle
from qingzhuang.store.ledger.queries import find
from qingzhuang.store.ledger.report import Signed
from qingzhuang.store.models import FactRow, SubjectRow
from qingzhuang.store.organisation.identities import Identity, bind
from qingzhuang.store.organisation.units import add_unit, give_seat, open_account
from qingzhuang.store.trail import Act, Step, leave, verify
from tests.store.people import WANG, bring
from tests.store.sealing.raw import raw_bytes

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
DAY = date(2026, 11, 25)
TYPED = "某某某病历0571"
_WORDS = re.compile(rb"[\x80-\xff0-9]{6,}")
EVERY = 6  # so many of the township's files are enough: several thousand people's facts


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of files of the test's own."""
    monkeypatch.setenv("QZ_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def _shown(needles: Iterable[str], house: Path) -> list[str]:
    """Which of these words can be read in the database or in a file."""
    held = raw_bytes() + b"".join(each.read_bytes() for each in house.rglob("*") if each.is_file())
    assert len(held) > 1_000
    told = b" ".join(_WORDS.findall(held))  # few are left: what is sealed is in Latin letters
    return [each for each in needles if each.encode() in told]


def test_nobody_of_the_example_township_can_be_read_in_its_ledger(house: Path) -> None:
    township = imagine()
    for roll in list(rolls(township))[::EVERY]:
        content = write_roll(roll)
        import_form(roll.file, content, recorder="样例", at=NOON, as_of=DAY)
        blobs.keep(content)
    blobs.keep("\n".join(f"{each.name} {each.id_no}" for each in township.people).encode())
    assert FactRow.objects.count() > 5_000
    someone = next(iter(SubjectRow.objects.filter(kind="person")))
    assert find(someone.key)[0].name == someone.name, "who has the key reads it"
    needles = {
        word
        for each in township.people
        for word in (each.name, each.id_no, each.phone, each.account, each.live_address)
        if word
    }
    assert len(needles) > 5_000
    assert _shown(needles, house) == []


def _typed() -> dict[str, Callable[[], object]]:
    """Every way in which words reach what is kept."""
    unit = add_unit("云泽县", UnitKind.COUNTY)
    signed = Signed(TYPED, NOON, TYPED)
    fact = Fact(WANG, "person.phone", TYPED, DAY, Source(TYPED, TYPED), TYPED, NOON)
    return {
        "imported": lambda: bring({(WANG, "person.phone"): TYPED}, file=f"{TYPED}.xlsx"),
        "answered": lambda: record([fact]),
        "settled": lambda: settle(WANG, "person.phone", TYPED, signed),
        "account": lambda: give_seat(open_account("a", TYPED, None), unit, Role.POST, DAY),
        "bound": lambda: bind("a", Identity("https://id.example", TYPED)),
        "told": lambda: keep_clue(unit, Tip("A", (), TYPED), DAY),
        "left": lambda: leave(Step(0, Act.UNMASKED, TYPED, purpose=TYPED, detail=TYPED), NOON),
        "waits": lambda: waiting.hold(TYPED.encode(), NOON),
        "kept": lambda: blobs.keep(TYPED.encode()),
    }


def test_whatever_is_typed_or_brought_cannot_be_read(house: Path) -> None:
    for act in _typed().values():
        act()
    assert FactRow.objects.count() == 3
    assert verify().broken is None
    assert _shown([TYPED], house) == []
    assert _shown(["云泽县"], house) == ["云泽县"], "what is public is found, so that the search is one"
