"""Binds gettext to the product's own catalogue, so that the command-line library speaks Chinese too."""

import gettext
from pathlib import Path

LOCALE = Path(__file__).with_name("locale")


def speak_chinese() -> None:
    """Install the zh_Hans catalogue for the default domain, whatever the machine's locale."""
    catalogue = gettext.translation("messages", LOCALE, languages=["zh_Hans"], fallback=True)
    gettext.gettext = catalogue.gettext
    gettext.ngettext = catalogue.ngettext
