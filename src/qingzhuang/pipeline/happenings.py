"""Which columns of a record of happenings tell one from another: the day, the number of its own."""

import re
from collections.abc import Iterable

from qingzhuang.answer.events import days_first
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.model.element import DataElement, SubjectKind
from qingzhuang.model.form import ItemType

_NUMBERED = re.compile(r"^~?(.*?)(?:编号|流水号|单号|案号)$")
_OF_A_RECORD = frozenset(("", "记录", "登记", "台账", "受理", "业务"))
_NUMBERS = ("matter.no", "hazard.no", "register.no")


def days_of(columns: Iterable[tuple[str, DataElement]]) -> tuple[str, ...]:
    """Return the elements that are days of a happening, the day it happened first."""
    return days_first(
        [
            key
            for key, element in columns
            if element.type is ItemType.DATE and element.object_class is SubjectKind.EVENT
        ]
    )


def numbers_of(keys: Iterable[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the elements that number the happenings themselves (活动编号), not what they happen to (场所编号)."""
    return tuple(key for key in keys if key in _NUMBERS or _is_act(_of(key), lexicon))


def _is_act(word: str | None, lexicon: Lexicon) -> bool:
    entity = lexicon.entities.get(word or "")
    return word in _OF_A_RECORD or (entity is not None and entity.kind is SubjectKind.EVENT)


def _of(key: str) -> str | None:
    """What a number that the lexicon does not know belongs to: 活动 of 活动编号."""
    found = _NUMBERED.match(key) if key.startswith("~") else None
    return found[1] if found else None
