"""Whom a row is about: the official number where there is one, else a name and what tells namesakes apart."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qingzhuang.answer.events import HOSTS, PLACES, TIMES, TOPICS, Happening, day_word
from qingzhuang.model import id_number
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.id_number import Flaw
from qingzhuang.model.sheet import Scalar

Values = Mapping[str, Scalar]
HEAD = "户主@"
ID_NO, NAME = "person.id_no", "person.name"
BOOKS = ("person.hukou_booklet_no", "household.code")
CREDIT_CODE = "organisation.credit_code"
VILLAGE = "place.village"
WHERE = (VILLAGE, "place.village_group", "place.group")
SITE_NAMES = ("site.name", "place.name", "organisation.name")
ADDRESSES = ("place.addr", "house.addr", "person.live_addr")
WHOM = (*SITE_NAMES, ID_NO, HEAD + ID_NO, NAME, HEAD + NAME, "event.place", VILLAGE)
VILLAGES = frozenset(("村", "社区", "乡镇", "区县", "网格"))


@dataclass(frozen=True, slots=True)
class Known:
    """A subject. `weak`: known by name only, so never to be merged with others; `flaws` of the ID number given."""

    subject: Subject
    weak: bool = False
    flaws: tuple[Flaw, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What the file says around a row: the lineage of the file, the row's entity, the elements that are event dates, the
    village that the whole file is about, the elements that number happenings."""

    lineage: str = ""
    entity: str = ""
    dates: tuple[str, ...] = ()
    village: str = ""
    numbers: tuple[str, ...] = ()


def identify(kind: SubjectKind, values: Values, setting: Setting) -> Known | None:
    """Return whom the values of a row are about, None when they do not tell."""
    return _BY_KIND[kind](values, setting)


def person(values: Values, setting: Setting, role: str = "") -> Known | None:
    """Return the person that a row means by its own columns, or those of a role (户主@)."""
    name, number = _word(values, role + NAME), _word(values, role + ID_NO)
    flaws = id_number.flaws(number) if number else ()
    if number and not set(flaws) - {Flaw.CHECKSUM, Flaw.BIRTH}:
        return Known(Subject(SubjectKind.PERSON, number, name), flaws=flaws)
    if not name or role:
        return None
    marks = {"村": _first(values, WHERE[:1]), "组": _first(values, WHERE[1:]), "户": _first(values, BOOKS)}
    marks["户主"] = _word(values, HEAD + ID_NO) or _word(values, HEAD + NAME)
    marks["生"] = _word(values, "person.birth")
    return Known(_named(SubjectKind.PERSON, name, marks, setting), True, flaws)


def household(values: Values, setting: Setting) -> Known | None:
    """Return the household: by its book number, its head's ID number, or the head's name and village."""
    name = _word(values, HEAD + NAME) or _word(values, NAME)
    book = _first(values, BOOKS)
    if book:
        return Known(Subject(SubjectKind.HOUSEHOLD, book, name))
    number = _word(values, HEAD + ID_NO) or _word(values, ID_NO)
    flaws = id_number.flaws(number) if number else ()
    if number and not set(flaws) - {Flaw.CHECKSUM, Flaw.BIRTH}:
        return Known(Subject(SubjectKind.HOUSEHOLD, number, name), flaws=flaws)
    if not name:
        return None
    marks = {"村": _first(values, WHERE[:1]), "组": _first(values, WHERE[1:])}
    return Known(_named(SubjectKind.HOUSEHOLD, name, marks, setting), True, flaws)


def organisation(values: Values, _setting: Setting) -> Known | None:
    """Return the organisation: by its unified social credit code, else its name."""
    name = _first(values, ("organisation.name", *SITE_NAMES))
    code = _word(values, CREDIT_CODE)
    if not code and not name:
        return None
    return Known(Subject(SubjectKind.ORGANISATION, code or name, name), weak=not code)


def place(values: Values, setting: Setting) -> Known | None:
    """Return the place: a village by its name, another by its code, else its name or address and village."""
    village = _word(values, VILLAGE)
    if setting.entity in VILLAGES:
        return Known(Subject(SubjectKind.PLACE, village, village)) if village else None
    name = _first(values, SITE_NAMES) or _first(values, ADDRESSES)
    code = _first(values, ("place.code", CREDIT_CODE))
    if code:
        return Known(Subject(SubjectKind.PLACE, code, name))
    return Known(_named(SubjectKind.PLACE, name, {"村": village}, setting), True) if name else None


def event(values: Values, setting: Setting) -> Known | None:
    """Return the event: what kind, on which day and time, where or with whom, what about."""
    day = next((word for each in setting.dates if (word := day_word(values.get(each)))), "")
    if not day:
        return None
    whom, village = _first(values, WHOM), _word(values, VILLAGE)
    found = Happening(
        setting.entity or setting.lineage,
        day,
        whom="" if whom == village else whom,
        village=village,
        place=next((word for each in PLACES if (word := _word(values, each)) not in ("", whom)), ""),
        time=_first(values, TIMES),
        topic=_first(values, TOPICS),
        host=_first(values, (*HOSTS, *_acting(values))),
        number=_first(values, setting.numbers),
        far=setting.lineage,
    )
    return Known(found.subject, weak=True)


def _acting(values: Values) -> tuple[str, ...]:
    """The names of people by what they did at an event (检查人)."""
    return tuple(each for each in values if each.endswith("@" + NAME) and not each.startswith(HEAD))


def by_name_only(subject: Subject) -> bool:
    """Tell whether somebody is known by name only: whoever has that name elsewhere may be the same, and may not."""
    return subject.key.startswith("名=")


def marks_of(subject: Subject) -> str:
    """Return in words what tells somebody known by name only from namesakes (户 990101001), empty for others."""
    if not by_name_only(subject):
        return ""
    marks = (each.partition("=") for each in subject.key.split(";")[1:])
    return "，".join(f"{mark} {_title(word) if mark == '表' else word}" for mark, _is, word in marks)


def _title(lineage: str) -> str:
    """A file by its title, else its name."""
    name, _bar, title = lineage.partition("|")
    return title or name


def _named(kind: SubjectKind, name: str, marks: Mapping[str, str], setting: Setting) -> Subject:
    """A name with what tells namesakes apart; a bare name means somebody only within its own file."""
    given = {mark: value for mark, value in marks.items() if value} or {"表": setting.lineage}
    return Subject(
        kind, ";".join([f"名={name}", *(f"{mark}={value}" for mark, value in given.items())]), name
    )


def _word(values: Values, element: str) -> str:
    value = values.get(element)
    return "" if value is None else "".join(str(value).split())


def _first(values: Values, elements: tuple[str, ...]) -> str:
    return next((word for element in elements if (word := _word(values, element))), "")


_BY_KIND: Mapping[SubjectKind, Callable[[Values, Setting], Known | None]] = {
    SubjectKind.PERSON: person,
    SubjectKind.HOUSEHOLD: household,
    SubjectKind.ORGANISATION: organisation,
    SubjectKind.PLACE: place,
    SubjectKind.EVENT: event,
}
