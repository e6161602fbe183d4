"""Screenshots: wrapped lines are one paragraph; without a recogniser the cure is said."""

import sys
from importlib.util import find_spec
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from qingzhuang.intake.notices.pictures import Shown, is_picture, paragraphs
from qingzhuang.intake.notices.read import read_notice
from qingzhuang.model.problem import ProblemError


def picture(text: str = "") -> bytes:
    image = Image.new("RGB", (600, 120), "white")
    ImageDraw.Draw(image).text((20, 40), text, fill="black", font_size=36)
    stream = BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def test_lines_that_share_an_edge_and_follow_closely_are_one_paragraph() -> None:
    lines = [
        Shown("请各村今晚8点前在群里", 43, 40, 35),
        Shown("接龙，不得遗漏。", 43, 80, 34),
        Shown("收到", 35, 167, 43),
        Shown("好", 400, 200, 43),
    ]
    assert paragraphs(lines) == ["请各村今晚8点前在群里接龙，不得遗漏。", "收到", "好"]


def test_a_picture_is_told_by_its_bytes() -> None:
    assert is_picture(picture())
    assert not is_picture(b"%PDF-1.7")


def test_without_a_recogniser_the_cure_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(ProblemError) as caught:
        read_notice("截图.png", picture())
    assert caught.value.problem.code == "QZ-R044"
    assert "qingzhuang[ocr]" in caught.value.problem.cure


@pytest.mark.skipif(find_spec("rapidocr") is None, reason="needs the extra ocr (rapidocr)")
def test_a_screenshot_is_read() -> None:
    assert "20261125" in read_notice("截图.png", picture("20261125")).text


@pytest.mark.skipif(find_spec("rapidocr") is None, reason="needs the extra ocr (rapidocr)")
def test_a_broken_picture_is_a_coded_problem() -> None:
    with pytest.raises(ProblemError) as caught:
        read_notice("截图.png", b"\x89PNG broken")
    assert caught.value.problem.code == "QZ-R045"
