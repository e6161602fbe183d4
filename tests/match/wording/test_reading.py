"""A label on its own: other words for a last day, and notes that say what is to be written."""

import pytest

from qingzhuang.match.decide import decide
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.reading import read_label
from qingzhuang.model.verdict import Verdict
from tests.match.pairing import item


@pytest.mark.parametrize("label", ["健康证有效期止", "健康证到期日", "健康证截止日期"])
def test_a_last_day_may_be_called_by_any_of_its_names(label: str) -> None:
    assert read_label(label, default()).options == read_label("健康证有效期至", default()).options != ()


@pytest.mark.parametrize(
    ("label", "concept"),
    [
        ("医保编号（身份证号）", "person.id_no"),
        ("纳税人识别号（统一社会信用代码）", "organisation.credit_code"),
    ],
)
def test_a_note_tells_that_the_national_number_is_to_be_written(label: str, concept: str) -> None:
    assert read_label(label, default()).options == (concept,)


def test_a_note_on_what_is_no_number_changes_nothing() -> None:
    assert read_label("家庭住址（身份证号）", default()).options != ("person.id_no",)


def test_unknown_words_for_somebody_are_whom_the_note_names() -> None:
    found = read_label("受益主体（承租方）", default())
    assert (found.role, found.rest) == ("承租人", "")


def test_what_only_a_thing_has_is_of_the_thing_at_a_look_at_it() -> None:
    one, other = item("桥梁技术状况评定 | 危桥巡检表 | 检查"), item("桥梁技术状况评定 | 农村桥梁台账")
    assert decide(one, other).verdict is not Verdict.DISTINCT
