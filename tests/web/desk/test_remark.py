"""A remark on a form says what to do about it where that can be done on the page."""

from qingzhuang.model.problem import Problem, Severity
from qingzhuang.web.desk.trouble import remark


def test_what_to_do_stands_behind_what_was_seen() -> None:
    seen = Problem("QZ-F103", "表.xlsx", "有 3 个对象没有列上。", "请在台账里记上。", Severity.NOTE)
    assert remark(seen) == "有 3 个对象没有列上。请在台账里记上。"


def test_words_of_the_terminal_help_nobody_on_a_page() -> None:
    for cure in ("请用 --scope 写村名。", "请用 qz read 看看。"):
        assert remark(Problem("QZ-F100", "表.xlsx", "没有读懂。", cure, Severity.DOUBT)) == "没有读懂。"
