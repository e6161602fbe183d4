"""What a filled check list says of the place that was visited."""

from collections.abc import Iterator, Mapping

from qingzhuang.answer.draft import Draft
from qingzhuang.answer.select import Rows
from qingzhuang.answer.subjects import Setting, place
from qingzhuang.match.checklist.keys import holds, point_key
from qingzhuang.model.form import Form
from qingzhuang.model.sheet import Scalar, Workbook
from qingzhuang.pipeline.check_points import check_list
from qingzhuang.pipeline.same_visit import Visit, visit_of


def visit_in(form: Form, book: Workbook, rows: Rows | None) -> Visit | None:
    """Return the visit that a filled check list tells of, None for any other form, and where it names no day or no site."""
    if check_list(form, rows) is None:
        return None
    visit = visit_of(form, book)
    return visit if visit.day is not None and visit.site else None


def seen(visit: Visit, said: Mapping[str, Scalar], setting: Setting) -> Iterator[Draft]:
    """Yield what a visit saw; `said` is what the list says of the place itself, by element."""
    known = place({**said, "site.name": visit.site}, setting)
    for each in visit.seen if known is not None else ():
        key = point_key(each.asked.reading)
        if known is not None and key is not None and each.kept is not None:
            raw = "" if each.raw == each.kept else each.raw
            yield Draft(known.subject, key, each.kept, str(each.place), raw, holds(each.asked.reading))
