"""Why somebody who came by a provider stays outside, and the words for it."""

from enum import StrEnum

from qingzhuang.language import later


class Trouble(StrEnum):
    """What was in the way."""

    DOWN = "down"  # the provider does not answer
    NOT_BEGUN_HERE = "not_begun_here"  # no such way out is remembered in this browser
    SAID_NO = "said_no"  # refused over there
    UNPROVEN = "unproven"  # what came back does not hold
    NO_NAME = "no_name"  # the claim that names accounts is missing or unusable
    UNKNOWN = "unknown"  # nobody bound this identity
    CLOSED = "closed"  # the account is closed, or holds no seat today


class TroubleError(Exception):
    """Carries the trouble up to the page that says it."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


_STATUS = {Trouble.DOWN: 503}
_WORDS = {
    Trouble.DOWN: later("{name}这会儿连不上。过几分钟再点一次，或者用登录名和口令。"),
    Trouble.NOT_BEGUN_HERE: later("这一次没有接上，可能隔得太久，或者不是从这里点出去的。请再点一次。"),
    Trouble.SAID_NO: later("{name}那边没有同意，所以没有进来。要进来，请再点一次。"),
    Trouble.UNPROVEN: later("{name}回的话没有通过核对，所以没有进来。再点一次还这样，请告诉管理员。"),
    Trouble.NO_NAME: later("{name}没有说清您是谁，所以没有进来。请告诉管理员：看 QZ_OIDC_CLAIM 这一项。"),
    Trouble.UNKNOWN: later(
        "{name}认得您，这里还没有把您和账号绑在一起。请把下面这一串发给本单位的管理员，请他绑上。"
    ),
    Trouble.CLOSED: later("您的账号停用了，或者眼下没有岗位，所以没有进来。请找本单位的管理员。"),
}


def words(trouble: Trouble, name: str) -> str:
    """What the page says, by the provider's name."""
    return _WORDS[trouble].format(name=name)


def status(trouble: Trouble) -> int:
    """How the page answers."""
    return _STATUS.get(trouble, 403)
