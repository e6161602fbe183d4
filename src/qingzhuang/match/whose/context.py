"""A form's items as the matcher sees them."""

import re
from collections.abc import Iterator
from functools import cache

from qingzhuang.match.vocabulary.lexicon import Kind
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.among import whole_of
from qingzhuang.match.whose.applicant import for_another, told
from qingzhuang.match.whose.beside_role import role_beside
from qingzhuang.match.whose.own_name import names_listed, names_own, staff_listed
from qingzhuang.match.wording.defined import definition_of, definition_of_row
from qingzhuang.match.wording.normalise import normalise
from qingzhuang.model.form import Form, Item, ItemType, Table
from qingzhuang.model.verdict import ItemContext

_NAMELESS = re.compile(r"^(?:sheet|工作表|表|正文|表格)\s*\d*$", re.IGNORECASE)
_UNITS, _NUMBERS = frozenset(("计量单位", "单位")), frozenset(("代码", "指标代码", "行次", "序号", "编号"))
_AMONG = re.compile(
    r"^(?:其中[：:]?|[一二三四五六七八九十]+、|[0-9]+[.、]|[（(][一二三四五六七八九十0-9]+[)）])"
)
_SECTION = re.compile(r"^表[一二三四五六七八九十\d]+[、：:.\s]\s*")
_YEAR = re.compile(r"(?:19|20)\d\d|[一二][〇零○][〇零○一二三四五六七八九]{2}年")
_HEADS_NAMES = ("户主姓名", "户主", "农户姓名", "住户姓名")
_HEAD_NOTED = re.compile(r"人\s*[（(]户主[）)]$")
_NAMED_THING = re.compile(
    r"(?P<thing>.{2,8}?)(?:注册|设备|登记|统一|识别|出厂|使用登记证)?(?:名称|编号|编码|代码)$"
)
_NEAR_FRONT = 6
_MACHINES = ("电梯", "锅炉", "起重机", "叉车", "压力容器", "压力管道", "渔船", "船舶", "无人机")
_VISITS, _MEMBERS = ("检查", "走访"), "家庭成员"
_PERSON, _HOUSEHOLD = ("人", "个人", "居民", "村民", "人员"), ("户", "家庭", "农户")


def contexts(form: Form) -> tuple[tuple[Item, ItemContext], ...]:
    """Return every item of a form with its context, in the form's order."""
    row, acting = row_of(form), for_another(form)
    return tuple(
        (item, _context(form, table, item, _row(form, table, item, row), acting))
        for table in form.tables
        for item in table.items
    )


def stub_contexts(form: Form) -> Iterator[tuple[tuple[str, int], ItemContext]]:
    """Yield what each row of a matrix asks when it is about one village: its innermost words, in its unit."""
    for table in form.tables:
        for stub in table.stubs:
            heads = [item.label for item in table.columns if item.place.column in table.stub_columns]
            divided = len(stub.labels) == len(heads) + 1  # the line over the row comes first
            labels = stub.labels[1:] if divided else stub.labels
            pairs = list(zip(heads, labels, strict=False))
            unit = next((label for head, label in pairs if head in _UNITS), None)
            words = [label for head, label in pairs if head not in _UNITS | _NUMBERS]
            if len(heads) == len(labels) and words:
                label = _AMONG.sub("", words[-1])
                context = ItemContext(
                    label=label,
                    form=_title(form, table),
                    row="村",
                    unit=unit,
                    issuer=form.issuer,
                    definition=definition_of_row(form, stub.key) if form.definitions else None,
                )
                yield table.row_key(stub.row), context


def row_of(form: Form) -> str | None:
    """Return the row entity, else the thing that a column names, mended where the columns tell better: beside 户主姓名 a bare 姓名 is a member's, and so is 儿童姓名;
    where only the head is named, rows are households and a bare 身份证号 is the head's. Staff who are named first are the rows."""
    if form.row_entity in _PERSON and (staff := staff_listed(form)):
        return staff
    if form.row_entity is None:
        return _thing(form)
    if form.row_entity not in (None, *_PERSON, *_HOUSEHOLD) or not any(map(_names_head, form.items)):
        return form.row_entity
    return _PERSON[0] if any(_names_member(item, form.title or "") for item in form.items) else _HOUSEHOLD[0]


def _thing(form: Form) -> str | None:
    """The thing that a column near the front names, and the title too: 古树 of 古树编号 in 古树保护管理台账, 线路名称 of 公路. Of two the one that
    the title names last: lifts in 小区电梯台账."""
    named = (
        _NAMED_THING.match(_clean(item.label)) for item in form.items[:_NEAR_FRONT] if len(item.path) == 1
    )
    things = [found["thing"] for found in named if found is not None]
    places = {each: _in_title(each, form.title or "") for each in things}
    return max((each for each in things if places[each] >= 0), key=lambda each: places[each], default=None)


def _in_title(thing: str, title: str) -> int:
    """Where the title last names the thing, by any of its words; -1 where it does not."""
    lexicon = default()
    entity = lexicon.entities.get(thing)
    words = lexicon.entity_terms.get(entity.name, ()) if entity else (thing,) if thing in _MACHINES else ()
    return max((title.rfind(word) for word in words if len(word) > 1), default=-1)


