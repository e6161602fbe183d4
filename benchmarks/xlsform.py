"""XLSForms beside pyxform 4.5: CPU for reading, verdicts, and whether the same is asked.

    QZ_CORPUS=../shared/corpus python -m benchmarks.xlsform [--rounds N] [--spoilt N]

The 88 workbooks of pyxform's own tests and of a health project (`xlsform/`, a development set: its failures were looked at) and generated
forms of 20 to 2,000 questions. The two take turns file by file in one process, on the CPU clock, each file from its bytes; pyxform's is `get_xlsform` and
`workbook_to_json` (its own reading, without making the XForm), and the whole `convert` without Validate beside it. Then own forms spoilt at random
(`tests/intake/xlsform/spoil.py`; the seed here is in no test): how often both accept or both refuse. Last, real forms (`forms/`) written as XLSForms: what
pyxform says of them, and which items come back with the same label, unit, type, domain, required and computed.
"""

import argparse
import copy
import io
import json
import os
import random
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
from pyxform.builder import create_survey_element_from_dict
from pyxform.errors import PyXFormError
from pyxform.question import Question as TheirQuestion
from pyxform.xls2json import workbook_to_json
from pyxform.xls2json_backends import get_xlsform
from pyxform.xls2xform import convert

from qingzhuang.intake.read import read_form, read_xlsform
from qingzhuang.intake.xlsform.read import xlsform_of
from qingzhuang.letters.xlsform import xlsform_xlsx
from qingzhuang.model.form import Form, ItemType
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.model.xlsform import XlsForm
from qingzhuang.pipeline.surveying import survey_of
from tests.intake.xlsform.spoil import spoilt
from tests.intake.xlsform.test_beside_pyxform import as_dict, as_workbook, files

ADDED = (
    "generated_table_list_label_",
    "reserved_name_for_field_list_labels_",
)  # nodes pyxform draws tables with
EXTERNAL = "select one external"


def ours(name: str, content: bytes) -> XlsForm | None:
    """Read as people do who call `qz read`."""
    try:
        return read_xlsform(name, content)
    except ProblemError:
        return None


def theirs(name: str, content: bytes) -> dict[str, Any] | None:
    """Read as pyxform does, without making the XForm."""
    try:
        found = get_xlsform(io.BytesIO(content), file_type=Path(name).suffix)
        made: dict[str, Any] = workbook_to_json(found, fallback_form_name=Path(name).stem)
    except Exception:  # it also ends with TypeError and KeyError
        return None
    return made


def whole(name: str, content: bytes) -> str | None:
    """All that pyxform does without Validate."""
    try:
        return str(
            convert(
                io.BytesIO(content), validate=False, pretty_print=False, file_type=Path(name).suffix
            ).xform
        )
    except Exception:
        return None


def seconds(act: Callable[[str, bytes], object], name: str, content: bytes) -> float:
    """CPU seconds of one call."""
    began = time.process_time()
    act(name, content)
    return time.process_time() - began


def generated(questions: int, choices: int = 10) -> bytes:
    """A form of many questions: text, numbers, selects, every third with a condition."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("survey")
    sheet.append(["type", "name", "label::中文 (zh)", "required", "relevant", "calculation"])
    kinds = ("text", "integer", "select_one list", "date", "calculate")
    for number in range(questions):
        kind = kinds[number % len(kinds)]
        relevant = f"${{q{number - 1}}} != ''" if number % 3 == 2 else None
        sheet.append(
            [kind, f"q{number}", f"第{number}题", "yes", relevant, "1 + 1" if kind == "calculate" else None]
        )
    listed = book.create_sheet("choices")
    listed.append(["list_name", "name", "label::中文 (zh)"])
    for number in range(choices):
        listed.append(["list", f"c{number}", f"选项{number}"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def by_path(form: XlsForm) -> dict[str, Any]:
    """Questions by the path that pyxform gives them; a flat form has no groups in its paths and joins their conditions."""
    flat = bool(form.settings.get("flat"))
    found = {}
    for around, each in form.questions():
        path = "/".join([*([] if flat else [section.name for section in around]), each.name])
        conditions = [section.relevant for section in around if section.relevant] if flat else []
        relevant = " and ".join(
            [*conditions, *([f"({each.relevant})" if conditions else each.relevant] if each.relevant else [])]
        )
        lists = form.external_choices if each.type == EXTERNAL else form.choices
        names = [] if each.type == EXTERNAL else [choice.name for choice in lists.get(each.list_name, ())]
        found[path] = (each.type, relevant, each.required, dict(each.label), names)
    return found


def their_paths(content: dict[str, Any]) -> dict[str, Any]:
    """Questions of pyxform's survey by path, without what it adds itself."""
    survey = create_survey_element_from_dict(content)
    found = {}
    for each in survey.iter_descendants(lambda element: isinstance(element, TheirQuestion)):
        path = each.get_xpath().split("/", 2)[2]
        if path.startswith("meta/") or each.name.startswith(ADDED):
            continue
        bind = each.bind or {}
        choices = getattr(each, "choices", None)
        names = [option.name for option in choices.options] if choices is not None else []
        label = each.label if isinstance(each.label, dict) else {"default": each.label} if each.label else {}
        found[path] = (each.type, bind.get("relevant", ""), bind.get("required", ""), label, names)
    return found


