"""What has no place for answers is not filled."""

import pytest

from qingzhuang.answer.fill import fill
from qingzhuang.intake.read import read_form
from qingzhuang.model.answers import Answers
from qingzhuang.model.problem import ProblemError
from qingzhuang.pipeline.harvest import harvest
from tests.intake.xlsform.forms import survey
from tests.intake.xlsform.test_read import as_xlsx

CONTENT = survey("text | a | 姓名", "text | b | 身份证号").encode()


def test_an_xlsform_says_what_to_ask_and_is_not_filled() -> None:
    with pytest.raises(ProblemError) as caught:
        fill("问.md", CONTENT, read_form("问.md", CONTENT), Answers())
    assert caught.value.problem.code == "QZ-F033"


def test_the_labels_of_an_xlsform_are_no_facts() -> None:
    """Its cells hold questions: nobody is called 姓名."""
    rows: list[list[object]] = [["type", "name", "label"], ["text", "a", "姓名"], ["text", "b", "王五"]]
    found = harvest("问.xlsx", as_xlsx({"survey": rows}))
    assert found.drafts == ()
    assert [problem.code for problem in found.problems] == ["QZ-F033"]
