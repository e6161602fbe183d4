"""Every blank form of the example is read exactly as it was specified."""

from dataclasses import replace

import pytest

from qingzhuang.demo.forms.load import all_forms
from qingzhuang.demo.forms.spec import FormSpec
from qingzhuang.intake.read import read_form
from tests.demo.truth import expected, found

PRINTED = {
    "残联/持证残疾人花名册.xlsx": ("统计日期", "Sheet1!G2"),
    "卫健局/0-3岁婴幼儿登记表.xlsx": ("统计时间", "Sheet1!G2"),
}
"""A printed date behind its label (统计日期：2026年9月30日): the specification asks nothing, the reader offers it as a field, so
that the same line of a filled sheet is read. On these files nothing else may differ."""


@pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.path)
def test_a_form_is_read_as_it_was_specified(form: FormSpec, files: dict[str, bytes]) -> None:
    want = expected(form)
    got = found(read_form(form.file, files[f"表格/{form.path}"]))
    if form.path in PRINTED:
        want = replace(want, inputs=tuple(sorted((*want.inputs, (*PRINTED[form.path], "inline")))))
    assert got == want
