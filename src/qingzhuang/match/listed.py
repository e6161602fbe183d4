"""What a title tells of a label: whom the form lists, and so whose category 对象类别 is."""

import re
from dataclasses import replace

from qingzhuang.match.lexicon import Kind, Lexicon
from qingzhuang.match.reading import Reading
from qingzhuang.match.title import Title

COVERED = 0.6
_CATEGORY = "person.category"
_TAILS = {"对象类别": "类别", "对象类型": "类型", "人员类别": "类别", "人员类型": "类型"}
_BARE = ("类别", "类型", "等级", "级别")
# What else may stand in the title of a list of nobody but these people.
_AROUND = re.compile(r"最低生活保障|持证|在册|城乡|农村|城镇|全镇|全村|各村|享受|家庭|对象|人员|户|的")


def covered(text: str, listed: str) -> float:
    """The share of the text's characters that stand in the title in the same order."""
    position, hits = 0, 0
    for char in text:
        found = listed.find(char, position)
        if found >= 0:
            hits, position = hits + 1, found + 1
    return hits / len(text) if listed else 0.0


def of_listed(reading: Reading, parents: tuple[Reading, ...], title: Title, lexicon: Lexicon) -> Reading:
    """对象类别 in a list of 优抚对象 is 优抚对象类别, where that is a word and the only one; not another person's.
    A bare 类别 is, where the title names nothing but these people."""
    bare = not parents and reading.plain.core in _BARE
    tail = reading.plain.core if bare else _TAILS.get(reading.plain.core)
    if tail is None or reading.role is not None or any(each.role is not None for each in parents):
        return reading
    found = {
        word.value
        for people in (*title.people, *(value for name, value in title.qualifiers if name == "scheme"))
        if not bare or not _AROUND.sub("", title.listed.replace(people, ""))
        for word in lexicon.words.get(people + tail, ())
        if word.kind is Kind.CONCEPT
    } - {_CATEGORY}
    return replace(reading, options=tuple(found), generic=False) if len(found) == 1 else reading
