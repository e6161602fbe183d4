"""What lies in an old file (OLE, MS-CFB), looked at without going down into it."""

from io import BytesIO
from typing import Any

import olefile


def top_names(content: bytes) -> frozenset[str]:
    """Return the names of the streams and storages of the root, in lower case. Deeper ones are not walked: a storage that
    holds itself has no end. Raises ValueError when the bytes are no such file or lie about themselves."""
    try:
        with olefile.OleFileIO(BytesIO(content)) as ole:
            root: Any = ole.root
            return frozenset(entry.name.casefold() for entry in root.kids)
    except (OSError, ValueError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError(str(error)) from error
