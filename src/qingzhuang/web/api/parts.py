"""What all answers share: a part of a list, the version that one has seen, words that come in."""

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest
from ninja import Header, Path, Query, Schema
from pydantic import AfterValidator, ConfigDict, Field

from qingzhuang.language import later
from qingzhuang.privacy.shown import plain
from qingzhuang.web.api.problems import RefusedError, Trouble, no_version, stale

T = TypeVar("T")
R = TypeVar("R")
LAST = 2**63 - 1
REFUSALS = frozenset((400, 401, 403, 404, 405, 409, 413, 422, 428, 429))


def _clean(text: str) -> str:
    return plain(text).strip()


Number = Annotated[int, Path(ge=1, le=LAST)]
Words = Annotated[str, Field(max_length=500), AfterValidator(_clean)]
Needed = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_clean)]
Version = Annotated[str | None, Header(alias="If-Match", max_length=80, description=later("看到的那一版"))]


class Sent(Schema):
    """What comes in: nothing but what is asked for."""

    model_config = ConfigDict(extra="forbid")


class Paging(Sent):
    """Which part of a list."""

    limit: Annotated[int, Field(ge=1, le=100)] = 50
    offset: Annotated[int, Field(ge=0, le=1_000_000)] = 0


Part = Annotated[Paging, Query()]


class Listed(Schema, Generic[T]):
    """A part of a list; `next` leads to the following one."""

    items: list[T]
    total: int
    next: str | None


def part_of(
    request: HttpRequest, part: Paging, found: Sequence[T], shown: Callable[[T], R]
) -> dict[str, Any]:
    """Return one part of a list."""
    ends = part.offset + part.limit
    asked = {**request.GET.dict(), "limit": part.limit, "offset": ends}
    return {
        "items": [shown(each) for each in found[part.offset : ends]],
        "total": len(found),
        "next": f"{request.path}?{urlencode(asked)}" if ends < len(found) else None,
    }


def answers(good: Any, status: int = 200) -> dict[Any, Any]:
    """What an operation may answer: this, or a problem."""
    return {status: good, REFUSALS: Trouble}


def version_of(*fields: object) -> str:
    """A short mark of a thing as it stands: it changes with these fields."""
    return hashlib.sha256(json.dumps([str(each) for each in fields]).encode()).hexdigest()[:16]


def seen(version: str | None) -> str:
    """Return what a change says that it has seen. Raises RefusedError when it says nothing."""
    said = (version or "").strip().removeprefix("W/").strip('"')
    if not said:
        raise RefusedError(428, no_version())
    return said


def require(version: str | None, now: str, where: str, *, yours: object, current: object) -> None:
    """Raise RefusedError with both values unless the version is the current one."""
    if seen(version) != now:
        raise RefusedError(409, stale(where), yours=yours, current=current)
