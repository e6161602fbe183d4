"""A kind against its genus, an address against a place above it, a place against a wider one."""

from qingzhuang.language import gettext as _
from qingzhuang.match.lexicon import Lexicon
from qingzhuang.match.outcome import Outcome, narrower
from qingzhuang.match.slots import Slots

LADDER = ("place.group", "place.hamlet", "place.village_group", "place.grid", "house.community", "place.village", "place.town", "place.county", "place.city", "place.province")  # fmt: skip

_REGISTERED = "person.hukou_addr"


def kind(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """手机号 is narrower than 联系电话."""
    if a.concept is None or b.concept is None or a.rest or b.rest or a.quantity or b.quantity:
        return None
    if b.concept not in lexicon.broader(a.concept):
        return None
    return narrower(_("{a}是{b}的一种。").format(a=a.text, b=b.text))


def address(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """An address lies in the village or town; where somebody is registered, in those of his registration."""
    if (
        a.concept not in lexicon.policy.addresses
        or b.concept not in lexicon.policy.places_above
        or a.rest
        or b.rest
        or (a.concept == _REGISTERED and a.listing and b.listing and "户" not in b.text)
    ):
        return None
    return narrower(_("{a}写到门牌，{b}只到那一级。").format(a=a.text, b=b.text))


def place(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """A village lies in its town."""
    if a.concept not in LADDER or b.concept not in LADDER or a.rest or b.rest:
        return None
    if LADDER.index(a.concept or "") >= LADDER.index(b.concept or ""):
        return None
    return narrower(_("{a}在{b}之内。").format(a=a.text, b=b.text))
