"""Whose it is where the words do not tell: who answers for one matter answers for no other, and a shop has no identity number."""

import re

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, distinct, unsure
from qingzhuang.match.rules.titled import topic
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.whose.rows import PEOPLE, SITES
from qingzhuang.match.wording.gist import gist
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.title import read_title
from qingzhuang.model.element import SubjectKind

_COMMON = {"场所", "单位", "活动", "工作", "问题", "安全", "专项"}  # in too many titles to be a topic
_WITH_ITS_LAND = re.compile("房地|不动产|宅基地")  # a house and the ground below it have one owner
_OF_BODIES = ("organisation", "place")
_NO_PERSONS = ("organisation", "place", "thing", "aggregate")


def answering(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """责任人 of a toilet and of a web account, 包保人 of a child and of a marriage: each answers for the matter of its form. A body's
    own 负责人 and 联系人 are the body's, whatever the form."""
    if not _answers(a, b, lexicon) or (a.concept, a.rest) != (b.concept, b.rest):
        return None
    if not (a.listing and b.listing) or a.listing == b.listing or _one_matter(a, b, lexicon):
        return None
    words = {"role": a.role, "a": a.listing, "b": b.listing}
    if a.realm and b.realm and a.realm != b.realm and PEOPLE in (a.realm, b.realm):
        return distinct("subject", _("{role}管的不是同一件事：《{a}》与《{b}》。").format(**words))
    return unsure("subject", _("{role}管的是不是同一件事要看一眼：《{a}》与《{b}》。").format(**words))


def _answers(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """One function by two words, of which at least one is whoever answers for the matter of a form."""
    known = {a.role, b.role} & lexicon.policy.of_matters
    return bool(known) and gist(a.role, lexicon) == gist(b.role, lexicon)


def _one_matter(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """Titles that share a topic, or rows of bodies, which have people of their own."""
    if (topic(a, lexicon) & topic(b, lexicon)) - _COMMON:
        return True
    return a.role == b.role and all(
        each.realm == SITES and each.group in (*_OF_BODIES, "act") for each in (a, b)
    )


def owner(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """The 权利人 of a parcel is not the one of a house: who owns or uses a thing is that thing's."""
    if a.role != b.role or a.role not in lexicon.policy.of_things or a.concept != b.concept:
        return None
    one_thing = a.realm == b.realm or (topic(a, lexicon) & topic(b, lexicon)) - _COMMON
    if not (a.group == b.group == "thing") or one_thing or _WITH_ITS_LAND.search(f"{a.listing} {b.listing}"):
        return None
    words = {"role": a.role, "a": a.entity, "b": b.entity}
    return distinct("subject", _("一边是{a}的{role}，一边是{b}的{role}。").format(**words))


def unsaid(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """手机 in a form that says neither whom it lists nor whose it is may be anybody's who fills it, also an office's or a clerk's."""
    if (
        a.role
        or b.role
        or a.concept is None
        or (a.concept, a.rest) != (b.concept, b.rest)
        or a.listing == b.listing
    ):
        return None
    silent = [each for each in (a, b) if _silent(each, lexicon)]
    if not silent or not (a.context and b.context) or (topic(a, lexicon) & topic(b, lexicon)) - _COMMON:
        return None
    return unsure("subject", _("“{word}”是谁的，有一张表没写。").format(word=silent[0].text))


def _silent(slots: Slots, lexicon: Lexicon) -> bool:
    contact = slots.concept in (
        "person.phone",
        "person.mobile",
        "person.email",
        "person.fax",
        "person.work_unit",
    )
    named = slots.role_from in ("label", "parent") or bool(slots.named)
    return contact and not named and slots.realm is None and not read_title(slots.listing, lexicon).people


def bearer(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """身份证号 on a row of places, parcels or totals is somebody's whom the form does not name: its holder, its keeper, who fills it."""
    if a.listing == b.listing or (a.concept, a.rest) != (b.concept, b.rest) or a.role != b.role:
        return None
    if (
        not (_nobodys(a, lexicon) and _nobodys(b, lexicon))
        or (topic(a, lexicon) & topic(b, lexicon)) - _COMMON
    ):
        return None
    return unsure("subject", _("“{word}”是谁的，两张表都没写。").format(word=a.text))


def _nobodys(slots: Slots, lexicon: Lexicon) -> bool:
    """A person's own attribute on a row that is no person; of sums also the telephone, of households the picture."""
    concept = lexicon.concepts.get(slots.concept or "")
    if concept is None or slots.group not in _NO_PERSONS:
        return slots.concept == "person.photo" and slots.group == "household"
    if concept.id == "person.phone":
        return slots.group == "aggregate" and not slots.role
    return concept.object is SubjectKind.PERSON and slots.role == (slots.realm or "")
