"""The letter that goes with a task: what its post answered, and what a check of its form found."""

from datetime import date
from functools import lru_cache

from qingzhuang.letters.answers import answer_letter
from qingzhuang.letters.slip import Slip, slip
from qingzhuang.model.work import Task
from qingzhuang.packs.load import packs
from qingzhuang.pipeline.checking import court
from qingzhuang.pipeline.form_checking import check_forms
from qingzhuang.store.organisation.places import places_on
from qingzhuang.store.tasks.planning import form_of


def letter_of(task: Task, day: date) -> Slip:
    """Return the letter. Raises ProblemError and OSError when the form cannot be read."""
    provisions = {each.id: each for pack in packs() for each in pack.provisions}
    found = _found(task.demand.file, task.demand.blob, day, places_on(task.demand.issuer))
    return answer_letter(task, provisions, found)


@lru_cache(maxsize=256)
def _found(file: str, blob: str, day: date, places: tuple[str, ...]) -> Slip | None:
    provisions = {each.id: each for pack in packs() for each in pack.provisions}
    return slip(check_forms([form_of(file, blob)], court(day, places)), provisions)
