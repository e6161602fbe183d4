"""Whose fact it is."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, distinct, unsure
from qingzhuang.match.rules.genus import LADDER
from qingzhuang.match.rules.titled import topic
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.whose.rows import PEOPLE, SITES, plain_role
from qingzhuang.match.wording.gist import gist, one_sided, same_gist, says_who
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.title import read_title, whom
from qingzhuang.model.element import SubjectKind

_STATED = ("label", "parent")
_OTHER = ("被", "非", "原")
_SAYS_ENOUGH = 4
_ALIKE = 60  # per cent of characters
_ONE_EACH = {"act", "thing", "other"}  # rows of one thing or one act on it
_PRODUCING = re.compile("养殖|种植|经营|承包|加工|生产")  # households that are listed as businesses
_LET = re.compile("出租|租赁|群租")
_EQUIPMENT = ("电梯", "锅炉", "压力容器", "压力管道", "叉车", "起重机", "特种设备", "气瓶")


def role(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """户主 is not the guardian, the doctor not the patient."""
    if a.role == b.role:
        return None
    if (
        _one_role(a, b, lexicon)
        or _listed_there(a, b, lexicon)
        or _listed_there(b, a, lexicon)
        or _named_alike(a, b, lexicon)
        or _heads_home(a, b, lexicon)
    ):
        return None
    names = {"a": a.role or _("本人"), "b": b.role or _("本人")}
    if _perhaps_self(a, b, lexicon) or _perhaps_self(b, a, lexicon):
        return unsure("subject", _("可能是同一人：一边是{a}，一边是{b}，请看一眼。").format(**names))
    if _may_be(a, b, lexicon) or _may_be(b, a, lexicon):
        return unsure("subject", _("{a}与{b}可能是同一人，也可能不是。").format(**names))
    if _of_home(a, b) or _of_home(b, a):
        return unsure("subject", _("一边没写是谁的电话，多半是户主的，请看一眼。"))
    if _silent(a, b) or _silent(b, a):
        return unsure("subject", _("一边说的是{a}，一边没写是谁的。").format(a=a.role or b.role))
    if _unknown_alike(a, b, lexicon):
        return unsure("subject", _("“{a}”和“{b}”是不是同一人，说不准。").format(**names))
    return distinct("subject", _("不是同一个人或单位：一边是{a}，一边是{b}。").format(**names))


def _one_role(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """Two words for one function, as two forms that do not know each other put it."""
    if not (a.role and b.role and a.listing and b.listing) or a.listing == b.listing:
        return False
    return gist(a.role, lexicon) == gist(b.role, lexicon)


def _listed_there(one: Slots, other: Slots, lexicon: Lexicon) -> bool:
    """工人姓名 beside 姓名 in 工人工资发放表: the other form lists just those people."""
    if other.role or other.group != "resident" or not other.listing or one.role_from not in _STATED:
        return False
    listed = whom(read_title(other.listing, lexicon).listed, lexicon)
    return bool(one.role) and (
        listed.endswith(one.role) or plain_role(listed[-len(one.role) - 1 :], lexicon) == one.role
    )


def _named_alike(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """理事长 and 理事长姓名, 业委会主任 and 业主委员会主任: labels of one meaning that say themselves who is meant."""
    if not (a.listing and b.listing) or a.listing == b.listing or a.realm != b.realm:
        return False
    return says_who(a, lexicon) and same_gist(a, b, lexicon)


def _heads_home(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """户主住址 beside 家庭住址 of households: the head lives at home."""
    if not (a.group == b.group == "household") or {a.role, b.role} != {"户主", ""}:
        return False
    return a.concept == b.concept and a.concept in lexicon.policy.addresses and a.listing != b.listing


def _perhaps_self(one: Slots, other: Slots, lexicon: Lexicon) -> bool:
    found = lexicon.roles.get(one.role)
    return (
        found is not None
        and found.maybe_self
        and other.role == ""
        and lexicon.policy.decisions["maybe-self"] == "unsure"
    )


def _may_be(one: Slots, other: Slots, lexicon: Lexicon) -> bool:
    """家长 may be the father, 配偶 is the wife or the husband."""
    found = lexicon.roles.get(one.role)
    if found is None or one.concept != other.concept or (one.listing and one.listing == other.listing):
        return False
    return other.role in found.perhaps


def _silent(one: Slots, other: Slots) -> bool:
    """The role comes from the form only, and the other side has no form to tell."""
    return one.role != "" and one.role_from not in _STATED and other.role == "" and other.role_from == ""


def _of_home(one: Slots, other: Slots) -> bool:
    """户主电话 beside a household's 电话."""
    bare = other.role == "" and (other.group == "household" or not other.context)
    return bare and one.role == "户主" and one.concept == other.concept == "person.phone"


