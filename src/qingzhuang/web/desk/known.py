"""What is known already, beside a question of the desk."""

from dataclasses import dataclass
from datetime import datetime

from qingzhuang.answer.plan_cell import State
from qingzhuang.language import gettext as _
from qingzhuang.model.fact import Fact
from qingzhuang.model.form import ItemType
from qingzhuang.model.thing import thing
from qingzhuang.pipeline.asking import Field
from qingzhuang.web.desk.said import seen_before, shown, unsure_before

MOST_OPTIONS = 12
_ATTACHED = "照片另附"  # goes into the form as it stands here
_HIDDEN = ("bank.account", "bank.card_account", "bank.passbook_no", "disability.cert_no", "insurance.card_no")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: what is sent, what is read, where it comes from."""

    value: str
    words: str
    chosen: bool = False


def picks(each: Field, value: str) -> tuple[Option, ...]:
    """What may be chosen: what is known, and the form's own words."""
    known = tuple(
        Option(f"={printed(each, fact)}", _source(each, fact)) for fact in each.facts if shown(fact.value)
    )
    if each.state in (State.DOUBTFUL, State.KNOWN):
        known = ()
    words = each.shape.codes if len(each.shape.codes) <= MOST_OPTIONS else ()
    words = (_ATTACHED,) if each.shape.type is ItemType.PHOTO else words
    said = {option.value for option in known}
    own = tuple(Option(f"={word}", word, word == value) for word in words if f"={word}" not in said)
    return (*known, *own)


def _source(each: Field, fact: Fact) -> str:
    where = fact.source.file.rpartition(".")[0] or fact.recorder
    if each.state is State.STALE:
        return _("还是 {value}").format(value=_masked(each, printed(each, fact)))
    return _("{value}（{where}，{day}）").format(
        value=_masked(each, printed(each, fact)), where=where, day=fact.as_of.isoformat()
    )


def printed(each: Field, fact: Fact) -> str:
    """What is kept, in the words of the form."""
    return shown(each.shape.said(fact.value))


def _masked(each: Field, text: str) -> str:
    secret = each.shape.type is ItemType.ID_NUMBER or thing(each.spot.key).key.rpartition("@")[2] in _HIDDEN
    return _("尾号 {tail}").format(tail=text[-4:]) if secret and len(text) > 8 else text


def last(each: Field, now: datetime) -> str:
    """What was known of it, empty where nothing was."""
    if not each.facts:
        return unsure_before(each.like) if each.like is not None else ""
    if each.state is State.UNPRINTED:
        return _("台账里是“{value}”，这张表没有印这个词，没有写。请在取走的表里自己选。").format(
            value=shown(each.facts[0].value)
        )
    if each.state is State.KNOWN:
        return seen_before(printed(each, each.facts[0]), each.facts[0])
    if each.state is State.CONFLICT:
        return _("几处说法不一样，请选对的一个。")
    fact = each.facts[0]
    where = fact.source.file.rpartition(".")[0] or fact.recorder
    value = _masked(each, printed(each, fact))
    if each.state is State.DOUBTFUL:
        return _("台账里是“{value}”（{where}），看来不对，没有用。").format(value=value, where=where)
    if each.spot.dated:
        return _("截至 {day} 是 {value}（{where}）；这张表要 {wanted} 的数，请再认一下").format(
            day=fact.as_of.isoformat(), value=value, where=where, wanted=each.spot.as_of.isoformat()
        )
    months = max(1, (now.date() - fact.as_of).days // 30)
    return _("上次：{value}（{day}，{where}），过了 {months} 个月，请再认一下").format(
        value=value, day=fact.as_of.isoformat(), where=where, months=months
    )
