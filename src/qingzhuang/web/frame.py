"""What stands around every page: who is here, which rooms there are, which one this is."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from qingzhuang.language import later
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.web.access import is_example, taken_seat

_ROOMS: dict[Role, tuple[tuple[str, str], ...]] = {
    Role.POST: (("desk", later("今天")), ("ledger", later("台账"))),
    Role.ISSUER: (("gate", later("送出前")),),
    Role.OVERSEER: (("board", later("看板")), ("waiting", later("准入"))),
    Role.ADMIN: (("admin", later("单位和账号")), ("review", later("对一对"))),
}
_EVERYBODY = (("rules", later("规则")),)


@dataclass(frozen=True, slots=True)
class Room:
    """One room in the navigation."""

    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Chair:
    """In the example township: a seat that anybody may try."""

    role: str
    who: str
    what: str


_TRY = (
    Chair(Role.POST, later("柳湾村"), later("看今天几件事，答几问，交一张表")),
    Chair(Role.ISSUER, later("县民政局"), later("发表以前，先看哪些栏已有人报过")),
    Chair(Role.OVERSEER, later("县减负办"), later("看各家的表一个月要基层几小时")),
    Chair(Role.ADMIN, later("管理员"), later("看单位、账号和谁做过什么")),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The seat taken (None: nobody is signed in) and the rooms that it opens; `chairs` only in the example township."""

    seat: Seat | None
    rooms: tuple[Room, ...]
    home: str
    chairs: tuple[Chair, ...] = ()


def frame(request: HttpRequest) -> dict[str, Frame]:
    """Give templates the frame of this request."""
    seat = taken_seat(request)
    own = _ROOMS.get(seat.role, ()) if seat else ()
    rooms = tuple(_room(request, name, word) for name, word in (*own, *_EVERYBODY))
    return {"frame": Frame(seat, rooms, first_room(seat.role) if seat else reverse("home"), _chairs())}


def _chairs() -> tuple[Chair, ...]:
    return _TRY if is_example() else ()


def first_room(role: Role) -> str:
    """Where a role arrives."""
    rooms = _ROOMS.get(role, ())
    return reverse(rooms[0][0]) if rooms else reverse("home")


def _room(request: HttpRequest, name: str, word: str) -> Room:
    href = reverse(name)
    return Room(word, href, request.path.startswith(href))
