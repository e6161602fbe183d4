"""Whose property an item asks: the label's own word first, then the merged header, the row entity, the title."""

import re
from dataclasses import dataclass, replace

from qingzhuang.match.vocabulary.lexicon import Concept, Kind, Lexicon, Role, Word
from qingzhuang.match.whose.listed import COVERED, covered
from qingzhuang.match.whose.rows import Row, lists_role, plain_role
from qingzhuang.match.wording.reading import Reading
from qingzhuang.match.wording.title import Title, whom
from qingzhuang.model.element import SubjectKind

_NAME, _FIRM, _PHONE = "person.name", "organisation.name", "person.phone"
_PEOPLE = ("人员", "人", "员", "者")
_STATES = ("参保", "享受", "保障", "监测", "签约", "建档", "供养", "救助", "补贴", "补助", "安置", "在册")
_OF_WOMEN = re.compile("妇女|妇|育龄|女性|女职工|孕|巾帼|母亲")
_STAFF = ("职工", "在职职工", "从业人员", "会员", "学员", "女职工")
_PAID = ("领款", "领取", "参训", "培训", "报名", "参保", "受聘", "聘用", "持证", "领卡", "缴费")
_USERS = ("用户", "农户", "住户")
_ACTOR = 3  # two characters for the act, and 人
_REAL_ESTATE = re.compile("房|产权|土地|宅基|物业")
_DRIVER, _LICENCE = "驾驶人", "person.driving_licence"
_REPORTER = "填报人"
_MEMBERS = "家庭成员"  # 成员 of a cooperative or a society are no family


@dataclass(frozen=True, slots=True)
class Owner:
    """`role` "" is the row's own subject; `source` whence we know; `took_rest`: the unknown words named the subject;
    `concept` what a bare role asks: its name."""

    role: str = ""
    source: str = ""
    took_rest: bool = False
    concept: Concept | None = None


def owner(
    reading: Reading,
    parents: tuple[Reading, ...],
    concept: Concept | None,
    row: Row,
    title: Title,
    lexicon: Lexicon,
) -> Owner:
    """Find the subject of an item."""
    if reading.role is not None and not (reading.role == _MEMBERS and row.group in ("organisation", "place")):
        return _stated(reading, reading.role, "label", concept, row, title, lexicon)
    for parent in reversed(parents):
        if parent.role is not None and reading.plain.core.startswith(f"{parent.role}数"):
            return _of_row(concept, row, lexicon)  # 子女数 under 子女 counts one's own
        if parent.role is not None and not parent.options:
            return _stated(reading, parent.rest + parent.role, "parent", concept, row, title, lexicon)
    if concept is None and (bare := _bare_role(reading, lexicon)):
        return bare
    if concept is None and _bare_people(reading, row, lexicon):
        return Owner("", "label", concept=lexicon.concepts.get(_NAME))
    personal = concept is not None and (concept.object is SubjectKind.PERSON or concept.id == _PHONE)
    if personal and parents and (named := _of_parent(reading, parents[-1], row, title, lexicon)):
        return named
    if personal and reading.rest and (found := _of_rest(reading, row, title, lexicon)):
        at_home = found.role == "户主" and concept is not None and concept.id in lexicon.policy.addresses
        return replace(found, role="") if at_home else found  # where a household lives is its own
    if personal and reading.people:
        return (
            Owner(_among_staff(reading, row, lexicon), "label") if row.group == "role" else Owner("", "label")
        )
    return _of_row(concept, row, lexicon)


def _stated(
    reading: Reading,
    name: str,
    source: str,
    concept: Concept | None,
    row: Row,
    title: Title,
    lexicon: Lexicon,
) -> Owner:
    rest = reading.rest if source == "label" else ""
    idle = (
        bool(rest)
        and reading.plain.core.startswith(rest)
        and (rest.endswith(("家庭", "户")) or covered(rest, title.listed) >= COVERED)
    )
    bare = concept is None and not (reading.head or reading.options) and (idle or not reading.rest)
    name = _meant(name, reading, title, lexicon)
    role = lexicon.roles.get(name)
    of_people = role is None or role.kind is SubjectKind.PERSON
    named = lexicon.concepts.get(_NAME if of_people else _FIRM) if bare else None
    if source == "label" and concept is not None and _listed(reading, concept, title, lexicon):
        return Owner(row.role or "", "title", took_rest=True, concept=named)
    if role is not None and (any(word in title.text for word in role.self_in)):
        name = row.role or ""
    if role is not None and row.group == "resident" and _is_listed(role, title, lexicon):
        name = ""
    if name == "配偶" and _OF_WOMEN.search(title.text):
        name = "丈夫"
    if row.group == "household" and name not in lexicon.roles and name.endswith(_USERS):
        name = "户主"
    return Owner(name, source, took_rest=idle, concept=named)


def _is_listed(role: Role, title: Title, lexicon: Lexicon) -> bool:
    """受害人 in a list of nobody but 受害人, 志愿者 in one of volunteers."""
    if role.staff or not role.resident:
        return role.resident and lists_role(title, role.name, lexicon)
    listed = whom(title.listed, lexicon)
    ends = (lexicon.words.get(listed[start:], ()) for start in range(len(listed) - 1))
    return not title.people and any(Word(Kind.ROLE, role.name) in words for words in ends)


