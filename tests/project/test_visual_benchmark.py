"""The comparison of pages sees what changed outside the filled cells, and nothing else."""

from benchmarks.visual.compare import Page, differing
from PIL import Image, ImageDraw


def paper(*, rows: int, note: str = "note", answer: str = "", shade: str = "white") -> Image.Image:
    """A page with a title, a list of rows and a note below it."""
    made = Image.new("RGB", (300, 400), "white")
    pen = ImageDraw.Draw(made)
    pen.text((120, 10), "title", fill="black")
    for row in range(rows):
        top = 40 + 30 * row
        pen.rectangle((20, top, 140, top + 30), outline="black")
        pen.rectangle((140, top, 280, top + 30), outline="black", fill=shade)
        pen.text((160, top + 10), answer, fill="black")
    pen.text((20, 60 + 30 * rows), note, fill="black")
    return made


def filled(rows: int) -> Image.Image:
    """Where the answers of such a page are, row by row in turns."""
    made = Image.new("L", (300, 400), 0)
    for row in range(rows):
        top = 40 + 30 * row
        ImageDraw.Draw(made).rectangle((138, top - 2, 282, top + 32), fill=(255, 127)[row % 2])
    return made


def test_a_page_with_answers_and_rows_put_in_differs_nowhere_else() -> None:
    copy = Page(paper(rows=5, answer="42"), filled(5))
    assert differing([paper(rows=2)], [copy]) == []


def test_a_changed_word_a_lost_word_and_a_new_ground_are_each_seen() -> None:
    changed = Page(paper(rows=5, answer="42", note="vote"), filled(5))
    lost = Page(paper(rows=5, answer="42", note=""), filled(5))
    shaded = Page(paper(rows=2, answer="42", shade="gray"), Image.new("L", (300, 400), 0))
    assert [each.lost for each in differing([paper(rows=2)], [changed])] == [False, True]
    assert [each.lost for each in differing([paper(rows=2)], [lost])] == [True]
    assert differing([paper(rows=2)], [shaded])
