"""What came of a job is kept small and comes out as it went in."""

import pytest

from qingzhuang.store.beside.packed import packed, unpacked


def test_it_comes_out_as_it_went_in_and_takes_less() -> None:
    tree = {"表": ["联系电话"] * 500}
    assert unpacked(packed(tree)) == tree
    assert len(packed(tree)) < 200


@pytest.mark.parametrize("text", ["", "abc", "不是"])
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each of its kinds
        unpacked(text)
