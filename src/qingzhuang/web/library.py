"""The library that draws charts: Apache ECharts, taken from its own package at set-up and never from this repository. It lies
beside the program, packed for the way; a page that does not find it shows the figures that the server draws."""

import base64
import gzip
import hashlib
import io
import sys
import tarfile
from pathlib import Path

NAME, VERSION = "echarts", "5.6.0"
SHA512 = "oTbVTsXfKuEhxftHqL5xprgLoc0k7uScAwtryCgWF6hPYFLRwOUHiFmHGCBKP5NPFNkDVopOieyUqYGH8Fa3kA=="
FOLDER = Path(sys.prefix) / "share" / "qingzhuang" / "browser"
SHELF = "library"
FILE = f"{SHELF}/{NAME}-{VERSION}.js"  # below FOLDER, and below the address of static files
_PARTS = {
    "package/dist/echarts.simple.min.js": FILE,
    "package/LICENSE": f"{SHELF}/LICENSE.txt",
    "package/NOTICE": f"{SHELF}/NOTICE.txt",
}


class OtherPackageError(ValueError):
    """The bytes are not those of the package that was looked at when it was chosen."""


def at_hand(folder: Path = FOLDER) -> bool:
    """Tell whether the library is there."""
    return (folder / FILE).is_file()


def unpack(package: bytes, folder: Path = FOLDER) -> Path:
    """Put the library and its licence into the folder, the library also packed. Raises OtherPackageError for other bytes,
    OSError when the folder cannot be written."""
    if base64.b64encode(hashlib.sha512(package).digest()).decode() != SHA512:
        raise OtherPackageError
    with tarfile.open(fileobj=io.BytesIO(package), mode="r:gz") as held:
        for name, target in _PARTS.items():
            found = held.extractfile(name)
            if found is None:
                raise OtherPackageError
            _write(folder / target, found.read())
    library = folder / FILE
    _write(library.with_suffix(".js.gz"), gzip.compress(library.read_bytes(), 9, mtime=0))
    return library


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
