"""Binds the catalogues of a language into the one binary file that is read at run time (GNU MO), when the package is built."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

HERE = Path(__file__).parent
LANGUAGES = ("en",)
_NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)  # the same sources give the same bytes, whenever they are bound


def bound(language: str) -> bytes:
    """The catalogues of a language as one binary catalogue; what is not translated yet stays out."""
    whole = Catalog(locale=language, creation_date=_NO_DAY, revision_date=_NO_DAY)
    for file in sorted((HERE / language).glob("*.po")):
        with file.open("rb") as text:
            for each in read_po(text, locale=language):
                if each.id and each.string and not each.fuzzy:
                    whole[each.id] = each
    out = BytesIO()
    write_mo(out, whole)
    return out.getvalue()


def bind() -> list[Path]:
    """Write the binary catalogue of every language; return where."""
    written = []
    for language in LANGUAGES:
        target = HERE / "locale" / language / "LC_MESSAGES" / "django.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(bound(language))
        written.append(target)
    return written