def _unknown_alike(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    unknown = [role for role in (a.role, b.role) if role and role not in lexicon.roles]
    if a.role.startswith(_OTHER) != b.role.startswith(_OTHER):
        return False
    return (
        bool(unknown)
        and a.role != ""
        and b.role != ""
        and bool(set(a.role) & set(b.role) - set("人员者方对象"))
    )


def classes(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """老人姓名 and 儿童姓名 are one person's name each in a list of their own; side by side, or without the lists, they
    may be two people."""
    if a.quantity or b.quantity or a.named == b.named or a.concept != b.concept:
        return None
    if not (a.named and b.named):
        silent = a.concept is not None and a.rest == b.rest and not (a.context or b.context)
        return unsure("subject", _one_named(a, b)) if silent else None
    if a.context and b.context and a.listing != b.listing:
        return _ages(a, b, lexicon)
    return unsure("subject", _("一边说的是{a}，一边说的是{b}，不一定是同一人。").format(a=a.named, b=b.named))


def _one_named(a: Slots, b: Slots) -> str:
    """学生姓名 beside 姓名 where no form tells whom it lists."""
    return _("一边说的是{a}，另一边没写是谁的，也没写是哪张表。").format(a=a.named or b.named)


def _ages(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """A pupil by name is no pensioner by name."""
    if not (a.named in lexicon.minors and b.named in lexicon.adults):
        return None
    return distinct("subject", _("一边说的是{a}，一边说的是{b}。").format(a=a.named, b=b.named))


def realm(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """The area of a village is not the area of a shop. A person's own attributes do not depend on the row."""
    if a.realm == b.realm or a.realm is None or b.realm is None or _free(a, b, lexicon):
        return None
    if (
        _says_row(a, b, lexicon)
        or _says_row(b, a, lexicon)
        or _inspected(a, b, lexicon)
        or _inspected(b, a, lexicon)
        or _housed(a, b)
        or _explicit(a, b, lexicon)
        or _kind_of(a, b)
        or _kind_of(b, a)
        or _which_place(a, b, lexicon)
    ):
        return None
    rows = _rows(a, b)
    if "other" in (a.group, b.group) and a.listing != b.listing and a.concept and a.concept == b.concept:
        return None if not (a.generic or b.generic or a.quantity) else unsure("subject", rows)
    open_ = "other" in (a.group, b.group) or (PEOPLE in (a.realm, b.realm) and "thing" in (a.group, b.group))
    return unsure("subject", rows) if open_ and _may_be_one(a, b, lexicon) else distinct("subject", rows)


def _may_be_one(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """Whether the words leave it open that two columns ask one thing, whatever the rows: 建筑面积 and 登记日期 do not."""
    if a.concept and b.concept:
        return a.concept == b.concept
    return a.form == b.form and (one_sided(a.text, b.text) or fuzz.ratio(a.text, b.text) >= _ALIKE)


def _says_row(one: Slots, other: Slots, lexicon: Lexicon) -> bool:
    """房屋建筑面积 in a list of households beside 建筑面积 in one of houses: the label names what the other's rows are."""
    if not other.entity or len(other.entity) < 2 or other.group in ("aggregate", "resident", "household"):
        return False
    if other.entity == "房屋" and _LET.search(other.listing or "") and not _LET.search(one.listing or ""):
        return False  # a house that is let is not the home of whom another form lists
    if one.concept == other.concept and lexicon.thing(one.concept) == other.entity:
        return any(word in one.text for word in _names_of(other.entity, lexicon))
    return one.text.startswith(_leading(other.entity, lexicon))


@lru_cache(maxsize=4096)
def _leading(entity: str, lexicon: Lexicon) -> tuple[str, ...]:
    """How a label begins that names rows of an entity."""
    return tuple(before + word for word in _names_of(entity, lexicon) for before in ("所在", "所属", ""))


def _inspected(one: Slots, other: Slots, lexicon: Lexicon) -> bool:
    """An inspection of things of an unknown kind (隐患点, 公墓) shares the things with their register; one whose title names cars shares
    what only cars have."""
    event = one.concept is not None and lexicon.concepts[one.concept].object is SubjectKind.EVENT
    if other.group == "thing" and one.group == "act" and one.realm == SITES:
        own = lexicon.thing(one.concept) == other.entity
        told = any(word in (one.listing or "") for word in _names_of(other.entity or "", lexicon))
        return own and told and one.concept == other.concept
    named = bool(other.entity and one.listing and other.entity[:2] in one.listing)
    return (
        one.group == "act"
        and one.realm == SITES
        and other.group == "other"
        and not event
        and (named or (one.concept is not None and one.concept == other.concept))
    )


def _explicit(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """不动产单元号 of a parcel's form and of a house's: labels that say themselves what they are about, in two forms of one topic. Not
    bare words (名称, 编号), which are the row's, nor counts and sums of people, households or places."""
    bare = a.generic or b.generic or min(len(a.text), len(b.text)) < _SAYS_ENOUGH
    groups = {a.group, b.group}
    if bare or a.listing == b.listing or "phone" in (a.form, b.form) or "aggregate" in groups:
        return False
    if {a.realm, b.realm} == {PEOPLE, SITES} and not _PRODUCING.search(
        (a if a.realm == PEOPLE else b).listing or ""
    ):
        return False  # the gas of a restaurant is not a household's
    if (a.quantity or b.quantity) and not groups <= _ONE_EACH:
        return False
    if not topic(a, lexicon) & topic(b, lexicon):
        return False
    alike = a.concept is not None and (a.concept, a.rest) == (b.concept, b.rest)
    return (alike and not _of_site(a, lexicon)) or same_gist(a, b, lexicon)


def _kind_of(one: Slots, other: Slots) -> bool:
    """A list of lifts is part of the list of special equipment."""
    return one.entity in _EQUIPMENT and other.entity == "设备"


def _which_place(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """村名 of a list and of the report by village, 所属社区 of houses and of a look at these houses: which place it is."""
    if a.concept != b.concept or a.concept not in LADDER or a.rest or b.rest:
        return False
    if "aggregate" in (a.group, b.group):
        return True
    return {a.group, b.group} <= _ONE_EACH and bool(topic(a, lexicon) & topic(b, lexicon))


def _housed(a: Slots, b: Slots) -> bool:
    """What a list of houses says of one tells a list of households whether that holds for theirs."""
    return {a.entity, b.entity} == {"户", "房屋"} and (a.form == "yesno") != (b.form == "yesno")


def half_known(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """One side's row is unknown: unknown is not "same", unless both are one form, or the property says whose it is."""
    if a.realm == b.realm or None not in (a.realm, b.realm) or _free(a, b, lexicon):
        return None
    if (a.concept, a.rest) != (b.concept, b.rest) or (a.listing is not None and a.listing == b.listing):
        return None
    known, silent = (a, b) if b.realm is None else (b, a)
    if known.entity and any(word in (silent.listing or "") for word in _names_of(known.entity, lexicon)):
        return None  # the other form's title names what its rows are: 公墓年检表, 公路养护资金分配表 of roads
    return _half_known(known, _rows(a, b), lexicon)


def _names_of(entity: str, lexicon: Lexicon) -> tuple[str, ...]:
    """An entity's words of two characters and more."""
    return tuple(word for word in (entity, *lexicon.entity_terms.get(entity, ())) if len(word) > 1)


def _free(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    return _personal(a, lexicon) or _personal(b, lexicon)


def _rows(a: Slots, b: Slots) -> str:
    names = {"a": a.entity or _("（没写）"), "b": b.entity or _("（没写）")}
    return _("一边每行是{a}，一边每行是{b}。").format(**names)


def _personal(slots: Slots, lexicon: Lexicon) -> bool:
    if slots.role:
        return True  # the role names the subject; what the row is about adds nothing
    return slots.concept is not None and lexicon.concepts[slots.concept].object is SubjectKind.PERSON


def _half_known(known: Slots, rows: str, lexicon: Lexicon) -> Outcome | None:
    """An unknown row: harmless where the property itself says whose it is, or among residents."""
    if known.realm == PEOPLE or lexicon.policy.decisions["half-context"] != "unsure":
        return None
    if known.group in ("organisation", "place", "act") and _of_site(known, lexicon):
        return None
    thing = lexicon.thing(known.concept)
    if thing is not None and (known.entity == thing or known.group == "act"):
        return None  # 维保单位 at a look at lifts is of the lift
    return unsure("subject", rows)


def _of_site(slots: Slots, lexicon: Lexicon) -> bool:
    kinds = (SubjectKind.ORGANISATION, SubjectKind.PLACE, SubjectKind.EVENT)
    return slots.concept is not None and lexicon.concepts[slots.concept].object in kinds
