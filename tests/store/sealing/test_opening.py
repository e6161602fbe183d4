"""A ledger opens with its own keys or says in words why not; it never makes a fresh key over sealed values."""

import stat
from pathlib import Path

import pytest

from qingzhuang.model.problem import ProblemError
from qingzhuang.store.models import KeyRow, SubjectRow
from qingzhuang.store.sealing.keys import key_file as where
from qingzhuang.store.sealing.keys import new_key, written
from qingzhuang.store.sealing.opening import settle, unsettled
from qingzhuang.store.sealing.ring import forget_keys, ring
from tests.store.people import WANG, bring


def _code() -> str:
    with pytest.raises(ProblemError) as found:
        unsettled()
    return f"{found.value.problem.code} {found.value.problem.message}"


def test_the_first_key_is_made_with_the_ledger_open_to_its_owner_only(sealed: Path) -> None:
    assert stat.S_IMODE(sealed.stat().st_mode) == 0o600
    assert KeyRow.objects.get().ident == ring().current.ident
    assert not unsettled()
    made = sealed.read_text()
    settle()
    assert sealed.read_text() == made


def test_the_key_lies_beside_the_folder_of_the_ledger_not_in_it(
    key_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("QZ_KEY_FILE")
    assert where() == tmp_path / "home.key"


def test_a_missing_file_of_keys_is_told_and_not_made_anew(sealed: Path) -> None:
    bring({(WANG, "person.sex"): "女"})
    sealed.unlink()
    forget_keys()
    assert _code().startswith("QZ-L021")
    with pytest.raises(ProblemError):
        settle()
    assert not sealed.exists()


def test_a_wrong_key_is_told_with_the_name_of_the_right_one(sealed: Path) -> None:
    bring({(WANG, "person.sex"): "女"})
    right = ring().current.ident
    sealed.write_text(written(new_key()))
    forget_keys()
    assert right in _code()
    with pytest.raises(ProblemError, match="QZ-L021"):
        SubjectRow.objects.get()
    assert KeyRow.objects.count() == 1, "a wrong key leaves no mark"


@pytest.mark.parametrize("text", ["不是钥匙", "c2hvcnQ=", "\udcff", "=" * 44])
def test_what_is_no_key_is_told(sealed: Path, text: str) -> None:
    sealed.write_bytes(text.encode("utf-8", "surrogateescape"))
    forget_keys()
    assert _code().startswith("QZ-L020")


def test_keys_from_the_environment_go_before_the_file(
    key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = new_key(), new_key()
    monkeypatch.setenv("QZ_KEY", written(first))
    settle()
    bring({(WANG, "person.sex"): "女"})
    assert not key_file.exists()
    monkeypatch.setenv("QZ_KEY", f"{written(second)},{written(first)}")
    forget_keys()
    assert unsettled(), "a key that was put in front is noted"
    settle()
    assert SubjectRow.objects.get(key=WANG.key).name == WANG.name
    monkeypatch.setenv("QZ_KEY", written(second))
    forget_keys()
    assert _code().startswith("QZ-L021"), "the first one is still needed"
