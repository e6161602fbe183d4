"""What comes in as a file: never more than so many bytes are taken, whatever is sent."""

from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

MOST_BYTES = 20 * 2**20


class Bounded(FileUploadHandler):
    """Stops a file that grows too long; the rest of it is read and thrown away, so that the page can say so."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Let a chunk pass to the handlers that keep it."""
        if start + len(raw_data) > MOST_BYTES:
            self.request.too_big = True  # type: ignore[union-attr]
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the others."""


def too_big(request: HttpRequest) -> bool:
    """Tell whether a file of this request was longer than is taken."""
    return bool(getattr(request, "too_big", False))
