"""What posts handed over, as files named the issuer's way: its own title, then the post."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import PurePath

from qingzhuang.intake.sniff import sniff
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Answer, Task
from qingzhuang.privacy.shown import plain
from qingzhuang.store.blobs import fetch
from qingzhuang.store.organisation.units import above

_BAD_IN_A_NAME = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))
_STEADY = (2026, 1, 1, 0, 0, 0)


def paper_of(task: Task) -> tuple[str, bytes]:
    """Return name and bytes of what one post handed over. Raises OSError or ValueError when the bytes are not here."""
    content = fetch(task.blob)
    stem = PurePath(plain(task.demand.file).translate(_BAD_IN_A_NAME)).stem
    return f"{stem}-{plain(task.unit.name).translate(_BAD_IN_A_NAME)}{_suffix(task, content)}", content


def parcel(tasks: Iterable[Task]) -> bytes:
    """Return a .zip of all that was handed over, a folder a township. Raises as `paper_of`."""
    handed = [each for each in tasks if each.said is Answer.HANDED and each.blob]
    towns = above(each.unit for each in handed)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as box:
        for each in handed:
            name, content = paper_of(each)
            town = towns.get(each.unit.number)
            folder = f"{plain(town.name).translate(_BAD_IN_A_NAME)}/" if town else ""
            box.writestr(zipfile.ZipInfo(folder + name, _STEADY), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _suffix(task: Task, content: bytes) -> str:
    """By content: an old .xls is handed over as .xlsx."""
    try:
        return sniff(task.demand.file, content).suffix
    except ProblemError:
        return PurePath(task.demand.file).suffix