def _names_head(item: Item) -> bool:
    return (
        _HEAD_NOTED.search(item.label) is not None
        or _clean(item.label) in _HEADS_NAMES
        or ("户主" in "/".join(item.path[:-1]) and _clean(item.label) == "姓名")
    )


def _names_member(item: Item, title: str) -> bool:
    """Tell whether the item names the row's own person: 姓名, 残疾人姓名, the 孤儿姓名 of a list of 孤儿, but not 监护人姓名."""
    label = _clean(item.label)
    whose = label.removesuffix("姓名")
    if whose == label or "户主" in "/".join(item.path) or whose.endswith(_HOUSEHOLD):
        return False
    if any(_is_anothers(level) for level in item.path[:-1]):
        return False
    meanings = {word.kind for word in default().words.get(whose, ())}
    if whose in ("", "成员", "家庭成员", "人员") or Kind.PEOPLE in meanings:
        return True
    return Kind.ROLE not in meanings and whose in title


def _is_anothers(level: str) -> bool:
    """姓名 under 流入方 is no member's."""
    known = _roles_of(level)
    return bool(known) and _MEMBERS not in known


def _roles_of(level: str) -> set[str]:
    core = normalise(level, default()).core
    return {word.value for word in default().words.get(core, ()) if word.kind is Kind.ROLE}


def _clean(label: str) -> str:
    return re.sub(r"[\s*:：]|\(.*\)|（.*）", "", label)


def _row(form: Form, table: Table, item: Item, row: str | None) -> str | None:
    """A card filled on a visit names its household in one section: what stands there is the head's, other sections
    ask about everybody."""
    if row not in _VISITS or item not in table.inputs or item.type is ItemType.YESNO:
        return row
    beside = (each for each in table.inputs if each.path[:-1] == item.path[:-1])
    return _HOUSEHOLD[0] if any(map(_names_head, beside)) else row


def _is_divided(form: Form, table: Table) -> bool:
    """Whether a list is a part of one under one header: the line over it says which rows these are, not what is asked."""
    return any(
        each is not table
        and (each.sheet, each.header_rows, each.columns) == (table.sheet, table.header_rows, table.columns)
        for each in form.tables
        if each.header_rows is not None
    )


def _context(
    form: Form, table: Table, item: Item, row: str | None, acting: re.Pattern[str] | None
) -> ItemContext:
    outer = (
        [_SECTION.sub("", table.section)]
        if table.section and not table.own_title and item in table.columns and not _is_divided(form, table)
        else []
    )
    above = [level for level in item.path[:-1] if not _is_heads(level, item, table)]
    role = role_beside(item, table)
    above += [role] if role else []
    label = _named(item, table, row, form.title or "") or re.sub(r"#\d+$", "", item.label)
    return ItemContext(
        label=told(label, acting),
        form=_title(form, table),
        row=row,
        unit=item.unit,
        parent=told("/".join([*outer, *above]), acting) or None,
        codes=item.codes,
        issuer=form.issuer,
        definition=definition_of(form, item) if form.definitions else None,
        whole=whole_of(item, table),
    )


def _named(item: Item, table: Table, row: str | None, title: str) -> str | None:
    """The name of the row's own person or head under a word for what he is: 参保人, 申请人（户主） beside a bare 证件号码."""
    if row not in (*_PERSON, *_HOUSEHOLD) or item not in table.columns:
        return None
    if row in _PERSON and names_listed(table, title) == item:
        return "姓名"
    if names_own(table) != item:
        return None
    return _HEADS_NAMES[0] if _names_head(item) else "姓名" if row in _PERSON else None


def _is_heads(level: str, item: Item, table: Table) -> bool:
    """Tell whether a header names somebody who may be the head (承包方), and the columns below it say so: 户主姓名."""
    if not _roles_of(level) & _may_lead():
        return False
    group = item.path[: item.path.index(level) + 1]
    return any(_clean(each.label) == "户主姓名" for each in table.items if each.path[: len(group)] == group)


@cache
def _may_lead() -> frozenset[str]:
    """The roles whose holder may be the head of the household, at first or second hand."""
    roles = default().roles
    found = {"户主"}
    for _ in range(2):
        found |= {role.name for role in roles.values() if found & set(role.perhaps)}
    return frozenset(found - {"户主"})


def _title(form: Form, table: Table) -> str | None:
    """The form's title, else the name of its sheet or file, with the year of its period where it names none, with the month and day
    where a line states the day of the figures: those of June are not those of December."""
    title = (
        table.own_title
        or form.title
        or table.title
        or _speaking(table.sheet)
        or _speaking(form.file.rpartition(".")[0])
    )
    if title is None or form.period is None or _YEAR.search(title):
        return title
    day = form.period.as_of or form.period.start
    if day and form.period.start is None and (form.period.stated or form.period.text.startswith("截")):
        return f"截至{day.year}年{day.month}月{day.day}日{title}"
    return f"{day.year}年{title}" if day else title


def _speaking(name: str) -> str | None:
    """A name that somebody gave; None for Sheet1, 表1 and the like."""
    given = re.search(r"[\u4e00-\u9fff]{2}", name) and not _NAMELESS.match(name)
    return name if given else None
