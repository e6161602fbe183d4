"""Files that come in and go out."""

from typing import Any

from django.http.response import HttpResponseBase
from ninja import UploadedFile

from qingzhuang.privacy.shown import plain
from qingzhuang.web.api.problems import RefusedError, too_long, unfit
from qingzhuang.web.sending import attached
from qingzhuang.web.uploads import too_big

BYTES = "application/octet-stream"
# an answer that is a file, for the description
FILE: dict[str, Any] = {
    "responses": {
        200: {
            "description": "OK",
            "content": {BYTES: {"schema": {"type": "string", "format": "binary"}}},
        }
    }
}


def brought(request: Any, file: UploadedFile) -> tuple[str, bytes]:
    """Return name and bytes of a file; a name is only a name. Raises RefusedError for one that is empty or too long."""
    if too_big(request):
        raise RefusedError(413, too_long("file"))
    content = file.read()
    if not content:
        raise RefusedError(422, unfit("file"))
    return plain(file.name or "")[-200:].strip() or "form", content


def handed_out(content: bytes, name: str) -> HttpResponseBase:
    """Send bytes to be saved under a name."""
    response = attached(content, name)
    response["Content-Type"] = BYTES
    return response
