"""The same form issued before by the same office: what it asks otherwise now."""

from dataclasses import dataclass
from functools import lru_cache

from qingzhuang.intake.reissue import Difference, Kin, difference, kin
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Sent, Stage
from qingzhuang.store.tasks.demands import demands
from qingzhuang.store.tasks.planning import form_of

_LOOKED_AT = 40  # so many of an office's latest forms
_SENT = (Stage.UNADMITTED, Stage.ADMITTED, Stage.ENDED)


@dataclass(frozen=True, slots=True)
class Edition:
    """An earlier demand and what the later form asks otherwise; `kin` tells whether it is surely one, or a person has to look."""

    earlier: Sent
    difference: Difference
    kin: Kin = Kin.EDITION


def edition_of(sent: Sent) -> Edition | None:
    """Return the latest demand of the same office, sent before this one, whose form is another edition of the same, else the latest
    that may be one by its title or its columns; None when there is none among its latest forty. A form that cannot be
    read is no edition of any."""
    mine = demands(*_SENT, issuer=sent.issuer)
    before = (each for each in mine if each.number < sent.number and each.issuer.number == sent.issuer.number)
    perhaps: dict[Kin, Edition] = {}
    for each, _turn in zip(before, range(_LOOKED_AT), strict=False):
        kin, found = _compared(each.file, each.blob, sent.file, sent.blob)
        if found is not None and kin is Kin.EDITION:
            return Edition(each, found)
        if found is not None:
            perhaps.setdefault(kin, Edition(each, found, kin))
    return perhaps.get(Kin.SAME_NAME) or perhaps.get(Kin.SAME_COLUMNS)


@lru_cache(maxsize=2048)
def _compared(file: str, blob: str, later_file: str, later_blob: str) -> tuple[Kin, Difference | None]:
    """Return what a kept form is to an earlier one, and what it asks otherwise; None for another form."""
    if blob == later_blob:
        return Kin.EDITION, Difference()
    try:
        earlier, later = form_of(file, blob), form_of(later_file, later_blob)
    except (ProblemError, OSError):
        return Kin.OTHER, None
    found = kin(earlier, later)
    return found, None if found is Kin.OTHER else difference(earlier, later)
