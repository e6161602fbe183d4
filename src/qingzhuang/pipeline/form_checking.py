"""Forms held against the law, together: what one asks, the others may ask already."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from qingzhuang.check.deadline import deadlines, hours_left
from qingzhuang.check.form.cases import Asked, Sent, case_of
from qingzhuang.check.form.digital import digital
from qingzhuang.check.run import check
from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.law.calendar import calendar
from qingzhuang.match.grouping.group import Grouping, Member, group
from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.model.form import Form, Item, ItemType
from qingzhuang.model.sheet import FileKind
from qingzhuang.pipeline.checked import Checked, Matter
from qingzhuang.pipeline.checking import Court, check_text
from qingzhuang.pipeline.demands import told_times

_FIGURES = (ItemType.INTEGER, ItemType.NUMBER)
_HOW_OFTEN = {
    250.0: later("每天"), 52.0: later("每周"), 36.0: later("每旬"), 12.0: later("每月"), 4.0: later("每季度"), 2.0: later("每半年"), 1.0: later("每年"),
}  # fmt: skip
_WHERE = re.compile(
    r"(?:^|@)place\.(?:province|city|county|town|village|hamlet|group|village_group|grid|region|name)$"
)  # whose answer it is
_PROOF = {"轨迹": "gps_track", "视频": "video", "录像": "video", "截图": "screenshot", "截屏": "screenshot"}
_BASIS = re.compile(r"(?:依据|根据|按照|依照)[^。；;\n]{0,12}《[^》]{2,40}》")
_TEXTS = (
    FileKind.DOCX, FileKind.DOC, FileKind.ODT, FileKind.RTF, FileKind.HTML, FileKind.XML_WORDS, FileKind.XML_PACKAGE,
    FileKind.PDF,
)  # fmt: skip
"""Kinds whose text is checked as a notice."""


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
    often = [told_times(form) for form in forms]
    timely = _timely(grouping)
    for index, each in enumerate(grouping.groups):
        if not each.element.asked or _WHERE.search(each.key):
            continue
        for member in each.members:
            others = tuple(
                f"《{forms[other.form].title or forms[other.form].file}》{other.item.place.cell}"
                for other in each.members
                if other.form != member.form
            )
            item = member.item
            found[member.form].append(
                Asked(
                    item.label,
                    str(item.place),
                    each.key,
                    others,
                    _proof(item),
                    tuple(_clashes(member, (*each.members, *timely[index]), forms, often)),
                )
            )
    return found


def _proof(item: Item) -> str:
    """What an item asks to see, if that is what it asks."""
    found = next((proof for word, proof in _PROOF.items() if word in item.label), "")
    return found or ("photo" if item.type is ItemType.PHOTO else "")


def _timely(grouping: Grouping) -> defaultdict[int, list[Member]]:
    """Of each group those members of others that ask the same but for another time (2026年10月, 三季度)."""
    found: defaultdict[int, list[Member]] = defaultdict(list)
    for link in grouping.alike:
        a, b = grouping.groups[link.a], grouping.groups[link.b]
        if link.match.slot == "time" and a.element.id == b.element.id:
            found[link.a] += b.members
            found[link.b] += a.members
    return found


def _clashes(
    one: Member, members: Sequence[Member], forms: Sequence[Form], often: Sequence[float | None]
) -> Iterator[str]:
    """Other forms that ask the same figure more or less often, as both say of themselves."""
    mine = often[one.form]
    if mine is None or one.item.type not in _FIGURES:
        return
    for other in members:
        theirs = often[other.form]
        if other.form != one.form and theirs is not None and theirs != mine:
            title = forms[other.form].title or forms[other.form].file
            yield _("这张表{mine}要，《{title}》{cell}{theirs}要").format(
                mine=_HOW_OFTEN[mine], title=title, cell=other.item.place.cell, theirs=_HOW_OFTEN[theirs]
            )


def _check(form: Form, asked: list[Asked], court: Court, sent: datetime | None) -> Checked:
    text = "" if form.kind in _TEXTS else "\n".join(form.notes)
    findings = [replace(each, where=form.title or form.file) for each in check_text(text, court)]
    case = case_of(form.title or form.file, asked, _sent(text, sent), court.places)
    findings += check(case, court.rules, court.setting, asking=court.asking)
    findings += _on_screens(form, court)
    return Checked(form.file, Matter.FORM, tuple(findings), len(form.items), text, title=form.title or "")


def _on_screens(form: Form, court: Court) -> list[Finding]:
    """Questions about what the columns record of screens: whether it is ordered, and of whom, only the issuer knows."""
    columns = [(item.label, str(item.place)) for item in form.items]
    found = [
        each
        for case in digital(form.title or form.file, columns, court.places)
        for each in check(case, court.rules, court.setting)
    ]
    asked = _("这几栏是要下面的人在屏幕上做出来的吗？是的话，就是{title}。")
    return [
        each
        if each.gravity is Gravity.ASK
        else replace(each, gravity=Gravity.ASK, rewrite="", message=asked.format(title=each.title))
        for each in found
    ]


def _sent(text: str, sent: datetime | None) -> Sent:
    basis = found[0] if (found := _BASIS.search(text)) else ""
    if sent is None:
        return Sent(basis=basis)
    known = [
        (left, each.text)
        for each in deadlines(text, sent, calendar())
        if (left := hours_left(each, sent)) is not None
    ]
    return Sent(*min(known), basis=basis) if known else Sent(basis=basis)