def _meant(name: str, reading: Reading, title: Title, lexicon: Lexicon) -> str:
    """所有人 in a list of cars is the 车主, 业主 in one of small traders who trades; not who is said to own a house or its land."""
    role = lexicon.roles.get(name)
    if role is None or _REAL_ESTATE.search(reading.plain.core):
        return name
    return next((other for other, words in role.means if any(word in title.text for word in words)), name)


def _listed(reading: Reading, concept: Concept, title: Title, lexicon: Lexicon) -> bool:
    """老烈子女身份证号 in a list of 老烈子女: the words before the property are whom the title lists."""
    listed = title.listed.removesuffix("人员").removesuffix("对象")
    core = reading.plain.core
    for start in range(max(len(listed) - 2, 0)):
        rest = core.removeprefix(listed[start:])
        if rest != core and Word(Kind.CONCEPT, concept.id) in lexicon.words.get(rest, ()):
            return True
    return False


def _of_rest(reading: Reading, row: Row, title: Title, lexicon: Lexicon) -> Owner | None:
    """Unknown words before a person's property name the person: the form's own when the title lists them."""
    rest = reading.rest
    if reading.plain.core.startswith(f"{rest}人员"):
        rest += "人员"  # 巡田 + 人员姓名
    if covered(rest, title.listed) >= COVERED and not _acts(rest, row):
        owns = row.group in ("organisation", "place") and rest.endswith("主")  # 农场主 in a list of farms
        return Owner(rest, "label", took_rest=True) if owns else _row_self(row, rest, lexicon)
    household = lexicon.entities.get(rest)
    if household is not None and household.group == row.group == "household":
        return _row_self(row, rest, lexicon)
    if row.group == "household" and rest.endswith(_USERS):
        return Owner("户主", "label", took_rest=True)
    if rest.endswith(lexicon.person_tails):
        return Owner(plain_role(rest, lexicon), "label", took_rest=True)
    return None


def _acts(rest: str, row: Row) -> bool:
    """推荐人 in a list of whom somebody recommends: who does what the title names need not be whom it is done to."""
    return len(rest) == _ACTOR and rest.endswith("人") and row.group != "role"


def _row_self(row: Row, rest: str, lexicon: Lexicon) -> Owner:
    """The words name whom the title lists: the row's own person, who is the head where rows are households."""
    entity = lexicon.entities.get(rest)
    head = row.group == "household" and entity is not None and entity.group == "household"
    return Owner(row.role or ("户主" if head else ""), "title", took_rest=True)


def _of_parent(reading: Reading, parent: Reading, row: Row, title: Title, lexicon: Lexicon) -> Owner | None:
    """姓名 under a merged header of unknown words that name people (监测员, 村委会主任)."""
    text = parent.rest
    if reading.rest or reading.people or parent.options or not text.endswith(lexicon.person_tails):
        return None
    if covered(text, title.listed) >= COVERED or text in lexicon.entities:
        return _row_self(row, text, lexicon)
    return Owner(plain_role(text, lexicon), "parent")


def _among_staff(reading: Reading, row: Row, lexicon: Lexicon) -> str:
    """领款职工 in a list of 环卫工人 is one of them; 受助老人 in a list of volunteers is not."""
    word = reading.people[0]
    own = word in _STAFF or any(
        reading.plain.core.startswith(lead) and word.endswith(_PEOPLE) for lead in _PAID
    )
    return (row.role or "") if own else word


def _bare_people(reading: Reading, row: Row, lexicon: Lexicon) -> bool:
    """受检学生, 培训学员 as a column of a list of people asks the name; 低保对象, 参保人 may ask whether one is."""
    if not reading.people or row.group not in ("resident", "household", "act"):
        return False
    told = (
        reading.head
        or reading.rest
        or reading.yesno
        or reading.total
        or reading.times
        or reading.options
        or reading.plain.unit
    )
    core = reading.plain.core
    return not told and core.startswith(lexicon.person_leads) and not core.startswith(_STATES)


def _bare_role(reading: Reading, lexicon: Lexicon) -> Owner | None:
    """A label of one unknown word that names who did something (巡田人) asks the name."""
    text = reading.rest
    told = (
        reading.head
        or reading.options
        or reading.qualifiers
        or reading.total
        or reading.people
        or reading.yesno
    )
    if told or len(text) < 3 or not text.endswith(_PEOPLE) or text != reading.plain.core:
        return None
    return Owner(plain_role(text, lexicon), "label", took_rest=True, concept=lexicon.concepts.get(_NAME))


def _of_row(concept: Concept | None, row: Row, lexicon: Lexicon) -> Owner:
    if row.role is not None:
        return Owner(row.role, row.source)
    if concept is None or (concept.object is not SubjectKind.PERSON and concept.id != _PHONE):
        return Owner("", row.source)
    if concept.id.startswith(_LICENCE) and row.group in ("thing", "act", "organisation", "place"):
        return Owner(_DRIVER, "row")  # no car and no school has a driving licence
    if row.group == "aggregate" and row.realm is None:
        return Owner(_REPORTER, row.source)  # 联系电话 below the figures of a month
    if concept.id == _PHONE:
        return Owner("", row.source)
    if row.group == "household" and concept.id not in lexicon.policy.addresses:
        return Owner("户主", "row")
    if row.realm is not None and row.group not in ("resident", "household") and row.realm != "人户":
        return Owner(row.realm, row.source)
    return Owner("", row.source)
