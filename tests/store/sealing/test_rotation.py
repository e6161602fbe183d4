"""A new key in the place of the old one: while people work, broken off, taken up again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from qingzhuang.model.fact import Subject
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Scalar
from qingzhuang.store import blobs
from qingzhuang.store.ledger.queries import find, ledger_view
from qingzhuang.store.models import FactRow, KeyRow, SubjectRow
from qingzhuang.store.sealing import turning
from qingzhuang.store.sealing.files import files_by_key
from qingzhuang.store.sealing.keys import new_key, read_keys, write_keys, written
from qingzhuang.store.sealing.ring import forget_keys, ring
from qingzhuang.store.sealing.rotation import begin, drop, go_on, keys
from qingzhuang.store.sealing.turning import used
from qingzhuang.store.trail import Act, Step, Verdict, leave, verify
from tests.store.people import LI, TODAY, WANG, bring

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
SAID: dict[tuple[Subject, str], Scalar | tuple[Scalar, ...]] = {
    (WANG, "person.sex"): "女",
    (WANG, "person.name"): "王桂香",
    (LI, "person.sex"): "男",
    (LI, "person.name"): "李有田",
}


def _some() -> str:
    bring(SAID)
    leave(Step(1, Act.UNMASKED, "subject 1", purpose="核对王桂香的低保"), NOON)
    return blobs.keep(b"PK filled form")


def _known() -> dict[str, object]:
    view = ledger_view(as_of=TODAY)
    return {f"{who.name} {key}": view.resolve(who, key).fact.value for who, key in SAID}  # type: ignore[union-attr]


def test_everything_turns_to_the_new_key_and_reads_as_before(sealed: Path) -> None:
    blob, before, old = _some(), _known(), ring().current.ident
    new = begin()
    assert sum(go_on()) > 0
    assert set(used()) == set(files_by_key()) == {new} != {old}
    assert _known() == before
    assert blobs.fetch(blob) == b"PK filled form"
    assert verify() == Verdict(1)
    assert [(each.ident, each.current, each.values) for each in keys()][1] == (old, False, 0)


def test_broken_off_it_goes_on_and_all_can_be_read_and_found_meanwhile(
    sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turning, "BATCH", 1)
    blob, before, old = _some(), _known(), ring().current.ident
    new = begin()
    steps = go_on()
    for _ in range(4):
        next(steps)
    del steps
    forget_keys()
    assert set(used()) == {old, new}, "half of it is under the old key"
    assert _known() == before
    assert [each.key for each in find("1234")] == [WANG.key]
    assert {row.name for row in SubjectRow.objects.filter(key__in=[WANG.key, LI.key])} == {"王桂香", "李有田"}
    assert bring(SAID, minute=5).unchanged == len(SAID), "what is known is found under either key"
    assert SubjectRow.objects.count() == 2
    assert FactRow.objects.count() == len(SAID)
    assert (blobs.fetch(blob), verify()) == (b"PK filled form", Verdict(1))
    assert begin() == new, "no third key while the second waits"
    sum(go_on())
    assert set(used()) == {new}
    assert _known() == before


def test_what_is_written_while_the_key_turns_is_not_left_behind(
    sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _some()
    new = begin()
    both = read_keys()
    steps = go_on()
    next(steps)
    write_keys(both[::-1])  # another process seals with the old key a moment longer
    forget_keys()
    bring({(LI, "person.phone"): "13900000001"}, file="电话.xlsx")
    write_keys(both)
    forget_keys()
    sum(steps)
    assert set(used()) == {new}


def test_a_key_that_is_needed_cannot_be_dropped_and_an_old_one_can(sealed: Path) -> None:
    _some()
    old = ring().current.ident
    new = begin()
    for ident in (old, new, "aaaaaa"):
        with pytest.raises(ProblemError, match="QZ-L024"):
            drop(ident)
    sum(go_on())
    drop(old)
    assert [each.ident for each in keys()] == [new]
    assert len(read_keys()) == 1
    assert SubjectRow.objects.get(key=WANG.key).name == "王桂香"


def test_keys_in_the_environment_turn_when_a_new_one_stands_in_front(
    sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _some()
    old, new = read_keys()[0], new_key()
    monkeypatch.setenv("QZ_KEY", written(old))
    forget_keys()
    with pytest.raises(ProblemError, match="QZ-L023"):
        begin()
    monkeypatch.setenv("QZ_KEY", f"{written(new)} {written(old)}")
    forget_keys()
    KeyRow.objects.create(ident=ring().current.ident, since=NOON)
    assert begin() == ring().current.ident
    sum(go_on())
    assert set(used()) == {ring().current.ident}
