"""A kind against its genus, an address against a place above it, a place against a wider one."""

import re

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, narrower
from qingzhuang.match.rules.titled import topic
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots

LADDER = ("place.group", "place.hamlet", "place.village_group", "place.grid", "house.community", "place.village", "place.town", "place.county", "place.city", "place.province")  # fmt: skip

_PLACED = ("organisation", "place", "thing", "act")
_HEADER = re.compile(r"^(?:所在)?(?:位置|地址|坐落|所在地|住址)/?$")
_DOWN_TO = re.compile(r"^\((?:到|至|精确到|具体到)?[\u4e00-\u9fff]*[村组号户镇乡][\u4e00-\u9fff]*\)$")
_ADDRESS = re.compile(r"(?:地址|住址|坐落|位置|地点)$")
_OTHER = re.compile(
    r"户籍|户口|原|迁|转|单位|公司|学校|务工|就业|流出|流入|火化|就医|存放|通信|通讯|事故|发证|开户|注册|服务|联系|收货|发货|目的|出发|负责|责任|会议|活动"
)
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
        b.concept not in lexicon.policy.places_above
        or not (_is_address(a, lexicon) or _is_own_place(a, b, lexicon))
        or (b.rest and not _HEADER.match(b.rest))
        or (a.concept == _REGISTERED and a.listing and b.listing and "户" not in b.text)
    ):
        return None
    return narrower(_("{a}写到门牌，{b}只到那一级。").format(a=a.text, b=b.text))


def _is_address(a: Slots, lexicon: Lexicon) -> bool:
    """A known address, whatever it says of how far down it goes."""
    known = a.concept in lexicon.policy.addresses
    return known and (not a.rest or _DOWN_TO.match(a.rest) is not None)


def _is_own_place(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """An address of unknown words, in two forms about one thing: the row's own, nobody's home or office."""
    own = a.concept is None and not a.quantity and not a.nonfact and a.group in _PLACED
    if not own or not _ADDRESS.search(a.text) or _OTHER.search(a.text):
        return False
    return a.listing == b.listing or bool(topic(a, lexicon) & topic(b, lexicon))


def place(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """A village lies in its town."""
    if a.concept not in LADDER or b.concept not in LADDER or a.rest or b.rest:
        return None
    if LADDER.index(a.concept or "") >= LADDER.index(b.concept or ""):
        return None
    return narrower(_("{a}在{b}之内。").format(a=a.text, b=b.text))
