"""What stands together in a check point's sentence: things, whose and where they are, and what is checked of them."""

from dataclasses import dataclass, field

from qingzhuang.match.checklist.figures import Figure
from qingzhuang.match.checklist.segment import Token
from qingzhuang.match.checklist.words import Sort


@dataclass(slots=True)
class Clause:
    """Things with what is said of all of them. An aspect is (id, good as written, denied)."""

    things: list[str] = field(default_factory=list)
    of: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    aspects: list[tuple[str, bool | None, bool]] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    yearly: list[float] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    asked: bool = False
    exists: bool = False
    denied: bool = False
    leading: bool = False  # what is checked stood before the thing: 配备灭火器
    rest: str = ""

    @property
    def says(self) -> bool:
        """Whether anything is checked in it."""
        return bool(self.aspects or self.figures or self.yearly or self.times)


_GOES_ON = (Sort.JOIN, Sort.THING)
_OWNERS = (Sort.THING, Sort.EXISTS, Sort.PLACE)


class Clauses:
    """Takes a sentence's words one by one. A clause that names no thing speaks of the one before it."""

    def __init__(self, asked: bool) -> None:
        self.done: list[Clause] = []
        self._asked = asked
        self._now = Clause(asked=asked)
        self._last = Sort.BREAK
        self._denies = False

    def take(self, token: Token) -> None:
        """Take the next word."""
        sort = token.word.sort
        if sort in _TAKERS:
            _TAKERS[sort](self, token)
        if sort not in (Sort.IDLE, Sort.ASKED):
            self._last = sort

    def end(self) -> list[Clause]:
        """Return the clauses; those without a thing of their own get the one before."""
        self._close()
        for before, each in zip(self.done, self.done[1:], strict=False):
            if not each.things:
                each.things, each.of = before.things, before.of
                each.people = each.people or before.people
            each.places = each.places or before.places
        return self.done

    def _close(self) -> None:
        now = self._now
        if now.things or now.people or now.places or now.says or now.rest:
            self.done.append(now)
        self._now = Clause(asked=self._asked)
        self._denies = False

    def thing(self, token: Token) -> None:
        """A thing begins a clause where one is complete; it joins others, belongs to what stands just before it,
        or is what a verb speaks of (船舶配备救生衣)."""
        now, name = self._now, token.word.name
        object_ = now.things and self._last is Sort.ASPECT
        if now.things and now.says and not object_ and not (now.leading and self._last in _GOES_ON):
            self._close()
            now = self._now
        if now.says and (object_ or not now.things):
            now.leading = True
        if now.things and (object_ or self._last in _OWNERS):
            now.of, now.things = now.things, []
        now.things.append(name)
        if not now.aspects:
            now.denied = self._denies

    def person(self, token: Token) -> None:
        """Somebody whose thing it is, or who is to know or do it."""
        if self._now.says and self._now.things and not self._now.leading:
            self._close()
        self._now.people.append(token.word.name)

    def place(self, token: Token) -> None:
        """Where."""
        self._now.places.append(token.word.name)

    def aspect(self, token: Token) -> None:
        """What is checked. After 配备灭火器 another one begins a clause."""
        if self._now.leading and self._now.things:
            denies = self._denies and self._last is Sort.DENIED
            self._close()
            self._denies = denies
        self._now.aspects.append((token.word.name, token.word.good, self._denies))

    def figure(self, token: Token) -> None:
        """A figure of what the clause speaks of."""
        if token.figure:
            self._now.figures.append(token.figure)

    def period(self, token: Token) -> None:
        """How often a year."""
        self._now.yearly.append(token.number)

    def times(self, token: Token) -> None:
        """How many times."""
        self._now.times.append(token.number)

    def exists(self, token: Token) -> None:
        """有, 有无."""
        del token
        self._now.exists = True

    def asks(self, token: Token) -> None:
        """是否."""
        del token
        self._now.asked = True

    def deny(self, token: Token) -> None:
        """A denial reaches over an enumeration."""
        del token
        self._denies = True

    def turn(self, token: Token) -> None:
        """且 ends a denial."""
        del token
        self._denies = False

    def stop(self, token: Token) -> None:
        """A comma ends a denial, and the clause where something was checked."""
        del token
        self._denies = False
        if self._now.says:
            self._close()

    def unknown(self, token: Token) -> None:
        """Words that nobody knows are kept."""
        self._now.rest += token.text


_TAKERS = {
    Sort.THING: Clauses.thing, Sort.PERSON: Clauses.person, Sort.PLACE: Clauses.place, Sort.ASPECT: Clauses.aspect,
    Sort.FIGURE: Clauses.figure, Sort.PERIOD: Clauses.period, Sort.TIMES: Clauses.times, Sort.EXISTS: Clauses.exists,
    Sort.ASKED: Clauses.asks, Sort.DENIED: Clauses.deny, Sort.TURN: Clauses.turn, Sort.BREAK: Clauses.stop,
    Sort.UNKNOWN: Clauses.unknown,
}  # fmt: skip
