"""A spot of the ledger on its way through a page: signed, for one task only, by number and not by anybody's ID number."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.core import signing
from django.utils.crypto import salted_hmac

from qingzhuang.answer.values import Shape
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import ItemType
from qingzhuang.pipeline.asking import Field, Spot
from qingzhuang.store.ledger.numbered import numbers, subject_numbered

_SALT = "qz.desk"


def field_id(task: int, spot: Spot) -> str:
    """A name for a field that says nothing about whom it is."""
    said = f"{task}|{spot.subject.kind.value}|{spot.subject.key}|{spot.key}"
    return salted_hmac(_SALT, said).hexdigest()[:12]


def tokens(task: int, fields: Iterable[Field]) -> Mapping[Spot, str]:
    """Return a token for each field's spot."""
    these = tuple(fields)
    known = numbers({each.spot.subject for each in these})
    return {each.spot: _token(task, each, known.get(each.spot.subject)) for each in these}


def spot_of(task: int, token: str) -> tuple[Spot, Shape] | None:
    """Return the spot of a token and what may be answered there, None for one that this task's page did not make."""
    try:
        said = signing.loads(token, salt=f"{_SALT}.{task}")
        whose, name, key, as_of, until, settles, kind, codes, printed, whence, dated = said
    except (signing.BadSignature, ValueError, TypeError):
        return None
    subject = (
        subject_numbered(whose) if isinstance(whose, int) else Subject(SubjectKind(whose[0]), whose[1], name)
    )
    if subject is None:
        return None
    end = date.fromisoformat(until) if until else None
    return Spot(subject, key, date.fromisoformat(as_of), end, bool(settles), str(whence), bool(dated)), Shape(
        ItemType(kind), tuple(codes), printed=tuple((value, word) for value, word in printed)
    )


def _token(task: int, field: Field, number: int | None) -> str:
    spot = field.spot
    whose: object = number if number is not None else [spot.subject.kind.value, spot.subject.key]
    until = spot.until.isoformat() if spot.until else ""
    name = "" if number is not None else spot.subject.name
    when = (spot.as_of.isoformat(), until)
    shape = field.shape
    said = [
        whose,
        name,
        spot.key,
        *when,
        int(spot.settles),
        shape.type.value,
        list(shape.codes),
        list(shape.printed),
        spot.whence,
        int(spot.dated),
    ]
    return signing.dumps(said, salt=f"{_SALT}.{task}", compress=True)
