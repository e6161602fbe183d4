"""Every form of the example is about somebody or something that exists."""

import pytest

from qingzhuang.demo.forms.load import all_forms
from qingzhuang.demo.subjects import EVENTS, subjects_of
from qingzhuang.demo.township import Township


def test_a_form_is_about_people_households_or_shops_of_the_township(township: Township) -> None:
    for form in all_forms():
        found = subjects_of(township, form.about)
        assert found or form.about in (*EVENTS, "movers", ""), form.path
        assert len(set(found)) == len(found)


def test_an_unknown_group_is_an_error(township: Township) -> None:
    with pytest.raises(ValueError, match="nobody"):
        subjects_of(township, "nobody")
