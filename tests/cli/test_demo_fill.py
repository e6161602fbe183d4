"""The example township is filled as its clerk would fill it, and what is open is said once for all whom it concerns."""

from datetime import date
from pathlib import Path

import pytest

from qingzhuang.answer.ask import Question
from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.plan import Plan
from qingzhuang.cli import demo_fill
from qingzhuang.cli.demo_fill import Filling, gathered
from qingzhuang.demo.forms.load import all_forms
from qingzhuang.demo.make import FORMS, township_files
from qingzhuang.demo.subjects import heads_of, subjects_of
from qingzhuang.demo.township import imagine
from qingzhuang.model.answers import Answers
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.pipeline.answering import Wishes

DAY = date(2026, 10, 31)


def question(who: str, what: str, cells: int, *files: str, holder: str | None = None) -> Question:
    return Question(Subject(SubjectKind.PERSON, who, who), what, what, cells, files, (what,), holder)


def test_what_many_people_lack_is_one_line_not_one_line_each() -> None:
    """Nobody is named, the offices that know all of it come by cells filled."""
    told = gathered(
        [
            question("甲一", "联系电话", 2, "a.xlsx", "b.xlsx"),
            question("乙二", "民族", 9, "a.xlsx", holder="公安"),
            question("乙二", "联系电话", 1, "b.xlsx"),
        ]
    )
    assert [(each.question, each.who, each.cells, each.forms) for each in told] == [
        ("民族：1 人", "公安", 9, 1),
        ("联系电话：2 人", "本人或本户", 3, 2),
    ]


def test_where_a_title_leaves_open_whom_to_list_the_clerk_names_them_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with --subject; a reader of the page learns that the names came from a person."""
    township = imagine()
    spec = next(each for each in all_forms() if each.about == "farming_homes")
    path = tmp_path / FORMS / spec.path
    path.parent.mkdir(parents=True)
    path.write_bytes(dict(township_files(township))[f"{FORMS}/{spec.path}"])
    asked: list[tuple[str, ...]] = []

    def plans(form: Form, view: LedgerView, wishes: Wishes) -> tuple[Plan, ...]:
        asked.append(wishes.scope.keys)
        open_title = Problem("QZ-F101", spec.file, "没有读懂标题。", "请点名。", Severity.DOUBT)
        return (Plan(form, DAY, Answers(), problems=() if wishes.scope.keys else (open_title,)),)

    monkeypatch.setattr(demo_fill, "plans", plans)
    filling = Filling(tmp_path, township, LedgerView(DAY))
    filling.add(spec)
    (paper,) = filling.papers
    homes, heads = subjects_of(township, "farming_homes"), heads_of(township, "farming_homes")
    assert asked == [(), (*homes, *heads)]
    assert paper.stopped == ""
    assert any("样例镇的办事员点的" in doubt for doubt in paper.doubts)
