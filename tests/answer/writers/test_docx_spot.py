"""A cell is one text to its writer, however many runs and paragraphs it is cut into."""

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from qingzhuang.answer.writers.docx.spot import Spot
from tests.word_paper import MAIN, p, r, tc

LETTERS = st.text("甲乙丙丁 _：年abc", max_size=5)
PARAGRAPH = st.lists(LETTERS, max_size=4)


def spot(paragraphs: list[list[str]]) -> Spot:
    cell = tc(*(p(*(r(text) for text in runs)) for runs in paragraphs))
    return Spot(etree.fromstring(cell.replace("<w:tc>", f'<w:tc xmlns:w="{MAIN}">', 1)))


@settings(deadline=None)
@given(st.lists(PARAGRAPH, min_size=1, max_size=3), st.data(), LETTERS.filter(bool))
def test_letters_within_a_line_are_replaced_whatever_runs_they_stand_in(
    paragraphs: list[list[str]], data: st.DataObject, new: str
) -> None:
    target = spot(paragraphs)
    lines = target.text.split("\n")
    number = data.draw(st.integers(0, len(lines) - 1))
    before = sum(len(line) + 1 for line in lines[:number])
    start = data.draw(st.integers(before, before + len(lines[number])))
    end = data.draw(st.integers(start, before + len(lines[number])))
    old = target.text
    target.replace(start, end, new)
    assert target.text == old[:start] + new + old[end:]


@settings(deadline=None)
@given(st.lists(PARAGRAPH, min_size=1, max_size=3), LETTERS.filter(str.strip))
def test_writing_a_cell_makes_the_answer_its_only_words(paragraphs: list[list[str]], new: str) -> None:
    target = spot(paragraphs)
    target.write(new)
    assert target.text.strip("\n") == new


@settings(deadline=None)
@given(st.lists(PARAGRAPH, min_size=1, max_size=3))
def test_writing_what_stands_there_changes_nothing(paragraphs: list[list[str]]) -> None:
    target = spot(paragraphs)
    before, text = etree.tostring(target.element), target.text
    if text.strip():
        target.write(text)
        assert etree.tostring(target.element) == before
