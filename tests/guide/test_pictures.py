"""The pictures of the guides are there, small, told in words, and taken by the browser's tests."""

import re
from pathlib import Path

import pytest
from PIL import Image

from tests.web.album import MOST_BYTES

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide"
PICTURES = GUIDE / "pictures"
WIDTHS = {
    "for-posts.md": 360,
    "for-issuers.md": 1280,
    "for-overseers.md": 1280,
    "for-administrators.md": 1280,
    "for-reviewers.md": 360,
}
MOST = 25
_SHOWN = re.compile(r"!\[([^\]]*)\]\(pictures/([\w-]+)\.webp\)")
_TAKEN = re.compile(r'\bpicture\(\s*page,\s*"([\w-]+)"')
SHOWN = {
    guide: [(name, words) for words, name in _SHOWN.findall((GUIDE / guide).read_text(encoding="utf-8"))]
    for guide in WIDTHS
}


@pytest.mark.parametrize("guide", WIDTHS)
def test_a_guide_shows_pictures_of_its_reader_s_screen_and_says_what_they_show(guide: str) -> None:
    assert SHOWN[guide], f"{guide} shows nothing"
    for name, words in SHOWN[guide]:
        assert len(words) > 5, name
        with Image.open(PICTURES / f"{name}.webp") as picture:
            assert picture.width == WIDTHS[guide], name
        assert (PICTURES / f"{name}.webp").stat().st_size <= MOST_BYTES, name


def test_every_picture_is_shown_and_taken_by_a_test() -> None:
    shown = [name for each in SHOWN.values() for name, _words in each]
    run = (ROOT / "tests" / "web").rglob("test_*.py")
    taken = [name for file in run for name in _TAKEN.findall(file.read_text(encoding="utf-8"))]
    kept = sorted(each.stem for each in PICTURES.iterdir())
    assert sorted(shown) == sorted(taken) == kept
    assert len(kept) <= MOST
