"""Letters for the answers "不归我管", "已经报过", "没有这样的事": what was said, on which basis, and who decides.

No claim is made that the issuer broke a rule: the duty list is named, whose matter it is stays the issuer's to look up."""

from collections.abc import Mapping
from dataclasses import replace

from qingzhuang.language import gettext as _
from qingzhuang.law.provision import Display, Provision
from qingzhuang.letters.slip import NUMERALS, Point, Section, Slip, nested
from qingzhuang.model.work import Answer, Task
from qingzhuang.packs.citation import lead

BASES = {Answer.NOT_OURS: "DUTY-03", Answer.REPORTED: "RG24-13c"}


def answer_letter(task: Task, provisions: Mapping[str, Provision], found: Slip | None = None) -> Slip:
    """Return the letter that goes with an answer; `found` are the points of the check, which follow."""
    name = f"《{nested(task.demand.title).replace('《', '〈').replace('》', '〉')}》"
    heading, what, way = _said(task)
    point = Point(what, _law(provisions.get(BASES.get(task.said, ""))), "", way)
    more = found.sections if found else ()
    sections = (Section("", _("请贵单位看一看："), (point,)), *more)
    numbered = tuple(
        replace(each, heading=f"{NUMERALS[at]}、{each.heading.partition('、')[2] or heading}")
        for at, each in enumerate(sections)
    )
    return Slip(
        title=_("关于{name}办理情况的函").format(name=name),
        salutation=f"{task.demand.issuer.name}：",
        opening=_("{name}收到了。我们看过以后，有一件事想和贵单位商量。").format(name=name),
        sections=numbered,
        closing=(
            _(
                "以上是我们的理解，不一定周全，由贵单位决定。如有我们不知道的依据，或者属于安保、应急，请告知，我们照办。"
            ),
            _("盼复。谢谢！"),
        ),
        annex=found.annex if found else (),
    )


def _said(task: Task) -> tuple[str, str, str]:
    """Heading, what is said, and what could be done."""
    own = f"（{task.reason.rstrip('。')}）" if task.reason else ""
    if task.said is Answer.NOT_OURS:
        return (
            _("请核对归属的"),
            _("这件事，{unit}对照平时的分工，看来不归我们办{own}。").format(unit=task.unit.name, own=own),
            _(
                "可以这样：请对照本地的履职事项清单，告知它是基本、配合还是上级收回的事项，由谁牵头；需要我们配合哪一步，我们配合。"
            ),
        )
    if task.said is Answer.REPORTED:
        return (
            _("请从已报材料取用的"),
            _("这份表要的内容，{unit}已经报过{own}。").format(unit=task.unit.name, own=own),
            _("可以这样：从报过的表里取用；口径不同的，请告知差在哪几栏，我们只补那几栏。"),
        )
    if task.said is Answer.DID_NOT_HAPPEN:
        return (
            _("据实说明的"),
            _("这份表问的事，{unit}这段时间没有发生{own}。").format(unit=task.unit.name, own=own),
            _("可以这样：按没有记，不用另补材料。"),
        )
    return (
        _("请告知依据的"),
        _("这份表到了{unit}，没有看到准入编号、用途和依据。").format(unit=task.unit.name)
        if not task.demand.mark
        else _("这份表（{mark}）{unit}看过了，想再问清用途和依据。").format(
            mark=task.demand.mark, unit=task.unit.name
        ),
        _("可以这样：补上用途、依据和期限，我们照办。"),
    )


def _law(provision: Provision | None) -> str:
    """The basis, in quotation marks only where its words were checked."""
    if provision is None:
        return ""
    words = provision.words.strip("（）。")
    said = (
        f"“{nested(words)}”" if provision.display is Display.QUOTE else f"{lead(provision.display)}：{words}"
    )
    return _("参照《{name}》{article}：{said}。").format(
        name=provision.instrument.name, article=provision.cited, said=said
    )
