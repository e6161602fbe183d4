"""English is complete: whatever a page can say stands in the catalogues, translated, with the same places to fill."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from catalogue.messages import PAGES, messages

from qingzhuang.language.binding import HERE, bound

SAID = messages()
HAN = re.compile(r"[\u3400-\u9fff]+")
PLACE = re.compile(r"\{[^{}]*\}|%\(\w+\)s")
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
OWN = re.compile(r'lang="zh-Hans">[^<]*')  # what a language calls itself
TRANSLATED = re.compile(r"\{%\s*blocktranslate\b.*?\{%\s*endblocktranslate\s*%\}", re.DOTALL)


def _catalogue(area: str) -> dict[object, Message]:
    with (HERE / "en" / f"{area}.po").open("rb") as text:
        return {each.id: each for each in read_po(text, locale="en") if each.id}


def _texts(each: Message) -> Iterator[tuple[str, str]]:
    source = each.id[0] if isinstance(each.id, list | tuple) else each.id
    told = each.string if isinstance(each.string, list | tuple) else [each.string]
    yield from ((str(source), str(text or "")) for text in told)


@pytest.mark.parametrize("area", sorted(SAID))
def test_the_catalogue_is_in_step_with_the_source(area: str) -> None:
    """`python -m catalogue` brings it there."""
    assert set(_catalogue(area)) == set(SAID[area])


@pytest.mark.parametrize("area", sorted(SAID))
def test_every_message_of_an_area_is_in_english(area: str) -> None:
    left = [each.id for each in _catalogue(area).values() if not all(text for _, text in _texts(each))]
    assert not left


@pytest.mark.parametrize("area", sorted(SAID))
def test_a_translation_fills_the_same_places(area: str) -> None:
    for each in _catalogue(area).values():
        for source, text in _texts(each):
            if text:
                assert _places(text) == _places(source), source
            assert not HAN.search(re.sub(r"“[^”]*”|《[^》]*》|轻装", "", text)), text


def _places(text: str) -> set[str]:
    return {each.strip("{}").split(":")[0].split("!")[0] for each in PLACE.findall(text)}


def test_one_message_has_one_translation() -> None:
    found: dict[object, set[str]] = {}
    for area in SAID:
        for each in _catalogue(area).values():
            found.setdefault(each.id, set()).update(text for _, text in _texts(each) if text)
    assert not {
        message: texts for message, texts in found.items() if len(texts) > 1 and isinstance(message, str)
    }


@pytest.mark.parametrize(
    "file", sorted(PAGES.rglob("*.html")), ids=lambda file: f"{file.parent.name}/{file.name}"
)
def test_no_template_says_a_word_that_cannot_be_translated(file: Path) -> None:
    said = OWN.sub("", TAG.sub("", TRANSLATED.sub("", file.read_text("utf-8"))))
    assert not HAN.findall(said)


def test_what_is_bound_is_what_is_read() -> None:
    """The binary catalogue is made when the package is installed; `python -m catalogue` makes it anew."""
    assert (HERE / "locale" / "en" / "LC_MESSAGES" / "django.mo").read_bytes() == bound("en")
