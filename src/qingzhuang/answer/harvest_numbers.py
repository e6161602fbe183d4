"""Official numbers of people: a 证件号码 that is a valid ID number is one; what is wrong with one that is not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from qingzhuang.answer.derive_codes import disability_card
from qingzhuang.answer.harvest_values import Value
from qingzhuang.answer.subjects import HEAD, ID_NO
from qingzhuang.model import id_number

DOCUMENT_NO, CERTIFICATE_NO = "person.document_no", "disability.cert_no"


def as_id_numbers(values: Sequence[Value]) -> list[Value]:
    """Return the values of a record, valid ID numbers under 证件号码 as what they are, where the record has no other ID
    number of that person."""
    given = {each.column.key for each in values}
    found = [_as_id_number(each, given) for each in values]
    own = {each.column.key for each in found} & {ID_NO, HEAD + ID_NO}
    return found if own else [*found, *_of_certificate(found)]


def _of_certificate(values: Sequence[Value]) -> list[Value]:
    """The holder's ID number that a disability certificate's number begins with."""
    for each in values:
        card = disability_card(each.value, date.max) if each.column.key == CERTIFICATE_NO else None
        if card is not None:
            return [replace(each, column=replace(each.column, key=ID_NO), value=card[0].text)]
    return []


def _as_id_number(value: Value, given: set[str]) -> Value:
    role, found, rest = value.column.key.partition(DOCUMENT_NO)
    meant = role + ID_NO
    if not found or rest or meant in given or id_number.parse(str(value.value)) is None:
        return value
    return replace(value, column=replace(value.column, key=meant))
