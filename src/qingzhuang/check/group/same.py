"""Is it the same notice again? Only wrapping may differ: greetings, 转发, 收到请回复, a particle. A changed number, date or
noun is another duty, however alike the texts are."""

import re
import unicodedata
import zlib
from collections import defaultdict
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

_FACE = re.compile(r"\[[^\[\]]{1,6}\]|[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200b-\u200f]")
_CALL = re.compile(r"@[^\s@,，:：。]{1,24}")
_HEAD = re.compile(
    r"(?:【?(?:转发?|通知|紧急通知|温馨提示|提醒|再次提醒|再提醒一下|重要)】?[:：]?|各位(?:领导|同事|同志|老师|家长|书记|网格员)?|大家|您好|你们?好|早上好|上午好|下午好|晚上好|好|辛苦了?|打扰了?)"
)
_TAIL = re.compile(
    r"(?:请?收到(?:后)?(?:的)?(?:请)?(?:回复|回)(?:一?下|收到|1)?|请?回复收到|收到扣1|谢谢(?:大家|配合|支持)?|辛苦(?:了|大家|各位)*|请?(?:互相|相互)转告|请?(?:大家)?(?:知悉|周知|知晓)|感谢(?:配合|支持)?)"
)
_MARKS = re.compile(r"(?<![0-9])[^\w%]+|[^\w%]+(?![0-9])|_")
_PARTICLES = frozenset("的地得了吧呢啊哦呀嘛请您")
_ALIKE = frozenset(
    frozenset(pair)
    for pair in ("已己", "未末", "日曰", "土士", "帐账", "登登", "像象", "做作", "入人", "候侯", "辩辨")
    if pair not in ("未末", "入人")
)
_ROUNDS = 6
_LONG = 2000
_GRAM = 4
_SKETCH = 8
_BUCKET = 64
SHORTEST = 10


def plain(text: str) -> str:
    """What a notice says without its wrapping, marks and faces."""
    text = unicodedata.normalize("NFKC", _CALL.sub(" ", _FACE.sub("", text))).casefold()
    text = _MARKS.sub("", text)
    for _round in range(_ROUNDS):
        head, tail = _HEAD.match(text), _ending(text)
        start, end = head.end() if head else 0, tail
        if (start, end) == (0, len(text)) or end - start < SHORTEST:
            break
        text = text[start:end]
    return text


def _ending(text: str) -> int:
    """Where the thanks and the request to confirm begin, at the end of the text."""
    for found in _TAIL.finditer(text, max(0, len(text) - 24)):
        if found.end() == len(text):
            return found.start()
    return len(text)


def same(first: str, second: str) -> bool:
    """Tell whether two texts (plain) are one notice: what differs is only particles or letters taken for each other."""
    if first == second:
        return True
    if max(len(first), len(second)) > _LONG:
        return False
    changes = [each for each in Levenshtein.opcodes(first, second) if each.tag != "equal"]
    if len(changes) > max(1, len(first) * 3 // 100):
        return False
    return all(
        _benign(first[each.src_start : each.src_end], second[each.dest_start : each.dest_end])
        for each in changes
    )


def _benign(old: str, new: str) -> bool:
    if len(old) > 1 or len(new) > 1:
        return False
    return frozenset(old + new) in _ALIKE or frozenset(old + new) <= _PARTICLES


@dataclass(slots=True)
class Board:
    """Every notice once, over all groups: the same notice has the same number."""

    texts: list[str] = field(default_factory=list[str])
    _exact: dict[str, int] = field(default_factory=dict[str, int])
    _near: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict[int, list[int]](list))

    def number(self, text: str) -> int:
        """The number of a notice's plain text."""
        known = self._exact.get(text)
        if known is None:
            known = self._exact[text] = self._like(text)
        return known

    def _like(self, text: str) -> int:
        sketch = _sketch(text)
        votes: defaultdict[int, int] = defaultdict(int)
        for each in sketch:
            for other in self._near[each]:
                votes[other] += 1
        for other, count in votes.items():
            if count >= 2 and same(self.texts[other], text):
                return other
        number = len(self.texts)
        self.texts.append(text)
        for each in sketch:
            if len(self._near[each]) < _BUCKET:
                self._near[each].append(number)
        return number


def _sketch(text: str) -> list[int]:
    """The smallest prints of its runs of four letters: texts that are alike share some. None for a very long text."""
    if len(text) > _LONG:
        return []
    grams = {text[at : at + _GRAM] for at in range(max(1, len(text) - _GRAM + 1))}
    return sorted(zlib.crc32(gram.encode("utf-8", "surrogatepass")) for gram in grams)[:_SKETCH]
