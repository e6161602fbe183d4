"""Files as they come out of a printer: LibreOffice lays them out as PDF, all in one call; poppler draws the pages."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.office.convert import PROGRAMS, Source, laid_out, run

_FIRST_SECONDS, _SECONDS_EACH = 90, 20
_DOTS = 150


def print_many(sources: Sequence[Source]) -> list[bytes | Problem]:
    """Return, in the order given, each file as PDF, or the problem QZ-F051 that kept it from being one. Raises
    ProblemError QZ-F050 where LibreOffice is not installed."""
    office = next((path for path in map(shutil.which, PROGRAMS) if path), None)
    if office is None:
        raise ProblemError(_no_office())
    with tempfile.TemporaryDirectory(prefix="qz-print-") as name:
        folder = Path(name)
        places = laid_out(folder, sources)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        words = [
            office,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder / "out"),
        ]
        run([*words, *map(str, places)], folder, _FIRST_SECONDS + _SECONDS_EACH * len(places))
        return [
            _printed(folder / "out" / f"{place.stem}.pdf", each)
            for place, each in zip(places, sources, strict=True)
        ]


def pages(file: str, pdf: bytes) -> list[bytes]:
    """Return the pages of a PDF as PNG. Raises ProblemError QZ-F052 where poppler is not installed or fails."""
    drawer = shutil.which("pdftoppm")
    if drawer is None:
        raise ProblemError(_no_drawer(file))
    with tempfile.TemporaryDirectory(prefix="qz-print-") as name:
        folder = Path(name)
        (folder / "file.pdf").write_bytes(pdf)
        run(
            [drawer, "-png", "-r", str(_DOTS), str(folder / "file.pdf"), str(folder / "page")],
            folder,
            _FIRST_SECONDS,
        )
        found = [each.read_bytes() for each in sorted(folder.glob("page*.png"))]
    if not found:
        raise ProblemError(_no_drawer(file))
    return found


def _printed(place: Path, source: Source) -> bytes | Problem:
    if place.is_file():
        return place.read_bytes()
    return Problem(
        "QZ-F051",
        source.file,
        _("LibreOffice 没能把这份表排成 PDF。"),
        _("请用 WPS 或 Office 打开后自己打印或另存为 PDF。"),
    )


def _no_office() -> Problem:
    return Problem(
        "QZ-F050",
        "LibreOffice",
        _("这台电脑上没有 LibreOffice，没有生成 PDF 和图片；填好的表都在。"),
        _("请装上 LibreOffice 再来一次，或用 WPS 打开后另存为 PDF。"),
    )


def _no_drawer(file: str) -> Problem:
    return Problem(
        "QZ-F052",
        file,
        _("没能把 PDF 画成图片。"),
        _("请装上 poppler-utils（pdftoppm）；只要 PDF 的话用 --pdf。"),
    )
