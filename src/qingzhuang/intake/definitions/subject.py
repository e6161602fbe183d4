"""Of which columns a sentence speaks: the labels that stand before its first word of defining."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from qingzhuang.intake.definitions.amounts import unit
from qingzhuang.intake.definitions.numbers import DIGITS, number
from qingzhuang.intake.layout.text import level
from qingzhuang.model.form import Form

_BRACKETS = re.compile(r"[（(\[【][^（()）\[\]【】]*[)）\]】]|#\d+$")
_LEADS = re.compile(r"^(?:其中[：:]?|[一二三四五六七八九十]+[、.．]|[（(]?\d{1,2}[)）、.．]|[#*＊★])")
_COUNTS = re.compile(r"(?:总?人数|总?户数|总数|数量|个数|数)$")
_MARK = re.compile(
    r"[：:]|(?:是|系|即|均|都)?(?:指|指的是)|(?<!不)(?:包括|包含|含)|不含|不包括|不包含|不计|不统计|不填|不得|剔除|扣除|除外|除(?=.{1,20}外)|仅|只(?=统计|填|指|限|计)|"
    r"以|按|根据|依据|截[至止]|为(?!准)|应|须|请|填|统计|保留|取整|精确|四舍五入|折算|单位|计入|在?(?:年满|不满)|要求|均|一律"
)
_COLUMN = re.compile(rf"第(?P<at>{DIGITS})(?:列|栏)(?![、和与至到-])")
_QUOTES = re.compile(r"[“”\"「」『』《》〈〉【】]")
_FORM = re.compile(
    r"^(?:本(?:表|报表|次|统计表|制度|套表|册|台账)|以上|上述|表内|表中(?:所有)?|所有|各项|全部|各列|各栏|(?:统计|填报|数据|调查)(?:范围|对象|口径|时点|时间|日期|标准时点)|标准时点|报告期|截[至止]|(?:计量)?单位|金额|数据|人口|人数|面积)"
)
_TALKS = re.compile(
    r"^(?:所称|所指|表中|表内|本表(?:所称|所指|中)?的?|其中|这里(?:所)?(?:指|说)?的?|关于|对)"
)
_SPLIT = re.compile(r"、|和|与|及|以及|[/／，,]")
_GOES_ON = ("", "口", "数", "员", "户", "们", "家", "率", "额", "量")
"""What makes another word of a label: 老年人 is not what 老年人口 begins with."""
_UNITS = frozenset(("单位", "计量单位"))
_SHORTEST, _LONGEST = 2, 20


@dataclass(frozen=True, slots=True)
class Labels:
    """The keys of items and of stubs by every name that leads to them; `columns` from left to right where no codes are printed over
    them, so that 第3列 can mean but one."""

    items: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    title: str = ""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """`term` as printed, "" for the whole form; whose keys bear it; whether the sentence speaks of anything at all."""

    term: str = ""
    keys: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    known: bool = False


def labels_of(form: Form) -> Labels:
    """The names of a form's items and stubs: as printed, without brackets, without what only counts (人数, 户数)."""
    items: dict[str, list[str]] = {}
    rows: dict[str, list[str]] = {}
    for item in form.items:
        _note(items, item.key, _named(item.label))
    for table in form.tables:
        for stub in table.stubs:
            _note(rows, stub.key, [name for label in stub.labels for name in _named(label)])
    return Labels(_kept(items), _kept(rows), level(form.title or ""), _uncoded(form))


def _uncoded(form: Form) -> tuple[str, ...]:
    """The keys of the columns of a form of one table, whose rows begin right below their header."""
    tables = [table for table in form.tables if table.columns]
    if len(tables) != 1:
        return ()
    (table,) = tables
    if table.header_rows and table.data_start_row != table.header_rows[1] + 1:
        return ()
    return tuple(item.key for item in sorted(table.columns, key=lambda item: item.place.column))


def subject(sentence: str, labels: Labels) -> Subject:
    """Return of what a sentence speaks."""
    bare = _QUOTES.sub("", sentence)
    if counted := _counted(bare, labels):
        return counted
    mark = _MARK.search(bare, 1)
    head = _TALKS.sub("", bare[: mark.start()] if mark else bare[:_LONGEST]).strip("，,、")
    if not head or (head in _UNITS and unit(bare)):
        return Subject(known=bool(_FORM.match(bare)))
    if "，" in head and _keys(_BRACKETS.sub("", head.partition("，")[0]), labels):
        head = head.partition("，")[0]  # 图书藏量，报刊按册计入
    named = [part for part in _SPLIT.split(_BRACKETS.sub("", head)) if part]
    found = [names for part in (_BRACKETS.sub("", head), *named) if (names := _keys(part, labels))]
    if found:
        keys = dict.fromkeys(key for names in found for key in names[0])
        rows = dict.fromkeys(row for names in found for row in names[1])
        return Subject(_BRACKETS.sub("", head), tuple(keys), tuple(rows), known=True)
    if beginning := _beginning(_TALKS.sub("", bare), labels):
        return beginning
    if mark and _SHORTEST <= len(head) <= _LONGEST and head in labels.title:
        return Subject(head, known=True)
    return Subject(known=bool(_FORM.match(bare)))


def _counted(sentence: str, labels: Labels) -> Subject | None:
    """第3列, 第三栏: a column by its place."""
    found = _COLUMN.match(sentence)
    at = number(found["at"]) if found else None
    if found is None or at is None or not 0 < at <= len(labels.columns):
        return None
    return Subject(found.group(), (labels.columns[at - 1],), known=True)


def _beginning(sentence: str, labels: Labels) -> Subject | None:
    """The label with which a sentence begins, whatever comes then: 林地面积统一折算为亩."""
    names = sorted({*labels.items, *labels.rows}, key=len, reverse=True)
    name = next((each for each in names if len(each) > _SHORTEST and sentence.startswith(each)), None)
    if name is None or sentence[len(name) :][:1] in _GOES_ON:
        return None
    return Subject(name, labels.items.get(name, ()), labels.rows.get(name, ()), known=True)


def _keys(term: str, labels: Labels) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The keys under a term: those called so, else those whose name holds it as a whole word of two signs and more."""
    for name in dict.fromkeys((term, _COUNTS.sub("", term))):
        exact = labels.items.get(name, ()), labels.rows.get(name, ())
        if name and any(exact):
            return exact
    if len(term) < _SHORTEST + 1:
        return None
    held = _holding(term, labels.items), _holding(term, labels.rows)
    return held if any(held) else None


def _holding(term: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """老年人 in 老年人口数 and 独居老年人数, but not 低保 in 非低保户."""
    return tuple(
        dict.fromkeys(
            key
            for name, keys in names.items()
            if (at := name.find(term)) >= 0 and not (at and name[at - 1] in "非不未无")
            for key in keys
        )
    )


def _named(label: str) -> list[str]:
    bare = _LEADS.sub("", _BRACKETS.sub("", level(label)))
    names = (level(label), bare, _COUNTS.sub("", bare))
    return [name for name in dict.fromkeys(names) if len(name) >= _SHORTEST]


def _note(found: dict[str, list[str]], key: str, names: Iterable[str]) -> None:
    for name in names:
        if key not in found.setdefault(name, []):
            found[name].append(key)


def _kept(found: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(keys) for name, keys in found.items()}
