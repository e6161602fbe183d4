"""Another language for what is written once as a file of its own, where no person's choice is at hand."""

from contextlib import AbstractContextManager
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

from qingzhuang.language import spoken_by


def written_in(language: str) -> AbstractContextManager[None]:
    """Say in a language for a while, by its bound catalogue."""
    return spoken_by(_catalogue(language).gettext)


@cache
def _catalogue(language: str) -> GNUTranslations:
    bound = Path(__file__).parent / "locale" / language / "LC_MESSAGES" / "django.mo"
    with bound.open("rb") as file:
        return GNUTranslations(file)
