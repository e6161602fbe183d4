"""A draft of which no post could tell whom it lists: said to its issuer before it is sent, and to who admits it."""

from collections.abc import Sequence

from qingzhuang.answer.plan import Plan
from qingzhuang.answer.select import NOBODY_KNOWS_WHOM, Rows
from qingzhuang.answer.select_catalogue import default_catalogue
from qingzhuang.answer.select_title import read_title
from qingzhuang.language import gettext as _
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem, Severity

_NOBODY_KNOWS_WHAT = "QZ-F104"
WHOM_UNCLEAR = frozenset(("QZ-F116", "QZ-W190"))


def unclear(form: Form, rows: Rows | None, made: Sequence[Plan]) -> Problem | None:
    """Return what to tell of a list that nobody could fill because its title does not say whom it lists, or what its rows are, None where it does;
    `rows` is what its rows are about, `made` how filling it went."""
    codes = {problem.code for plan in made for problem in plan.problems}
    if rows is None and _NOBODY_KNOWS_WHAT in codes:
        return Problem(
            "QZ-W190",
            form.file,
            _("村里看不出这张表的一行是一个人、一户还是别的。"),
            _("列的是谁？请在标题里写清楚，如“低保对象花名册”“各村统计表”。"),
            Severity.DOUBT,
        )
    if rows is None or NOBODY_KNOWS_WHOM not in codes:
        return None
    rest = read_title(form.title or "", rows.kind, default_catalogue()).rest
    return Problem(
        "QZ-F116",
        form.file,
        _("村里看不出这张表要填谁（标题里的“{rest}”没有读懂）。").format(rest=rest),
        _("请在标题里写清楚列哪些人，如“低保对象”“党员”。"),
        Severity.DOUBT,
    )
