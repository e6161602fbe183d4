"""How a file looks on paper: LibreOffice lays it out, poppler draws the pages; both in a temporary folder that is gone
afterwards, with a time limit."""

import shutil
import tempfile
from pathlib import Path

from qingzhuang.model.sheet import FileKind
from qingzhuang.office.convert import PROGRAMS, arranged, run

MOST_PAGES = 5
_SECONDS = 120
_DOTS = 110  # an inch: a page is about 900 wide, legible on a phone when enlarged


def can_draw() -> bool:
    """Tell whether both programs are installed here."""
    return _office() is not None and shutil.which("pdftoppm") is not None


def pictures(content: bytes, kind: FileKind) -> list[bytes]:
    """Return the first pages of a file as PNG; none when it could not be laid out, or took too long."""
    office, drawer = _office(), shutil.which("pdftoppm")
    if office is None or drawer is None:
        return []
    with tempfile.TemporaryDirectory(prefix="qz-picture-") as name:
        folder = Path(name)
        source = arranged(folder, content, kind)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        words = [office, profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder)]
        run([*words, str(source)], folder, _SECONDS)
        laid = folder / f"{source.stem}.pdf"
        if not laid.is_file():
            return []
        pages = [drawer, "-png", "-r", str(_DOTS), "-l", str(MOST_PAGES), str(laid), str(folder / "page")]
        run(pages, folder, _SECONDS)
        return [each.read_bytes() for each in sorted(folder.glob("page*.png"))]


def _office() -> str | None:
    return next((path for path in map(shutil.which, PROGRAMS) if path), None)
