"""Writing answers into a template, given or planned: each in its cell."""

from qingzhuang.answer.fill import fill
from qingzhuang.intake.converter import Converter
from qingzhuang.intake.read import read_form
from qingzhuang.model.answers import Answers, Filled


def fill_given(file: str, content: bytes, answers: Answers, *, converter: Converter | None = None) -> Filled:
    """Return the template with the answers in it; what found no cell stands in its problems. Raises ProblemError when
    the template cannot be read or written."""
    form = read_form(file, content, converter=converter)
    return fill(file, content, form, answers, converter=converter)
