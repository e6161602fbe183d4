"""Files on their way out."""

import io
import re

from django.http import FileResponse

_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|\u202a-\u202e\u2066-\u2069]')
_LONGEST = 120


def attached(content: bytes, name: str) -> FileResponse:
    """Send bytes to be saved under a name that every office machine can keep."""
    head, dot, tail = _UNSAFE.sub("_", name).rpartition(".")
    safe = f"{head[:_LONGEST]}{dot}{tail[:10]}" if dot else tail[:_LONGEST]
    return FileResponse(io.BytesIO(content), as_attachment=True, filename=safe)