def agreement(corpus: list[tuple[str, bytes]]) -> Iterator[str]:
    """Compare verdicts, and what the accepted forms ask."""
    same, told = Counter[str](), []
    for name, content in corpus:
        form, accepted = ours(name, content), whole(name, content) is not None
        verdict = form is not None and form.accepted
        same["verdicts"] += verdict is accepted
        if verdict is not accepted:
            told.append(f"{name}: pyxform {accepted}, ours {verdict}")
        read = theirs(name, content)
        if form is None or read is None or not (accepted and verdict):
            continue
        mine, their = by_path(form), their_paths(copy.deepcopy(read))
        counted = {path for path in their if path.endswith("_count") and path not in mine}
        same["questions of pyxform"] += len(their) - len(counted)
        same["questions of ours"] += len(mine)
        for path in mine.keys() & their.keys():
            same["same path"] += 1
            for what, one, other in zip(
                ("type", "relevant", "required", "label", "choices"), mine[path], their[path], strict=True
            ):
                same[f"same {what}"] += one == other
                if one != other:
                    told.append(f"{name} {path} {what}: {other!r}, ours {one!r}")
    yield f"{len(corpus)} files: {json.dumps(same)}"
    yield from told


def spoiling(turns: int) -> str:
    """Compare verdicts over own forms with one to three things wrong."""
    dice, count = random.Random(20261126), Counter[str]()  # noqa: S311
    for _turn in range(turns):
        book = spoilt(dice)
        try:
            convert(as_dict(copy.deepcopy(book)), validate=False, pretty_print=False)
            accepted = True
        except PyXFormError:
            accepted = False
        except Exception:
            count["crashes of pyxform"] += 1
            continue
        verdict = xlsform_of(as_workbook(book)).accepted
        count[
            "accepted by both"
            if verdict and accepted
            else "refused by both"
            if verdict is accepted
            else "differ"
        ] += 1
    return json.dumps(count)


def moving(root: Path) -> str:
    """Real forms to XLSForm and back: what pyxform says of them, which items are as they were."""
    count = Counter[str]()
    for path in sorted(
        each for folder in ("bulk", "eight-rosters") for each in (root / "forms" / folder).rglob("*")
    ):
        try:
            form = read_form(path.name, path.read_bytes()) if path.is_file() else None
        except ProblemError:
            continue
        if form is None or not form.items or form.kind is FileKind.XLSFORM:
            continue
        content, told = xlsform_xlsx(survey_of(form)), list[str]()
        try:
            convert(io.BytesIO(content), validate=False, warnings=told, file_type=".xlsx")
            count["taken by pyxform without a warning"] += not told
        except PyXFormError:
            count["refused by pyxform"] += 1
        wanted, got = Counter(_shapes(form)), Counter(_shapes(read_form("a.xlsx", content)))
        count["forms"] += 1
        count["items"] += wanted.total()
        count["items as they were"] += (wanted & got).total()
    return json.dumps(count)


def _shapes(form: Form) -> Iterator[tuple[object, ...]]:
    for table in form.tables:
        stubs = table.stub_columns if table.stubs else ()
        for item in [*table.inputs, *(each for each in table.columns if each.place.column not in stubs)]:
            times = len(table.stubs) if table.stubs and item in table.columns else 1
            label = item.label.partition("#")[0].replace(f"（{item.unit}）", "")
            codes = item.codes or (("是", "否") if item.type is ItemType.YESNO else ())
            yield from [
                (label, item.unit, item.type, tuple(dict.fromkeys(codes)), item.required, item.formula)
            ] * times


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--spoilt", type=int, default=5000)
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    root = Path(os.environ.get("QZ_CORPUS", "../shared/corpus"))
    corpus = [(path.name, path.read_bytes()) for path in files(root)]
    acts = {"ours": ours, "pyxform reads": theirs, "pyxform converts": whole}
    sets = {"88 workbooks": corpus} | {
        f"{count} questions": [("a.xlsx", generated(count))] for count in (20, 100, 500, 2000)
    }
    sets["100 questions, 20,000 choices"] = [("a.xlsx", generated(100, 20_000))]
    for title, group in sets.items():
        spent = dict.fromkeys(acts, 0.0)
        for round_ in range(given.rounds + 1):  # the first warms up
            for name, content in group:
                for act_name, act in acts.items():
                    taken = seconds(act, name, content)
                    spent[act_name] += taken if round_ else 0
        mean = {name: spent[name] / given.rounds for name in acts}
        parts = [f"{name} {value:.3f} s (× {value / mean['ours']:.2f})" for name, value in mean.items()]
        print(f"{title}: {', '.join(parts)}")
    for line in agreement(corpus):
        print(line)
    print(f"spoilt: {spoiling(given.spoilt)}")
    print(f"moved: {moving(root)}")


if __name__ == "__main__":
    main()
