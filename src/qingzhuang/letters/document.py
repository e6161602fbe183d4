"""The letter as a Word document, set as official letters are (GB/T 9704): A4, 仿宋 三号, 28 points a line; a long one is
set smaller, so that nobody turns seven pages."""

from qingzhuang.letters.paper import FULL, HEAD, SMALL, Paper
from qingzhuang.letters.plain import signature
from qingzhuang.letters.slip import Slip

MOST = 4  # points that are set in full size


def as_docx(letter: Slip) -> bytes:
    """Return the bytes of the document."""
    points = sum(len(section.points) for section in letter.sections)
    paper = Paper(SMALL if points > MOST else FULL, letter.title)
    paper.title(letter.title)
    paper.say("")
    paper.say(letter.salutation, indent=False)
    paper.say(letter.opening)
    for section in letter.sections:
        paper.say(section.heading, face=HEAD, keep=True)
        paper.say(section.lead, keep=True)
        for number, point in enumerate(section.points, 1):
            for said in (f"{number}．{point.what}", point.law, point.known, point.way):
                if said:
                    paper.say(said, keep=said is not point.way)
    for said in letter.closing:
        paper.say(said)
    _sign(paper, attached=bool(letter.annex))
    if letter.annex:
        _annex(paper, letter)
    return paper.content()


def _sign(paper: Paper, *, attached: bool) -> None:
    if attached:
        paper.say("")
        paper.say("附件：摘录")
    paper.say("")
    unit, day, contact = signature()
    paper.say(unit, right=True, keep=True)
    paper.say(day, right=True, keep=True)
    paper.say(contact)


def _annex(paper: Paper, letter: Slip) -> None:
    paper.say("附件", face=HEAD, indent=False).paragraph_format.page_break_before = True
    paper.title("摘录")
    paper.say("加粗并画线的，是信里说到的地方。")
    for number, each in enumerate(letter.annex, 1):
        one = paper.say(f"{number}．{each.where}：")
        for piece in each.pieces:
            paper.mark(one, piece.text, marked=piece.marked)
