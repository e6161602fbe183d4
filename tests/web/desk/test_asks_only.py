"""An XLSForm has no cells: the issuer changes it into a sheet with one button, a village is not asked in vain."""

import pytest

from qingzhuang.intake.read import read_any, read_form
from qingzhuang.letters.xlsform import same_xlsx
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.store import clock
from qingzhuang.store.blobs import fetch
from qingzhuang.store.gate.acts import apply, posts_of
from qingzhuang.store.tasks.demands import Application, demands
from tests.intake.xlsform.forms import survey
from tests.web.conftest import People
from tests.web.desk.village import QIU, TIAN, known, sent, task_of
from tests.web.gate.conftest import As, upload

SETTINGS = "\n| settings |\n| | form_title |\n| | 党员花名册 |\n"
ASKS = survey(
    "begin repeat | p | 党员",
    "text | xm | 姓名",
    "text | sfz | 公民身份号码",
    "text | dh | 联系电话",
    "end repeat | |",
    more=SETTINGS,
).encode()


def test_a_village_is_told_at_once_and_not_asked(people: People, as_: As) -> None:
    known(people.post.unit.name, TIAN, QIU)
    task = task_of(people, sent(people, content=_workbook()))
    page = as_(people.post).get(f"/desk/{task.number}/").content.decode()
    assert "这份是 XLSForm，在这里填不了" in page
    assert "还差" not in page
    assert "交给县民政局" not in page
    assert "下载原表" in page
    assert "不归我管" in page


def test_an_issuer_gets_the_same_questions_as_a_sheet(people: People, as_: As) -> None:
    issuer = as_(people.issuer)
    issuer.post("/gate/", upload("党员.xlsx", _workbook()))
    (draft,) = demands()
    page = issuer.get(f"/gate/{draft.number}").content.decode()
    assert "村里在这里填不了" in page
    with pytest.raises(ProblemError, match="QZ-W106"):
        apply(draft.number, Application("核对", "管理", 1, None, posts_of(people.issuer.unit)), clock.now())
    page = issuer.post(f"/gate/{draft.number}/sheet", follow=True).content.decode()
    assert "换成了 Excel 表" in page
    assert "村里在这里填不了" not in page
    (draft,) = demands()
    form = read_form(draft.file, fetch(draft.blob))
    assert form.kind is FileKind.XLSX
    assert [each.label for each in form.tables[0].columns] == ["姓名", "公民身份号码", "联系电话"]
    assert issuer.post(f"/gate/{draft.number}/sheet").status_code == 404, "a sheet needs no other"


def _workbook() -> bytes:
    return same_xlsx(read_any("党员.md", ASKS))
