"""What must be answered about somebody in a year, and which questions could answer it: days are ordinals."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

FOR_GOOD = 9_999_999  # the last day of an answer that holds until somebody contradicts it
Until = Callable[[str, int], int]  # the last day on which an answer to a key, given on a day, serves


@dataclass(frozen=True, slots=True, order=True)
class Need:
    """`key` is wanted on `day`; an answer to any of `routes` gives it, if it was given by then and still holds. A figure as of a stated
    day is spelt with it (`model/thing.py`)."""

    key: str
    day: int
    routes: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Ask:
    """A question: `key` asked on `day` serves through `until`."""

    key: str
    day: int
    until: int

    def serves(self, need: Need) -> bool:
        """Tell whether its answer gives what is wanted."""
        return self.key in need.routes and self.day <= need.day <= self.until


@dataclass(frozen=True, slots=True)
class Part:
    """Needs that share questions with each other and with no other part. `asks` are all questions worth asking: one on an
    earlier day than the first need that it serves could wait until then and serve the same."""

    needs: tuple[Need, ...]
    asks: tuple[Ask, ...]

    @property
    def masks(self) -> tuple[int, ...]:
        """For each question the needs that it serves, as bits."""
        return tuple(_mask(each, self.needs) for each in self.asks)


def parts(needs: Iterable[Need], until: Until) -> Iterator[Part]:
    """Split the needs of one subject: those whose questions are never shared are solved apart."""
    left = sorted(set(needs))
    by_key: dict[str, list[int]] = {}
    for number, need in enumerate(left):
        for key in need.routes:
            by_key.setdefault(key, []).append(number)
    seen: set[int] = set()
    for number in range(len(left)):
        if number not in seen:
            together = _together(number, left, by_key)
            seen |= together
            mine = tuple(left[each] for each in sorted(together))
            yield Part(mine, tuple(_asks(mine, until)))


def _together(first: int, needs: Sequence[Need], by_key: dict[str, list[int]]) -> set[int]:
    found, todo = {first}, [first]
    while todo:
        for key in needs[todo.pop()].routes:
            new = [each for each in by_key.pop(key, ()) if each not in found]
            found.update(new)
            todo += new
    return found


def _asks(needs: Sequence[Need], until: Until) -> Iterator[Ask]:
    days: dict[tuple[str, int], None] = {}
    for need in needs:
        days.update(dict.fromkeys((key, need.day) for key in need.routes))
    for key, day in sorted(days):
        yield Ask(key, day, max(day, until(key, day)))


def _mask(ask: Ask, needs: Sequence[Need]) -> int:
    return sum(1 << number for number, need in enumerate(needs) if ask.serves(need))
