"""One key: what it seals tells nothing, and only it opens it again."""

import pytest

from qingzhuang.store.sealing.cipher import Cipher, DamagedError, ident_of_bytes
from qingzhuang.store.sealing.padding import padded, spaced, unpadded

KEY, OTHER = Cipher(bytes(32)), Cipher(b"\1" * 32)
NAME = "编有田".encode()


def test_equal_values_look_different_and_open_to_the_same() -> None:
    first, second = KEY.seal(NAME, b"a.b"), KEY.seal(NAME, b"a.b")
    assert first != second
    assert KEY.open_value(first, b"a.b") == KEY.open_value(second, b"a.b") == NAME


def test_equal_marks_look_alike_under_one_key_only() -> None:
    assert KEY.mark(NAME, b"a.b") == KEY.mark(NAME, b"a.b")
    assert KEY.mark(NAME, b"a.b") != KEY.mark(NAME, b"a.c")
    assert KEY.mark(NAME, b"a.b")[8:] != OTHER.mark(NAME, b"a.b")[8:]
    assert KEY.open_mark(KEY.mark(NAME, b"a.b"), b"a.b") == NAME


def test_a_stored_value_names_its_key_and_not_more() -> None:
    assert KEY.seal(NAME, b"a.b").startswith(f"g1{KEY.ident}")
    assert KEY.mark(NAME, b"a.b").startswith(f"s1{KEY.ident}")
    assert KEY.ident != OTHER.ident
    assert len(KEY.ident) == 6


@pytest.mark.parametrize("column", [b"a.c", b""])
def test_a_value_carried_to_another_column_does_not_open(column: bytes) -> None:
    with pytest.raises(DamagedError):
        KEY.open_value(KEY.seal(NAME, b"a.b"), column)
    with pytest.raises(DamagedError):
        KEY.open_mark(KEY.mark(NAME, b"a.b"), column)


@pytest.mark.parametrize(
    "spoil", [lambda text: text[:-4], lambda text: text[:20] + "AAAA" + text[24:], lambda text: text[:8]]
)
def test_a_changed_value_does_not_open(spoil: "object") -> None:
    assert callable(spoil)
    with pytest.raises(DamagedError):
        KEY.open_value(spoil(KEY.seal(NAME, b"a.b")), b"a.b")
    with pytest.raises(DamagedError):
        KEY.open_mark(spoil(KEY.mark(NAME, b"a.b")), b"a.b")


def test_the_length_tells_neither_yes_from_no_nor_one_illness_from_another() -> None:
    assert (
        len({len(spaced(each)) for each in ("true", "false", '"男"', '"女"', "null", '"高血压"', '"无"')})
        == 1
    )
    assert len({len(padded(each)) for each in ("王五", "欧阳有田", "")}) == 1


@pytest.mark.parametrize("text", ["", "a", "有田" * 40, "尾\0\0", "x" * 31, "x" * 32, "\x80"])
def test_padding_comes_off_without_loss(text: str) -> None:
    assert unpadded(padded(text)) == text


def test_a_file_opens_under_its_own_name_only() -> None:
    sealed = KEY.seal_bytes(b"PK\3\4 names", "aa")
    assert b"names" not in sealed
    assert ident_of_bytes(sealed) == KEY.ident
    assert ident_of_bytes(b"PK\3\4 names") is None
    assert KEY.open_bytes(sealed, "aa") == b"PK\3\4 names"
    for spoilt, name in ((sealed, "bb"), (sealed[:-1], "aa"), (sealed[:10], "aa")):
        with pytest.raises(DamagedError):
            KEY.open_bytes(spoilt, name)
