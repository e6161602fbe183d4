"""What the source says to people, by the area of the product that says it."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import django
import yaml
from babel.messages.extract import extract
from django.conf import settings
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parents[1] / "src" / "qingzhuang"
PAGES = SOURCE / "web" / "templates"
SILENT = ("cli", "demo", "letters", "packs/changes.py", "packs/coverage.py", "packs/pages.py")
"""What a terminal, a letter and the written-out rules say, and what an example holds, stays Chinese."""
TITLE = re.compile(r"^ +(?:- )?title: *(.+)$", re.MULTILINE)
KEYWORDS = {
    "_": None,
    "gettext": None,
    "later": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}

Message = str | tuple[str, ...]


def messages() -> dict[str, dict[Message, str]]:
    """Area → what it says → the file that says it first."""
    found: dict[str, dict[Message, str]] = {}
    for area, name, text in _sources():
        for _line, message, _comments, _context in extract("python", BytesIO(text), KEYWORDS):
            found.setdefault(area, {}).setdefault(message, name)
    for title, name in _titles():
        found.setdefault("rulebook", {}).setdefault(title, name)
    return {area: found[area] for area in sorted(found)}


def _titles() -> Iterator[tuple[str, str]]:
    """What the rules are called: a name of ours, not the law's words."""
    for file in sorted((SOURCE / "packs").glob("*/articles.yaml")):
        for line in TITLE.findall(file.read_text("utf-8")):
            yield str(yaml.safe_load(line)), file.relative_to(SOURCE).as_posix()


def _sources() -> Iterator[tuple[str, str, bytes]]:
    for file in sorted(SOURCE.rglob("*.py")):
        path = file.relative_to(SOURCE)
        if not any(path.is_relative_to(each) for each in SILENT):
            yield _area(path), path.as_posix(), file.read_bytes()
    if not settings.configured:
        settings.configure()
        django.setup()
    for file in sorted(PAGES.rglob("*.html")):
        path = file.relative_to(SOURCE)
        text = templatize(file.read_text("utf-8"), origin=path.as_posix())
        yield _area(path.relative_to("web/templates")), path.as_posix(), text.encode()


def _area(path: Path) -> str:
    if path.parts[0] == "web":
        path = path.relative_to("web")
        return path.parts[0] if len(path.parts) > 1 else "frame"
    if path.suffix == ".html":
        return path.parts[0] if len(path.parts) > 1 else "frame"
    return "core"
