"""Files as pages: all of them in one call of LibreOffice, then poppler page by page."""

import io
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image

from qingzhuang.model.problem import Problem
from qingzhuang.office.convert import Source
from qingzhuang.office.printing import print_many

DOTS = 96
MOST_PAGES = 6


def papers(sources: Sequence[Source]) -> list[list[Image.Image]]:
    """Return the first pages of each file; none for one that LibreOffice cannot lay out."""
    printed: list[bytes | Problem] = []
    for start in range(0, len(sources), 60):
        printed += print_many(sources[start : start + 60])
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(_drawn, printed))


def _drawn(pdf: bytes | Problem) -> list[Image.Image]:
    drawer = shutil.which("pdftoppm")
    if isinstance(pdf, Problem) or drawer is None:
        return []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "file.pdf").write_bytes(pdf)
        words = [drawer, "-png", "-r", str(DOTS), "-l", str(MOST_PAGES), "file.pdf", "page"]
        subprocess.run(words, cwd=folder, check=False, capture_output=True)
        pages = [each.read_bytes() for each in sorted(folder.glob("page*.png"))]
    return [Image.open(io.BytesIO(each)) for each in pages]
