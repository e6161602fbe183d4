"""The passage round the words in question, cut to what one reads at a glance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qingzhuang.model.finding import Finding
from qingzhuang.privacy.shown import veiled

AROUND = 48
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `marked` are the words in question."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Extract:
    """One passage with its marks: all findings that lie in one paragraph of one text, and how each of them can be put."""

    where: str
    pieces: tuple[Piece, ...]
    count: int = 1
    rewrites: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words without the marks."""
        return "".join(each.text for each in self.pieces)


def extracts(findings: Sequence[Finding], text: str) -> tuple[Extract, ...]:
    """Passages of the findings that point into a text, in their order. A finding on a message carries its own text."""
    grouped: dict[tuple[str, str, int, int], list[Finding]] = {}
    for each in findings:
        whole = text or each.subject
        if not each.text or each.start is None or each.end is None:
            continue
        first = whole.rfind("\n", 0, each.start) + 1
        last = whole.find("\n", each.end)
        key = (each.where, whole, first, last if last >= 0 else len(whole))
        grouped.setdefault(key, []).append(each)
    return tuple(
        Extract(where, tuple(_pieces(whole, first, last, held)), len(held), _rewrites(held))
        for (where, whole, first, last), held in grouped.items()
    )


def _rewrites(held: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(veiled(each.rewrite) for each in held if each.rewrite))


def _pieces(whole: str, first: int, last: int, held: Iterable[Finding]) -> Iterable[Piece]:
    at = first
    for start, end in _joined((each.start or 0, each.end or 0) for each in held):
        lead = max(at, start - AROUND)
        if lead > at:
            yield Piece("…")
        if lead < start:
            yield Piece(veiled(whole[lead:start]))
        long = end - start > LONGEST
        yield Piece(veiled(whole[start : start + LONGEST]) + "…" if long else veiled(whole[start:end]), True)
        at = end
    tail = min(last, at + AROUND)
    if tail > at:
        yield Piece(veiled(whole[at:tail]) + ("…" if tail < last else ""))


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
