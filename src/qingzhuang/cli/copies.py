"""An archive whose files lie beside it, as `qz fill --zip` packs them: nothing in it is passed over."""

import zipfile
import zlib
from collections import defaultdict
from gettext import gettext as _
from pathlib import Path

_MOST = 10_000


def contents_name() -> str:
    """The name of the list of contents in an archive of filled forms."""
    return _("清单.xlsx")


def is_copied(path: Path, folder: Path) -> bool:
    """Tell whether all that an archive holds, but for its list of contents, lies below a folder byte for byte."""
    if path.suffix.lower() != ".zip":
        return False
    try:
        with zipfile.ZipFile(path) as box:
            held = [each for each in box.infolist() if not each.is_dir() and each.filename != contents_name()]
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
    if not 0 < len(held) <= _MOST:
        return False
    beside: defaultdict[str, list[Path]] = defaultdict(list)
    for each in folder.rglob("*"):
        beside[each.name].append(each)
    return all(any(_is_same(each, near) for near in beside[Path(each.filename).name]) for each in held)


def _is_same(held: zipfile.ZipInfo, near: Path) -> bool:
    try:
        return (
            near.is_file()
            and near.stat().st_size == held.file_size
            and zlib.crc32(near.read_bytes()) == held.CRC
        )
    except OSError:
        return False
