"""Pictures taken on the way of a browser's test, only where a folder for them was asked for.

QZ_GUIDE_PICTURES: those that the guides show. QZ_PICTURES: every page, for people to look at."""

import io
import os
import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page

MOST_BYTES = 60 * 1024
_STILL = "*, *::before, *::after { caret-color: transparent !important; transition: none !important; }"


def picture(page: Page, name: str, at: Locator | None = None) -> None:
    """Take what a reader of a guide sees on the screen at a step; `at`: what stands at the top of it."""
    folder = os.environ.get("QZ_GUIDE_PICTURES")
    if not folder:
        return
    if at is not None:
        at.evaluate("each => window.scrollTo(0, each.getBoundingClientRect().top + window.scrollY - 24)")
    kept = _small(page.screenshot(style=_STILL))
    assert len(kept) <= MOST_BYTES, f"{name}: {len(kept)} bytes"
    _save(Path(folder) / f"{name}.webp", kept)


def whole(page: Page, who: str) -> None:
    """Keep the whole page as it lies before somebody, named by who looks, where, how wide and in what light."""
    folder = os.environ.get("QZ_PICTURES")
    if not folder:
        return
    size = page.viewport_size
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    place = re.sub(r"\W+", "-", page.url.split("/", 3)[3].split("?")[0]).strip("-") or "front"
    name = f"{who}-{place}-{size['width'] if size else 0}-{'dark' if dark else 'light'}"
    _save(Path(folder) / f"{name}.png", page.screenshot(full_page=True))


def _small(taken: bytes) -> bytes:
    kept = io.BytesIO()
    Image.open(io.BytesIO(taken)).convert("RGB").save(kept, "WEBP", quality=72, method=6)
    return kept.getvalue()


def _save(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
