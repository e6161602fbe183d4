"""What cannot all be right, on the page: the pair, the chain, what to do, and a way back for each word."""

from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.match.grouping.rulings import Rulings, words
from qingzhuang.match.people.alarm import Against, Alarm, alarms
from qingzhuang.match.people.ground import Ground
from qingzhuang.match.people.steps import Step
from qingzhuang.match.people.told import named
from qingzhuang.model.review import Said
from qingzhuang.store.clock import CHINA


@dataclass(frozen=True, slots=True)
class Word:
    """What one person said; `number` only where whoever looks may take it back."""

    text: str
    number: int | None


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of the chain: from where to where, with what people said of it, or why the lexicon makes the two one."""

    a: str
    b: str
    words: tuple[Word, ...]
    why: str

    @property
    def pair(self) -> str:
        """Both in one line."""
        return _("{a} ~ {b}").format(a=self.a, b=self.b)


@dataclass(frozen=True, slots=True)
class AlarmCard:
    """One alarm; `a` and `b` are the two items with their forms."""

    pair: str
    a: str
    b: str
    why: str
    chain: tuple[StepLine, ...]
    words: tuple[Word, ...]
    cure: str


def alarm_cards(said: Rulings, ground: Ground, by: str) -> tuple[AlarmCard, ...]:
    """Lay alarms out for one person (`by` empty: for whoever looks after all). Nobody is shown another's word before his own:
    a dispute is seen by those who took part in it."""
    return tuple(_card(each, by) for each in alarms(said, ground) if not by or _concerns(each, by))


def _concerns(alarm: Alarm, by: str) -> bool:
    own = any(one.by == by for one in (*alarm.said, *(one for step in alarm.chain for one in step.said)))
    return own or alarm.against is Against.FORM


def _card(alarm: Alarm, by: str) -> AlarmCard:
    return AlarmCard(
        _("{a} ~ {b}").format(a=alarm.a.label, b=alarm.b.label),
        named(alarm.a),
        named(alarm.b),
        alarm.why,
        tuple(_step(each, by) for each in alarm.chain),
        tuple(_word(each, by) for each in alarm.said),
        alarm.cure,
    )


def _step(step: Step, by: str) -> StepLine:
    return StepLine(named(step.a), named(step.b), tuple(_word(each, by) for each in step.said), step.why)


def _word(said: Said, by: str) -> Word:
    text = _("{who} {day} 说：{reply}").format(
        who=said.who, day=f"{said.at.astimezone(CHINA):%Y-%m-%d}", reply=words(said.reply)
    )
    return Word(text, said.number if not by or said.by == by else None)
