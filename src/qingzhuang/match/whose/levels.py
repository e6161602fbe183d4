"""A label under its merged headers: which of them name the property together with it, which only name a topic."""

from dataclasses import replace

from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.normalise import normalise
from qingzhuang.match.wording.reading import Reading, read_label, read_text

_TOTAL = ("form.total",)
_JOINTS = frozenset("和与及、,/")


def with_parents(label: str, parent: str | None, lexicon: Lexicon) -> tuple[Reading, tuple[Reading, ...]]:
    """The label's reading, joined with its merged header where the leaf alone says too little (耕地/面积). `parent` holds
    the headers above from the outermost, with slashes between."""
    reading = read_label(label, lexicon)
    levels = [normalise(level, lexicon).core for level in (parent or "").split("/") if level.strip()]
    if levels and reading.role is None and not _own_name(reading):
        for joined in _joined(levels[-1], reading, lexicon):
            unit = reading.plain.unit or joined.plain.unit
            above = tuple(_read_level(level, reading, lexicon) for level in levels[:-1])
            return replace(joined, plain=replace(joined.plain, unit=unit)), above
    parents = tuple(_read_level(level, reading, lexicon) for level in levels)
    if parents and reading.options == _TOTAL and not reading.rest:
        whole = replace(reading.plain, core=parents[-1].plain.core + reading.plain.core)
        reading = replace(reading, options=(), total=True, plain=whole)
    if parents and _only_qualifies(reading):
        return _under(reading, parents[-1]), parents
    return reading, parents


def _joined(level: str, reading: Reading, lexicon: Lexicon) -> list[Reading]:
    """What header and label say in one breath: 耕地 + 面积, 残疾人证 + 证号, and the thing below its measure:
    播种面积 / 水稻."""
    core = reading.plain.core
    open_ = reading.generic or len(reading.options) != 1
    if open_:
        level = level.removesuffix(_tail(level, lexicon))
    found = [read_label(text, lexicon) for text in (_overlapping(level, core), level + core)]
    known = [each for each in found if each.options and not each.rest]
    told = [each for each in known if open_ or each.plain.core in lexicon.words]
    if told or reading.options or not core:
        return told[:1]
    turned = read_label(core + level, lexicon)
    return [turned] if turned.plain.core in lexicon.words and turned.options else []


def _overlapping(level: str, core: str) -> str:
    """残疾人证 over 证号 is 残疾人证号."""
    return level + core[1:] if core[:1] and level.endswith(core[:1]) else level + core


def _own_name(reading: Reading) -> bool:
    """姓名, 身份证号 under 户主 stay what they are, another person's; 面积 under 耕地 is part of one word."""
    return (
        reading.options[:1] in (("person.name",), ("person.id_no",), ("person.phone",))
        and not reading.generic
    )


def _only_qualifies(reading: Reading) -> bool:
    """男, 合计, 其中:女 say nothing alone: the merged header is the property."""
    return not (reading.options or reading.head or reading.rest or reading.role) and bool(
        reading.qualifiers or reading.total or reading.people or reading.times
    )


def _under(reading: Reading, parent: Reading) -> Reading:
    return replace(reading, options=parent.options, head=parent.head, rest=parent.rest)


def _read_level(level: str, leaf: Reading, lexicon: Lexicon) -> Reading:
    """A merged header or section. One that only names a topic (家庭基本情况) narrows nothing, but may name a subject."""
    tells = len(leaf.options) == 1 and not (leaf.generic or leaf.rest)
    if tells and (_is_topic(level, lexicon.topics) or _repeats(level, leaf)):
        return Reading(normalise("", lexicon))
    tail = _tail(level, lexicon)
    reading = read_text(level.removesuffix(tail), lexicon)
    topic = tail or level in lexicon.role_tails
    return replace(reading, rest="", options=(), head=None) if topic else reading


def _tail(level: str, lexicon: Lexicon) -> str:
    return next((tail for tail in lexicon.role_tails if level.endswith(tail) and level != tail), "")


def _is_topic(level: str, topics: frozenset[str]) -> bool:
    """Tell whether a header is made of words for topics alone: 所在地, 土地与住房. 户籍所在地 and 租用房屋 are none."""
    ends = {0}
    for end in range(1, len(level) + 1):
        if any(level[start:end] in topics or level[start:end] in _JOINTS for start in ends):
            ends.add(end)
    return len(level) > 1 and len(level) in ends and level[-1] not in _JOINTS


def _repeats(level: str, leaf: Reading) -> bool:
    """支出 over 经营支出 says nothing more."""
    return len(level) > 1 and leaf.plain.core.endswith(level)
