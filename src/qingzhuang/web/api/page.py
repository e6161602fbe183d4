"""The description of the interface as a page: what may be asked, by whom, what may be answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.organisation import Role
from qingzhuang.model.problem import Problem
from qingzhuang.web.api.problems import every_one

_THINGS = ("me", "submissions", "subjects", "demands", "minutes")
WORDS = {Role.POST: later("岗位"), Role.ISSUER: later("发表单位"), Role.OVERSEER: later("减负办")}


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation; `takes` are its parameters and the fields of its body, `gives` the fields of its answer."""

    method: str
    path: str
    what: str
    whom: str
    takes: tuple[tuple[str, str], ...]
    gives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BookPage:
    """All that the template needs."""

    title: str
    version: str
    operations: tuple[Operation, ...]
    problems: tuple[Problem, ...]


def book_page(schema: Mapping[str, Any]) -> BookPage:
    """Lay out a description."""
    found = (
        (path, method, said) for path, methods in schema["paths"].items() for method, said in methods.items()
    )
    operations = tuple(
        _operation(method, path, said, schema) for path, method, said in sorted(found, key=_place)
    )
    return BookPage(schema["info"]["title"], schema["info"]["version"], operations, every_one())


def _place(found: tuple[str, str, Any]) -> tuple[int, int, str, bool]:
    """Lists before what stands in them, reading before writing."""
    path, method, _said = found
    parts = path.split("/")
    return _THINGS.index(parts[3]), len(parts), path, method != "get"


def _operation(method: str, path: str, said: Mapping[str, Any], schema: Mapping[str, Any]) -> Operation:
    asked = [(each["name"], each["in"]) for each in said["parameters"]]
    body: Mapping[str, Any] = next(iter(said.get("requestBody", {}).get("content", {}).values()), {})
    asked += [(name, "body") for name in _fields(body.get("schema", {}), schema)]
    good = next(answer for status, answer in said["responses"].items() if int(status) < 400)
    given: Mapping[str, Any] = next(iter(good.get("content", {}).values()), {})
    whom = _("、").join(str(WORDS[Role(each)]) for each in said["x-roles"])
    gives = tuple(_fields(given.get("schema", {}), schema))
    summary: str = said["summary"]
    return Operation(method.upper(), path, _(summary), whom, tuple(asked), gives)


def _fields(shape: Mapping[str, Any], schema: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of a shape's fields; of a list those of its items."""
    if "$ref" in shape:
        return _fields(schema["components"]["schemas"][shape["$ref"].rsplit("/", 1)[-1]], schema)
    found: Mapping[str, Any] = shape.get("properties", {})
    inner = found.get("items", {}).get("items")
    if inner is None:
        return tuple(found)
    return tuple(f"items.{name}" for name in _fields(inner, schema)) + tuple(
        each for each in found if each != "items"
    )
