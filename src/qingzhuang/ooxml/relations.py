"""Relations between parts of a package (ECMA-376 part 2, 6.5)."""

import posixpath
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from qingzhuang.ooxml.package import Package

if TYPE_CHECKING:
    from lxml import etree


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is the last word of the relation's type (worksheet, styles, comments …); `target` a part name without a
    leading slash, or a URL when `external`."""

    id: str
    kind: str
    target: str
    external: bool = False


def relations_part(part: str) -> str:
    """Return the name of the part that holds a part's relations; "" is the package itself."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(package: Package, part: str = "") -> tuple[Relation, ...]:
    """Return a part's relations in file order, none if it has no such part. Raises ProblemError QZ-R005."""
    name = relations_part(part)
    if not package.has(name):
        return ()
    return tuple(_relation(element, part) for element in package.xml(name).iterfind("{*}Relationship"))


def _relation(element: "etree._Element", part: str) -> Relation:
    target, external = element.get("Target", ""), element.get("TargetMode") == "External"
    target = target if external else _resolved(part, target)
    return Relation(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target, external)


@lru_cache(1 << 10)
def _resolved(part: str, target: str) -> str:
    """The part that a target means; most packages name theirs alike."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
