"""pyxform 4.5 is the reference: the same forms are accepted, the same are refused, and the same is asked."""

import copy
import random
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qingzhuang.intake.read import read_xlsform
from qingzhuang.intake.xlsform.read import xlsform_of
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Cell, FileKind, Sheet, Workbook
from qingzhuang.model.xlsform import XlsForm
from tests.intake.xlsform.spoil import FORMS, Book, spoilt

REFUSED = """
calculate_without_calculation.xls duplicate_columns.xlsx fruits.csv get_path_relative_to_lcar_cases.csv gps.csv
group_name_test.xls include.csv include.md include.xls include.xlsx include_json.csv include_json.md include_json.xls
include_json.xlsx unknown_question_type.xls config_default_forms_contact_PLACE_TYPE-edit.xlsx
config_default_forms_contact_person-create.xlsx phone_widget.xlsx pnc_danger_sign_follow_up_baby.xlsx pregnancy.xlsx
pregnancy_danger_sign_follow_up.xlsx
"""
STOPS_PYXFORM = "covid19_rdt_capture.xlsx"  # a column instance::tag, at which pyxform ends with a TypeError


def files(corpus: Path) -> Iterator[Path]:
    found = sorted(
        each for each in (corpus / "xlsform").iterdir() if each.suffix in {".xls", ".xlsx", ".csv", ".md"}
    )
    assert len(found) == 88
    yield from found


def form_of(path: Path) -> XlsForm | None:
    try:
        return read_xlsform(path.name, path.read_bytes())
    except ProblemError:
        return None


@pytest.mark.corpus
def test_the_forms_that_pyxform_refuses_are_refused_and_no_others(corpus: Path) -> None:
    forms = {path.name.partition("__")[2]: form_of(path) for path in files(corpus)}
    assert {name for name, form in forms.items() if form is None or not form.accepted} == set(REFUSED.split())
    assert forms[STOPS_PYXFORM] is not None


@pytest.mark.corpus
def test_pyxform_itself_refuses_them(corpus: Path) -> None:
    convert = pytest.importorskip("pyxform.xls2xform").convert
    refused = set()
    for path in files(corpus):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                convert(str(path), validate=False, pretty_print=False)
            except Exception:  # pyxform also ends with TypeError and KeyError
                refused.add(path.name.partition("__")[2])
    assert refused == {*REFUSED.split(), STOPS_PYXFORM}


def as_dict(book: Book) -> dict[str, Any]:
    """A workbook as pyxform takes it."""
    found: dict[str, Any] = {"sheet_names": list(book)}
    for name, (head, *rows) in book.items():
        found[f"{name}_header"] = [dict.fromkeys(head)]
        found[name] = [{key: text for key, text in zip(head, row, strict=True) if text} for row in rows]
    return found


def as_workbook(book: Book) -> Workbook:
    sheets = []
    for name, rows in book.items():
        cells = {
            (row, column): Cell(row, column, text, text)
            for row, texts in enumerate(rows, 1)
            for column, text in enumerate(texts, 1)
            if text
        }
        sheets.append(Sheet(name, cells))
    return Workbook("a.xlsx", FileKind.XLSX, tuple(sheets))


@pytest.mark.parametrize("number", range(len(FORMS)))
def test_our_own_forms_are_accepted_by_both(number: int) -> None:
    assert xlsform_of(as_workbook(FORMS[number])).accepted
    convert = pytest.importorskip("pyxform.xls2xform").convert
    assert convert(as_dict(copy.deepcopy(FORMS[number])), validate=False).xform


def test_spoilt_forms_get_the_same_verdict() -> None:
    """Own forms with one to three cells, rows or columns changed at random; what makes pyxform crash is left out."""
    convert = pytest.importorskip("pyxform.xls2xform").convert
    error = pytest.importorskip("pyxform.errors").PyXFormError
    dice, judged, same = random.Random(45), 0, 0  # noqa: S311
    for _turn in range(400):
        book = spoilt(dice)
        try:
            convert(as_dict(copy.deepcopy(book)), validate=False, pretty_print=False)
            theirs = True
        except error:
            theirs = False
        except Exception:  # noqa: S112  a crash is no verdict
            continue
        judged += 1
        same += xlsform_of(as_workbook(book)).accepted is theirs
    assert judged > 300
    assert same / judged > 0.98
