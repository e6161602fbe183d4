"""How the cells of a page look (CSS 2.1, as far as it tells a label from a field): classes, tags, attributes, inline styles."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from lxml import html

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SIMPLE = re.compile(r"^(?:[a-z0-9]*)(?:\.[\w-]+)?$", re.IGNORECASE)
_SIZE = re.compile(r"([\d.]+)\s*(pt|px)")
_COLOUR = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b|rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)", re.IGNORECASE)
_WHITE = ("white", "#fff", "#ffffff", "transparent", "none", "inherit", "auto")
_BOLD = ("bold", "bolder", "600", "700", "800", "900")
_NO_LINE = re.compile(r"\bnone\b|\bhidden\b|(?<![\d.])0(?:px|pt)?(?![\d.])")
_POINTS = 0.75  # of a pixel
_MOST_CSS = 1 << 20


@dataclass(frozen=True, slots=True)
class Look:
    """None means: not said here."""

    bold: bool | None = None
    red: bool | None = None
    filled: bool | None = None
    bordered: bool | None = None
    centred: bool | None = None
    size: float | None = None
    hidden: bool | None = None

    def over(self, other: "Look") -> "Look":
        """Return this look, completed by another where it says nothing."""
        own = {each.name: getattr(self, each.name) for each in fields(self)}
        return Look(**{name: getattr(other, name) if said is None else said for name, said in own.items()})


NOTHING = Look()


def rules_of(root: html.HtmlElement) -> Mapping[str, Look]:
    """Return the looks that a page's style sheets give to tags ("td"), classes (".xl65") and both ("td.xl65")."""
    text = "\n".join(str(each.text or "") for each in root.iter("style"))[:_MOST_CSS]
    found: dict[str, Look] = {}
    for selectors, body in _RULE.findall(_COMMENT.sub(" ", text)):
        look = look_of_css(body)
        for selector in selectors.split(","):
            name = selector.strip().lower()
            if name and _SIMPLE.match(name):
                found[name] = look.over(found.get(name, NOTHING))
    return found


def look_of(element: html.HtmlElement, rules: Mapping[str, Look]) -> Look:
    """Return what is said of one element itself: inline, by class, by attribute, by tag."""
    tag = element.tag.lower() if isinstance(element.tag, str) else ""
    look = look_of_css(str(element.get("style", "")))
    for name in str(element.get("class", "")).lower().split():
        look = look.over(rules.get(f"{tag}.{name}", NOTHING)).over(rules.get(f".{name}", NOTHING))
    return look.over(_attributes(element, tag)).over(rules.get(tag, NOTHING))


def look_of_css(css: str) -> Look:
    """Return what declarations say."""
    said = dict(_declarations(css.lower()))
    weight, colour = said.get("font-weight"), said.get("color")
    fill = said.get("background-color") or said.get("background")
    size = _SIZE.search(said.get("font-size", ""))
    align = said.get("text-align")
    return Look(
        bold=None if weight is None else weight in _BOLD,
        red=None if colour is None else is_red(colour),
        filled=None if fill is None else not fill.startswith(_WHITE),
        bordered=_bordered(said),
        centred=None if align is None else "center" in align,
        size=float(size[1]) * (_POINTS if size[2] == "px" else 1)
        if size and size[1].count(".") < 2
        else None,
        hidden=True if said.get("display") == "none" or said.get("visibility") == "hidden" else None,
    )


def is_red(colour: str) -> bool:
    """Tell whether a colour is a red that marks what must be filled in."""
    if colour.strip() == "red":
        return True
    found = _COLOUR.search(colour)
    if found is None:
        return False
    digits = found[1]
    if digits:
        whole = digits if len(digits) == 6 else "".join(each * 2 for each in digits)
        red, green, blue = bytes.fromhex(whole)
    else:
        red, green, blue = (int(found[place]) for place in (2, 3, 4))
    return red >= 0xC0 and green < 0x60 and blue < 0x60


def _declarations(css: str) -> Iterator[tuple[str, str]]:
    for each in css.split(";"):
        name, colon, value = each.partition(":")
        if colon:
            yield name.strip(), value.strip()


def _bordered(said: Mapping[str, str]) -> bool | None:
    lines = [
        value
        for name, value in said.items()
        if name.startswith("border")
        and not name.startswith(("border-collapse", "border-spacing", "border-color"))
    ]
    return any(not _NO_LINE.search(value) for value in lines) if lines else None


def _attributes(element: html.HtmlElement, tag: str) -> Look:
    align, colour, fill = element.get("align"), element.get("color"), element.get("bgcolor")
    return Look(
        bold=True if tag in {"th", "b", "strong"} else None,
        red=None if colour is None else is_red(str(colour).lower()),
        filled=None if fill is None else not str(fill).lower().startswith(_WHITE),
        centred=str(align).lower() == "center" if align is not None else (True if tag == "th" else None),
        hidden=True if element.get("hidden") is not None else None,
    )
