"""Forms held against the law, together: what one asks, the others may ask already."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from qingzhuang.check.deadline import deadlines, hours_left
from qingzhuang.check.form.cases import Asked, Sent, case_of
from qingzhuang.check.run import check
from qingzhuang.law.calendar import calendar
from qingzhuang.match.group import Grouping, group
from qingzhuang.model.form import Form, ItemType
from qingzhuang.model.sheet import FileKind
from qingzhuang.pipeline.checked import Checked, Matter
from qingzhuang.pipeline.checking import Court, check_text

_TEXTS = (FileKind.DOCX, FileKind.DOC)  # their text is checked as a notice


def check_forms(forms: Sequence[Form], court: Court, sent: datetime | None = None) -> list[Checked]:
    """Findings on each form, in the order given; `sent` is when they came, for the time they give."""
    asked = _asked(forms, group(list(forms)))
    return [_check(form, asked[index], court, sent) for index, form in enumerate(forms)]


def check_form(form: Form, court: Court, sent: datetime, elsewhere: Mapping[str, str]) -> Checked:
    """Findings on one form; `elsewhere` says by place which of its items a demand in force asks of the same people."""
    asked = [
        replace(each, elsewhere=(elsewhere[each.where],) if each.where in elsewhere else ())
        for each in _asked([form], group([form]))[0]
    ]
    return _check(form, asked, court, sent)


def _asked(forms: Sequence[Form], grouping: Grouping) -> dict[int, list[Asked]]:
    found: defaultdict[int, list[Asked]] = defaultdict(list)
    for each in grouping.groups:
        if not each.element.asked:
            continue
        for member in each.members:
            others = tuple(
                f"《{forms[other.form].title or forms[other.form].file}》{other.item.place.cell}"
                for other in each.members
                if other.form != member.form
            )
            item = member.item
            found[member.form].append(
                Asked(item.label, str(item.place), each.key, others, item.type is ItemType.PHOTO)
            )
    return found


def _check(form: Form, asked: list[Asked], court: Court, sent: datetime | None) -> Checked:
    text = "" if form.kind in _TEXTS else "\n".join(form.notes)
    findings = [replace(each, where=form.title or form.file) for each in check_text(text, court)]
    case = case_of(form.title or form.file, asked, _sent(text, sent), court.places)
    findings += check(case, court.rules, court.setting, asking=court.asking)
    return Checked(form.file, Matter.FORM, tuple(findings), len(form.items), text, title=form.title or "")


def _sent(text: str, sent: datetime | None) -> Sent:
    if sent is None:
        return Sent()
    known = [
        (left, each.text)
        for each in deadlines(text, sent, calendar())
        if (left := hours_left(each, sent)) is not None
    ]
    return Sent(*min(known)) if known else Sent()
