"""ID numbers: whether they can be right, whether one stands twice, whether sex, birth and age beside them agree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from qingzhuang.answer.accept import FLAWS
from qingzhuang.answer.derive_dates import age, as_date
from qingzhuang.answer.lookover.cells import Found, Line
from qingzhuang.answer.lookover.doubt import Doubt, Kind
from qingzhuang.answer.values import Shape, read_value
from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model import id_number
from qingzhuang.model.form import Item, ItemType
from qingzhuang.model.id_number import Flaw, IdNumber

ID_NO, SEX, BIRTH, AGE = "person.id_no", "person.sex", "person.birth", "person.age"
_SEXES = {"1": "男", "2": "女"}
_ALIKE = range(17, 20)  # so many digits are an ID number, or one mistyped; other papers have fewer
_OFTEN = 10  # one row in so many repeats a number: the list is of something else than people
_FEW = 3  # in a short list so many may be slips
_WHOLE = (15, 18)  # digits of a whole ID number, old and new
_HEAD = "户主@"
_EXACT = 10**15
_WRONG = {  # the cure is told beside it
    Flaw.LENGTH: later("身份证号是 18 位，位数不对。"),
    Flaw.BIRTH: later("第 7 到 14 位不是一个日期。"),
    Flaw.FUTURE: later("第 7 到 14 位的日期还没有到。"),
    Flaw.CHECKSUM: later("最后一位和前面对不上，多半有一位打错了。"),
}
Keys = Mapping[Item, str]


def flawed(cells: Iterable[Found], keys: Keys, as_of: date) -> Iterator[Doubt]:
    """Yield the ID numbers that cannot be right. A masked one is right as it is; another paper's number is no ID number."""
    for found in cells:
        key = keys.get(found.item, "")
        if found.unsaid or not (key.endswith(ID_NO) or found.item.type is ItemType.ID_NUMBER):
            continue
        if (
            isinstance(found.value, int | float)
            and not isinstance(found.value, bool)
            and found.value >= _EXACT
        ):
            yield _doubt(Kind.ID_NUMBER, found, _("号码存成了数，后几位已经丢了。"), _again())
            continue
        flaws = id_number.flaws(found.text, as_of)
        boxed = len(found.text) == 1  # of a number that is split over many cells only the first is seen
        if flaws and flaws[0] is not Flaw.MASKED and not boxed and _is_one(found, key):
            yield _doubt(Kind.ID_NUMBER, found, _why(flaws[0]), _again())


def _why(flaw: Flaw) -> str:
    return str(_(_WRONG.get(flaw, FLAWS[flaw])))


def _is_one(found: Found, key: str) -> bool:
    """Tell whether nothing but an ID number can be meant."""
    label = found.item.label
    sure = (
        key.endswith(ID_NO) and not key.endswith("document_no") and ("身份" in label or "证件" not in label)
    )
    number = id_number.normalise(found.text)
    return sure or (len(number) in _ALIKE and number[:-1].isdigit())


def twice(lines: Sequence[Line], keys: Keys) -> Iterator[Doubt]:
    """Yield the cells that repeat the ID number of a row above, on this sheet or another one of the same columns; a household's is
    that of its head. Numbers of others (监护人) may repeat. A number that cannot be right may be repeated all the same."""
    asked = next((key for key in (ID_NO, _HEAD + ID_NO) if key in keys.values()), None)
    rows: defaultdict[str, list[Found]] = defaultdict(list)
    for line in lines:
        own = [found for item, found in line.cells.items() if asked and keys.get(item) == asked]
        for found in own[:1]:
            number = id_number.normalise(found.text)
            if len(number) in _WHOLE and number[:-1].isdigit():
                rows[number].append(found)
    repeated = [each for each in rows.values() if len(each) > 1]
    if len(repeated) > max(1, min(_FEW, len(rows) // _FEW), len(rows) // _OFTEN):
        return
    for first, *more in repeated:
        for each in more:
            cure = _("请看是重复了，还是有一行抄错了号；确实要列两次的，照样送出。")
            yield _doubt(Kind.TWICE, each, _same_as(first, each), cure)


def _same_as(first: Found, each: Found) -> str:
    row = first.place.row
    if first.place.sheet == each.place.sheet:
        return _("和第 {row} 行是同一个号。").format(row=row)
    return _("和“{sheet}”第 {row} 行是同一个号。").format(sheet=first.place.sheet, row=row)


def disagreeing(lines: Iterable[Line], keys: Keys, as_of: date) -> Iterator[Doubt]:
    """Yield the cells of sex, birth and age that are not what the ID number of the row says."""
    by_key = {key: item for item, key in keys.items() if key in (ID_NO, SEX, BIRTH, AGE)}
    if ID_NO not in by_key:
        return
    for line in lines:
        own = line.cells.get(by_key[ID_NO])
        number = id_number.parse(own.text, as_of) if own is not None else None
        if number is None:
            continue
        for key in (SEX, BIRTH, AGE):
            found = line.cells.get(by_key[key]) if key in by_key else None
            if found is not None and not found.unsaid and _disagrees(key, found, number, as_of):
                why = _("和同一行的身份证号对不上。")
                yield _doubt(Kind.DISAGREES, found, why, _("请对着证件看哪个写错了。"))


def _disagrees(key: str, found: Found, number: IdNumber, as_of: date) -> bool:
    if key == SEX:
        words = found.ticked or (_SEXES.get(found.text, found.text),)
        return words[0][:1] in "男女" and words[0][:1] != number.sex
    if key == BIRTH:
        day = read_value(found.value, found.text, Shape(ItemType.DATE))
        said = as_date(day)
        return said is not None and said != number.birth
    years, now = found.number, age(number.birth, as_of)
    return years is not None and now is not None and abs(years - now) > 1  # by the year or by the day


def _again() -> str:
    return _("请对着证件看一遍；证件就是这样的，照样送出。")


def _doubt(kind: Kind, found: Found, why: str, cure: str) -> Doubt:
    return Doubt(
        kind, str(found.place), found.item.label, found.text, why, cure, place=found.place, item=found.item
    )
