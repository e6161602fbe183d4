"""A photograph goes into a form as it is seen and without what it tells of camera, place and time."""

import io

import pytest
from PIL import Image

from qingzhuang.answer.pictures import MOST_BYTES, read_picture
from qingzhuang.model.problem import ProblemError

SECRET = b"somewhere in the hills"


def photo(kind: str, orientation: int = 1, size: tuple[int, int] = (40, 60)) -> bytes:
    made = Image.new("RGB", size, (200, 120, 90))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET.decode()
    buffer = io.BytesIO()
    made.save(buffer, kind, exif=exif)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["jpeg", "png"])
def test_what_a_photograph_tells_beside_the_picture_is_left_out(kind: str) -> None:
    given = photo(kind, 6)
    assert SECRET in given
    found = read_picture("甲.jpg", given)
    assert SECRET not in found.content
    assert b"Exif" not in found.content
    assert b"eXIf" not in found.content
    before, after = (Image.open(io.BytesIO(each)).convert("RGB") for each in (given, found.content))
    assert before.tobytes() == after.tobytes()


@pytest.mark.parametrize(
    ("orientation", "turn", "mirrored", "shown"),
    [
        (1, 0, False, (40, 60)),
        (2, 0, True, (40, 60)),
        (3, 180, False, (40, 60)),
        (6, 90, False, (60, 40)),
        (8, 270, False, (60, 40)),
        (77, 0, False, (40, 60)),
    ],
)
def test_a_photograph_is_shown_as_the_camera_was_held(
    orientation: int, turn: int, mirrored: bool, shown: tuple[int, int]
) -> None:
    found = read_picture("甲.jpg", photo("jpeg", orientation))
    assert (found.turn, found.mirrored, found.shown) == (turn, mirrored, shown)


@pytest.mark.parametrize(
    "content",
    [b"GIF89a", photo("jpeg")[:40], photo("png")[:20], b"\xff\xd8" + b"\0" * MOST_BYTES, b""],
    ids=["another kind", "cut short", "cut short png", "too large", "empty"],
)
def test_what_is_no_photograph_is_refused_with_words(content: bytes) -> None:
    with pytest.raises(ProblemError) as caught:
        read_picture("甲.jpg", content)
    assert caught.value.problem.code == "QZ-R102"
