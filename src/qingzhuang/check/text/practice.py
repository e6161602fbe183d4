"""What a text demands: one practice with its place, its kind of thing, its facts and the reasons for reading it so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qingzhuang.model.case import CaseKind, Exemption, FactValue


class Label(StrEnum):
    """The eleven practices that a text may order."""

    FORCED_INSTALL = "forced_install"
    CHECKIN_RELAY = "checkin_relay"
    POINTS_RANKING = "points_ranking"
    ONLINE_TIME = "online_time"
    LIKES_FORWARDS = "likes_forwards"
    INSTANT_REPLY = "instant_reply"
    TRACE_UPLOAD = "trace_upload"
    DUPLICATE_REPORTING = "duplicate_reporting"
    RANKING_BULLETIN = "ranking_bulletin"
    QUIZ_QUOTA = "quiz_quota"
    SUMMON_PENALTY = "summon_penalty"


class Stance(StrEnum):
    """In whose voice a practice stands in a text. Only a demand puts the duty on someone now."""

    DEMAND = "demand"
    BAN = "ban_or_policy"
    QUOTED = "regulation_quoted"
    REPORT = "report"
    PROUD = "report_promotional"
    COMPLAINT = "complaint_or_quote"
    EMERGENCY = "emergency_exempt"
    ORDINARY = "ordinary_work"
    VOLUNTARY = "voluntary"
    ADVICE = "official_reply_or_advice"


@dataclass(frozen=True, slots=True)
class Practice:
    """`start`..`end` are offsets into the text as given and cover the words that carry the duty; `facts` go by the names
    of the rules' facts; `why` names what was seen, in the order it was weighed; `exemption` a named event that
    covers the act (then `stance` is not a demand)."""

    label: Label
    start: int
    end: int
    text: str
    kind: CaseKind
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    stance: Stance = Stance.DEMAND
    why: tuple[str, ...] = ()
    exemption: Exemption | None = None
