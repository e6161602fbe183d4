"""Brings a text to one spelling without losing where each letter stood: widths, letter case, quotes, invisible marks,
traditional letters, lines broken in mid-sentence."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from qingzhuang.check.text.lexicon import table

_INVISIBLE = (
    "[\u0000-\u0008\u000d\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]+"
)
_HIDDEN = re.compile(_INVISIBLE)
_DROP = re.compile(
    _INVISIBLE
    + r"|(?<=[\u4e00-\u9fff]) (?=[0-9a-z])|(?<=[0-9a-z%]) (?=[\u4e00-\u9fff])"
    + r"|(?<=[\u4e00-\u9fff,]{24})\n(?=[\u4e00-\u9fff])(?![一二三四五六七八九十]{1,3}[、是])"
)
_PICTURE = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff]")
_QUOTED = re.compile(r'"([^"\n]{1,400})"')


@dataclass(frozen=True, slots=True)
class Normal:
    """`text` in one spelling; `origin(i)` is where its letter i stood. `_at` and `_shift` say after which place how many
    letters were left out before it."""

    text: str
    _at: tuple[int, ...]
    _shift: tuple[int, ...]

    def origin(self, position: int) -> int:
        """Offset in the text as given of the letter at this place."""
        index = bisect_right(self._at, position) - 1
        return position + (self._shift[index] if index >= 0 else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text as given of a stretch that is not empty."""
        return self.origin(start), self.origin(end - 1) + 1


@cache
def _letters() -> dict[int, str]:
    letters = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    letters |= {ord(capital): capital.lower() for capital in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    letters |= {code: letters.get(ord(char), char).lower() for code, char in letters.items()}
    letters |= {0xFF21 + index: chr(0x61 + index) for index in range(26)}
    letters |= dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
    letters |= dict.fromkeys((0x09, 0xA0, 0x3000, *range(0x2000, 0x200B), 0x202F, 0x205F), " ")
    letters |= {ord(a): b for a, b in zip("「『﹁﹃」』﹂﹄〝〞", "““““””””“”", strict=True)}
    letters |= {
        ord("﹣"): "-",
        ord("％"): "%",
        ord("﹪"): "%",
        ord("｡"): "。",
        ord("､"): "、",
        0xFF02: '"',
    }
    letters |= {ord(pair[0]): pair[1] for pair in table("letters")["pairs"].split()}
    return letters


@cache
def _forms() -> tuple[dict[int, str], ...]:
    back: dict[str, list[str]] = {str(digit): [chr(0xFF10 + digit)] for digit in range(10)}
    for pair in table("letters")["pairs"].split():
        back.setdefault(pair[1], []).append(pair[0])
    return tuple(
        {ord(letter): kinds[min(at, len(kinds) - 1)] for letter, kinds in back.items()} for at in range(3)
    )


def spellings(word: str) -> set[str]:
    """The word in traditional letters and wide digits, as far as the table knows them; a letter may have several forms."""
    return {word.translate(form) for form in _forms()}


def hidden(text: str) -> bool:
    """Whether marks that no one sees stand in the text."""
    return _HIDDEN.search(text) is not None


def normalise(text: str) -> Normal:
    """Bring a text to one spelling. Linear in its length; never raises."""
    spelt = _PICTURE.sub(",", text.replace("\r\n", "\u0000\n").replace("\r", "\n").translate(_letters()))
    if '"' in spelt:
        spelt = _QUOTED.sub(r"“\1”", spelt)
    return _without(spelt)


def _without(text: str) -> Normal:
    pieces: list[str] = []
    at: list[int] = []
    shift: list[int] = []
    done = length = 0
    for found in _DROP.finditer(text):
        pieces.append(text[done : found.start()])
        length += found.start() - done
        done = found.end()
        at.append(length)
        shift.append(done - length)
    if not pieces:
        return Normal(text, (), ())
    pieces.append(text[done:])
    return Normal("".join(pieces), tuple(at), tuple(shift))
