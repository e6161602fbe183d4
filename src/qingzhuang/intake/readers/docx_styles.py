"""What a Word document's styles say about looks (ECMA-376 part 1, 17.7): only what tells a label from a field."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from qingzhuang.ooxml.word import Element, is_on, value, w


@dataclass(frozen=True, slots=True)
class Look:
    """None means: not said here, ask the next one."""

    bold: bool | None = None
    colour: str | None = None
    size: float | None = None
    centred: bool | None = None
    bordered: bool | None = None

    def over(self, other: "Look") -> "Look":
        """Return this look, completed by another where it says nothing."""
        pairs = {each.name: (getattr(self, each.name), getattr(other, each.name)) for each in fields(self)}
        return Look(**{name: above if above is not None else below for name, (above, below) in pairs.items()})

    @property
    def red(self) -> bool:
        """Tell whether the colour is a red that marks what must be filled in."""
        if self.colour is None or len(self.colour) != 6:
            return False
        try:
            red, green, blue = bytes.fromhex(self.colour)
        except ValueError:
            return False
        return red >= 0xC0 and green < 0x60 and blue < 0x60


@dataclass(frozen=True, slots=True)
class Styles:
    """Looks by style id, with what they are based on worked in; `paragraph` and `table` are the defaults."""

    looks: Mapping[str, Look]
    paragraph: Look
    table: Look

    def named(self, name: str | None) -> Look:
        """Return the look of a style, an empty one if it is unknown."""
        return self.looks.get(name or "", Look())


def look_of(holder: Element | None) -> Look:
    """Return what an element's own rPr, pPr and tblPr say; `holder` is a run, paragraph, table or style."""
    if holder is None:
        return Look()
    size, align = value(holder, "rPr", "sz"), value(holder, "pPr", "jc")
    return Look(
        bold=None if value(holder, "rPr", "b") is None else is_on(holder, "rPr", "b"),
        colour=value(holder, "rPr", "color"),
        size=int(size) / 2 if size and size.isdecimal() and len(size) < 5 else None,
        centred=None if align is None else align == "center",
        bordered=_borders(holder.find(f"{w('tblPr')}/{w('tblBorders')}")),
    )


def read_styles(root: Element | None) -> Styles:
    """Return the styles of a styles part; without one everything is undecided."""
    if root is None:
        return Styles({}, Look(), Look())
    sources = {each.get(w("styleId"), ""): each for each in root.iterfind(w("style"))}
    looks = {name: _chain(name, sources) for name in sources}
    defaults = {each.get(w("type")): name for name, each in sources.items() if each.get(w("default")) == "1"}
    basis = look_of(root.find(f"{w('docDefaults')}/{w('rPrDefault')}"))
    return Styles(
        looks,
        paragraph=looks.get(defaults.get("paragraph", ""), Look()).over(basis),
        table=looks.get(defaults.get("table", ""), Look()),
    )


def _chain(name: str | None, sources: Mapping[str, Element]) -> Look:
    look, seen = Look(), set[str]()
    while name and name in sources and name not in seen:
        seen.add(name)
        look = look.over(look_of(sources[name]))
        name = value(sources[name], "basedOn")
    return look


def _borders(borders: Element | None) -> bool | None:
    if borders is None:
        return None
    return any(each.get(w("val")) not in ("nil", "none", None) for each in borders)
