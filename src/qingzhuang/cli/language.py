"""Binds gettext to the product's own catalogue, so that the command-line library speaks Chinese too."""

import gettext
import os
from pathlib import Path

LOCALE = Path(__file__).with_name("locale")


def speak_chinese() -> None:
    """Choose the zh_Hans catalogue for the default domain, whatever the machine's locale."""
    os.environ["LANGUAGE"] = "zh_Hans"  # gettext looks here at each call, and so do libraries bound at import
    gettext.bindtextdomain("messages", str(LOCALE))
