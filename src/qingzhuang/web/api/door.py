"""Who comes in: a token instead of a session, the roles that an operation serves, so many requests a minute."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest
from ninja.security import HttpBearer

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store import clock
from qingzhuang.store.organisation.tokens import Token, digest_of, token_of
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.api.problems import RefusedError, not_served, only_reads, too_fast

MINUTE = 60
MOST, MOST_WRONG = 600, 60  # requests a minute of one token; wrong tokens a minute from one address
_READS = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Pass:
    """Who came in."""

    token: Token

    @property
    def seat(self) -> Seat:
        """The seat in which the program sits."""
        return self.token.seat


class Called(HttpRequest):
    """A request that came in."""

    auth: Pass


class Bearer(HttpBearer):
    """Lets these roles in (none given: all)."""

    def __init__(self, *roles: Role) -> None:
        super().__init__()
        self.roles = frozenset(roles or Role)

    def authenticate(self, request: HttpRequest, token: str) -> Pass | None:
        """Find the token's seat. Raises RefusedError for one of another role, one that only reads, or too many requests."""
        found = token_of(token.strip(), clock.today())
        if found is None:
            _brake(f"wrong-{request.META.get('REMOTE_ADDR', '')}", MOST_WRONG)
            return None
        _brake(f"token-{found.number}", MOST)
        if found.seat.role not in self.roles:
            raise RefusedError(403, not_served(request.path))
        if request.method not in _READS and not found.writes:
            raise RefusedError(403, only_reads(request.path))
        return Pass(found)


def roles_of(doors: Iterable[object]) -> frozenset[Role]:
    """All roles that doors let in."""
    return frozenset(role for each in doors if isinstance(each, Bearer) for role in each.roles)


def note(request: Called, act: Act, thing: str, *, purpose: str = "", detail: str = "") -> None:
    """Leave a step on the trail: the seat's holder, and by which token."""
    leave(step_of(request, act, thing, purpose=purpose, detail=detail), clock.now())


def step_of(request: Called, act: Act, thing: str, *, purpose: str = "", detail: str = "") -> Step:
    """Return the step of an act: the seat's holder, and by which token."""
    seat, by = request.auth.seat, f"token {request.auth.token.number}"
    return Step(seat.holder, act, thing, seat.number, purpose=purpose, detail=f"{by} {detail}".strip()[:2000])


def _brake(name: str, most: int) -> None:
    """Count one more; raises RefusedError when that is too many."""
    key = f"api-{digest_of(name)[:24]}"
    cache.add(key, 0, MINUTE)
    try:
        so_far = cache.incr(key)
    except ValueError:  # ran out between the two
        return
    if so_far > most:
        raise RefusedError(429, too_fast())
