"""The same form issued before by the same office: what it asks otherwise now."""

from dataclasses import dataclass
from functools import lru_cache

from qingzhuang.intake.reissue import Difference, are_editions, difference
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Sent, Stage
from qingzhuang.store.tasks.demands import demands
from qingzhuang.store.tasks.planning import form_of

_LOOKED_AT = 40  # so many of an office's latest forms
_SENT = (Stage.UNADMITTED, Stage.ADMITTED, Stage.ENDED)


@dataclass(frozen=True, slots=True)
class Edition:
    """An earlier demand and what the later form asks otherwise."""

    earlier: Sent
    difference: Difference


def edition_of(sent: Sent) -> Edition | None:
    """Return the latest demand of the same office, sent before this one, whose form is another edition of the same; None when
    there is none among its latest forty. A form that cannot be read is no edition of any."""
    mine = demands(*_SENT, issuer=sent.issuer)
    before = (each for each in mine if each.number < sent.number and each.issuer.number == sent.issuer.number)
    for each, _turn in zip(before, range(_LOOKED_AT), strict=False):
        found = _compared(each.file, each.blob, sent.file, sent.blob)
        if found is not None:
            return Edition(each, found)
    return None


@lru_cache(maxsize=2048)
def _compared(file: str, blob: str, later_file: str, later_blob: str) -> Difference | None:
    if blob == later_blob:
        return Difference()
    try:
        earlier, later = form_of(file, blob), form_of(later_file, later_blob)
    except (ProblemError, OSError):
        return None
    return difference(earlier, later) if are_editions(earlier, later) else None
