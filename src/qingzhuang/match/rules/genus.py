"""A kind against its genus, an address against a place above it, a place against a wider one."""

from qingzhuang.language import gettext as _
from qingzhuang.match.lexicon import Lexicon
from qingzhuang.match.outcome import Outcome, narrower
from qingzhuang.match.slots import Slots

_LADDER = ("place.group", "place.hamlet", "place.village_group", "place.grid", "house.community", "place.village", "place.town", "place.county", "place.city", "place.province")  # fmt: skip


def kind(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """手机号 is narrower than 联系电话."""
    if a.concept is None or b.concept is None or a.rest or b.rest or a.quantity or b.quantity:
        return None
    if b.concept not in lexicon.broader(a.concept):
        return None
    return narrower(_("{a}是{b}的一种。").format(a=a.text, b=b.text))


def address(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """An address lies in the village or town."""
    if (
        a.concept not in lexicon.policy.addresses
        or b.concept not in lexicon.policy.places_above
        or a.rest
        or b.rest
    ):
        return None
    return narrower(_("{a}写到门牌，{b}只到那一级。").format(a=a.text, b=b.text))


def place(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """A village lies in its town."""
    if a.concept not in _LADDER or b.concept not in _LADDER or a.rest or b.rest:
        return None
    if _LADDER.index(a.concept or "") >= _LADDER.index(b.concept or ""):
        return None
    return narrower(_("{a}在{b}之内。").format(a=a.text, b=b.text))
