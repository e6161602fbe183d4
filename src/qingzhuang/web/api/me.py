"""Who one is at the machine door."""

from datetime import date

from ninja import Schema

from qingzhuang.language import later
from qingzhuang.web.api import routers
from qingzhuang.web.api.door import Called
from qingzhuang.web.api.parts import answers
from qingzhuang.web.api.shapes import UnitOut, unit_out


class MeOut(Schema):
    """Where this token sits, what it may do, until when."""

    unit: UnitOut
    role: str
    scope: str
    label: str
    expires_on: date


@routers.me.get("", response=answers(MeOut), summary=later("这个令牌坐在哪里"))
def me(request: Called) -> MeOut:
    """The token's own seat; nothing of the person who holds it."""
    token = request.auth.token
    return MeOut(
        unit=unit_out(token.seat.unit),
        role=token.seat.role.value,
        scope=token.scope.value,
        label=token.label,
        expires_on=token.expires_on,
    )
