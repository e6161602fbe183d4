"""Counts over the messages of one group, taken as they pass by: no message is kept, no member is told apart."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from qingzhuang.check.group.ended import ended
from qingzhuang.check.group.same import SHORTEST, Board, plain
from qingzhuang.check.text.exempt import named_event
from qingzhuang.law.calendar import Calendar
from qingzhuang.model.case import FactValue
from qingzhuang.model.chat import Message, MessageKind

_WORK = re.compile(
    r"请|务必|须|必须|要求|通知|报送|上报|提交|填|完成|参会|开会|会议|截止|之前|日前|@所有人|各村|各社区|各单位|各组|抓紧|尽快|落实|转发|打卡|接龙|学习"
    r"|(?:[点时日号]|点半|\d分|下班)(?:之|以)?前[^。！？\n]{0,4}(?:把|将)[^。！？\n]{1,40}(?:发|交|报|传)"
)
_ANSWER = re.compile(
    r"^(?:收到|好的?|ok|知道了|明白|谢谢|已[报填完阅交转]\S{0,6}|\d{1,3}|[+＋]1)[\s。!！,，~]*\S{0,8}$",
    re.IGNORECASE,
)
REPLIES = ("read_receipt", "reply_text", "jielong", "within_minutes")


@dataclass(slots=True)
class Tally:
    """`work` are messages that give work; `quiet` those of them outside office hours, `quiet_event` those that name an
    emergency (not held against anyone, and counted); `asks` by the kind of reply demanded; `repeats` notices sent
    again; `personal` messages with unmasked personal data, by kind; `members` how each on a list of members may be called,
    `owned` whether such a list names an owner."""

    name: str
    messages: int = 0
    work: int = 0
    dated: int = 0
    quiet: int = 0
    quiet_event: int = 0
    asks: Counter[str] = field(default_factory=Counter[str])
    repeats: int = 0
    notices: set[int] = field(default_factory=set[int])
    personal: Counter[str] = field(default_factory=Counter[str])
    senders: set[str] = field(default_factory=set[str])
    members: Sequence[Collection[str]] = ()
    owned: bool | None = None
    first: date | None = None
    last: date | None = None
    done: date | None = None
    done_line: int = 0
    _given: bool = False

    def add(self, message: Message, days: Calendar, board: Board) -> None:
        """Count a message."""
        self.messages += 1
        self._given = False
        if message.kind is MessageKind.SYSTEM:
            return
        self.senders.add(message.sender)
        if message.at:
            self.first = min(self.first or message.at.date(), message.at.date())
            self.last = max(self.last or message.at.date(), message.at.date())
        if message.kind is MessageKind.TEXT and not _ANSWER.match(message.text[:40]):
            self._text(message, days, board)

    def _text(self, message: Message, days: Calendar, board: Board) -> None:
        if message.at and ended(message.text):
            self.done, self.done_line = message.at.date(), message.line
        words = plain(message.text)
        if len(words) < SHORTEST or not _WORK.search(message.text):
            return
        self._work(message, days)
        number = board.number(words)
        self.repeats += number in self.notices
        self.notices.add(number)

    def ordered(self, message: Message, days: Calendar) -> None:
        """The message counted last orders something: it gives work, whatever its words and however short."""
        if not self._given:
            self._work(message, days)

    def _work(self, message: Message, days: Calendar) -> None:
        self.work += 1
        self._given = True
        quiet = days.quiet(message.at) if message.at else None
        self.dated += quiet is not None
        if quiet:
            event = bool(named_event(message.text))
            self.quiet_event += event
            self.quiet += not event

    def asked(self, replies: Iterable[FactValue]) -> None:
        """Count the kinds of reply that the message counted last demands, the strictest only."""
        demanded = set(replies)
        found = [each for each in REPLIES if each in demanded]
        if found:
            self.asks[found[-1]] += 1

    def posted(self, kinds: Iterable[str]) -> None:
        """Count a message with unmasked personal data of these kinds."""
        self.personal.update(set(kinds))
