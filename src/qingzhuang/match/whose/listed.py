"""What a form tells of a label: whom its title lists, and so whose category 对象类别 is; that its rows are households."""

import re
from dataclasses import replace

from qingzhuang.match.vocabulary.lexicon import Kind, Lexicon
from qingzhuang.match.whose.rows import Row
from qingzhuang.match.wording.reading import Reading, read_label
from qingzhuang.match.wording.title import Title

COVERED = 0.6
_CATEGORY = "person.category"
_TAILS = {"对象类别": "类别", "对象类型": "类型", "人员类别": "类别", "人员类型": "类型"}
_HOME = ("家庭", "全家", "本户", "全户", "户内")
_BODIES = ("thing", "organisation", "place")
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


def names_rows(parent: Reading, row: Row, title: Title, lexicon: Lexicon) -> bool:
    """Whether a header only says what the rows are anyway: 受威胁户 over a household's own columns in a list of just these households, 车辆
    over those of a car, 企业 over those of a firm."""
    if parent.role is not None or parent.options:
        return False
    if row.group in _BODIES:
        return parent.rest in lexicon.entity_terms.get(row.name or "", ())
    named = row.group == "household" and parent.rest.endswith("户")
    return named and covered(parent.rest, title.listed) >= COVERED


def of_home(reading: Reading, row: Row, lexicon: Lexicon) -> Reading:
    """家庭常住人口 on a household's row is 常住人口: the words before say only whose it is."""
    core = reading.plain.core
    lead = next((word for word in _HOME if core.startswith(word)), "")
    if not lead or row.group != "household" or reading.options or reading.role is not None:
        return reading
    shorter = read_label(core.removeprefix(lead), lexicon)
    return replace(shorter, plain=reading.plain) if shorter.options and not shorter.rest else reading
