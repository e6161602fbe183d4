"""All personal data of a text, in order and apart."""

from collections.abc import Iterable, Iterator

from qingzhuang.privacy.found import Kind, Personal
from qingzhuang.privacy.names import names
from qingzhuang.privacy.numbers import numbers
from qingzhuang.privacy.places import addresses, illnesses, plates
from qingzhuang.privacy.spelling import spelt

_FIRST = (Kind.ID_NO, Kind.PHONE, Kind.BANK_ACCOUNT, Kind.PLATE, Kind.MEDICAL, Kind.NAME, Kind.ADDRESS)
_PERSONS = (Kind.ID_NO, Kind.PHONE, Kind.NAME)


def find(text: str) -> tuple[Personal, ...]:
    """The personal data of a text; offsets count in the text as given. Never raises; linear in its length."""
    plain = spelt(text)
    found = _apart([*numbers(plain), *names(plain), *plates(plain), *addresses(plain)])
    persons = [each for each in found if each.kind in _PERSONS]
    ill = list(illnesses(plain, persons))
    return tuple(_apart([*found, *ill]) if ill else found)


def _apart(found: Iterable[Personal]) -> list[Personal]:
    """Of passages that overlap, the surer kind stands; what is left of an address is still one."""
    taken = sorted(found, key=lambda each: (_FIRST.index(each.kind), each.start))
    kept: list[Personal] = []
    covered: set[int] = set()
    for each in taken:
        place = range(each.start, each.end)
        if covered.isdisjoint(place):
            covered.update(place)
            kept.append(each)
        elif each.kind is Kind.ADDRESS:
            rest = list(_rest(each, covered))
            kept += rest
            covered.update(place)
    return sorted(kept, key=lambda each: each.start)


def _rest(whole: Personal, covered: set[int]) -> Iterator[Personal]:
    start: int | None = None
    for at in range(whole.start, whole.end + 1):
        free = at < whole.end and at not in covered
        if free and start is None:
            start = at
        elif not free and start is not None:
            yield Personal(whole.kind, start, at, whole.contact)
            start = None
