"""An item in its form, as slots: the label's own words first, then merged headers, row entity, title."""

import re
from dataclasses import replace
from functools import lru_cache

from qingzhuang.match.vocabulary.lexicon import Concept, Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.vocabulary.units import Unit
from qingzhuang.match.whose.among import part_of, whole_context
from qingzhuang.match.whose.choice import choose
from qingzhuang.match.whose.levels import with_parents
from qingzhuang.match.whose.listed import names_rows, of_home, of_listed
from qingzhuang.match.whose.rows import Row, read_row
from qingzhuang.match.whose.subject import Owner, owner
from qingzhuang.match.wording.bare import is_bare
from qingzhuang.match.wording.defined import bare
from qingzhuang.match.wording.folding import plain_people
from qingzhuang.match.wording.keys import slot_key
from qingzhuang.match.wording.matter import is_of_matter
from qingzhuang.match.wording.nonfact import is_nonfact
from qingzhuang.match.wording.normalise import plain_text
from qingzhuang.match.wording.reading import Reading
from qingzhuang.match.wording.slots import Qualifiers, Slots
from qingzhuang.match.wording.times import resolve
from qingzhuang.match.wording.title import Title, read_title
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import ItemType
from qingzhuang.model.verdict import ItemContext

# What limits who is listed, and so is no part of a person's attribute (policy line 2).
_LISTING = ("age", "population", "sex", "scheme", "level", "status")
# 建筑面积 is not 使用面积; 建筑层数, 建筑工地 and 使用管道气 say nothing of that kind.
_OF_AREAS: Qualifiers = frozenset((("method", "建筑"), ("method", "使用")))
_AREA = re.compile("建筑面积|使用面积")
# On a household's row 其中：保障人数 is what 保障人数 says by itself.
_AMONG: Qualifiers = frozenset((("part", "其中"),))
_HOMES = ("household", "resident")
# 家庭承包地面积 is 承包地面积: such things are a household's anyway.
_HOME_LEADS = ("家庭", "农户", "本户", "全家")
_WHO = (
    *("person.name", "person.id_no", "person.sex", "person.birth", "person.nation"),
    *("person.politics", "person.education", "person.live_addr", "person.hukou_addr"),
)
_ANOTHER_HOUSE = re.compile(
    r"[租借购另]|其他"
)  # what stands under 租用房屋 is not about the household's own house
_WIDTH = re.compile(r"^\d+位$")
_GRADED = ("情况", "状况", "类别", "类型", "等级", "程度", "级别")
_INCOMES = ("household.", "person.")
_LASTING = ("resident", "household", "organisation", "place", "thing", "role")
_NUMBERS = (ItemType.INTEGER, ItemType.NUMBER)


def parse(context: ItemContext, lexicon: Lexicon | None = None) -> Slots:
    """Return the slots of an item. Total: every label has slots, a label of unknown words is its own element."""
    return _parse(context, lexicon or default())


@lru_cache(maxsize=65536)
def _parse(context: ItemContext, lexicon: Lexicon) -> Slots:
    title = read_title(context.form, lexicon)
    row = read_row(context.row, title, lexicon)
    reading, parents = with_parents(context.label, context.parent, lexicon)
    parents = tuple(each for each in parents if not names_rows(each, row, title, lexicon))
    reading = of_home(of_listed(reading, parents, title, lexicon), row, lexicon)
    concept = choose(reading.options, row, lexicon)
    who = owner(reading, parents, concept, row, title, lexicon)
    concept = concept or who.concept
    slots = _slots(context, reading, parents, concept, who, row, title, lexicon)
    if context.whole:
        slots = part_of(slots, _parse(whole_context(context), lexicon))
    return replace(slots, key=slot_key(slots, lexicon))


def _slots(
    context: ItemContext,
    reading: Reading,
    parents: tuple[Reading, ...],
    concept: Concept | None,
    who: Owner,
    row: Row,
    title: Title,
    lexicon: Lexicon,
) -> Slots:
    head = lexicon.heads.get(reading.head or "")
    unit = reading.plain.unit or (
        lexicon.units.parse(plain_text(context.unit, lexicon))
        if context.unit and context.unit not in reading.plain.either
        else None
    )
    unit = _per(unit, reading, concept, lexicon) if unit else None
    dimension = (
        concept.dimension if concept else head.dimension if head else _shared(reading.options, lexicon)
    )
    if dimension is None and unit is not None:
        dimension = unit.dimension
    form = _form(reading, concept, head.representation if head else None, lexicon)
    if form == "time" and concept is None and row.group in _LASTING and reading.shape != "clock":
        form = "date"  # 认定时间 of a person or a house is a day (policy: life-dates)
    quantity = dimension is not None or (concept is not None and concept.type in _NUMBERS)
    event = concept is not None and concept.object is SubjectKind.EVENT
    generic = (
        reading.generic
        or (concept is None and len(reading.options) > 1)
        or (concept is None and row.group in _SUMS and is_bare(_text(reading, lexicon), quantity=quantity))
    )
    acts = who.role in lexicon.roles and lexicon.roles[who.role].acts
    bound = concept is not None and _of_scheme(concept, reading, lexicon)
    idle = frozenset() if dimension == "area" else _OF_AREAS
    return Slots(
        text=_text(reading, lexicon),
        role=who.role,
        role_from=who.source,
        named="".join(reading.people),
        entity=row.name,
        group=row.group,
        realm=row.realm,
        concept=concept.id if concept else None,
        options=reading.options if concept is None else (),
        qualifiers=_qualifiers(reading, parents, who, quantity, dimension == "years_of_age")
        - idle
        - (_AMONG if concept is not None and not reading.generic and row.group in _HOMES else frozenset()),
        listed=_listed(title),
        bound=bound,
        title=_title_qualifiers(
            title, row, quantity, bound, reading.plain.core + (concept.name if concept else "")
        )
        - (frozenset() if _AREA.search(title.text) else _OF_AREAS),
        series=title.series
        if event
        or bound
        or acts
        or generic
        or row.group in ("aggregate", "act")
        or is_of_matter(concept.id if concept else None, row.group, dimension, lexicon)
        else None,
        unit=unit,
        dimension=dimension,
        time=resolve([*reading.times, *(word for each in parents for word in each.times)], title.period),
        period=title.period,
        form=form,
        total=reading.total,
        width=next((hint for hint in reading.plain.hints if _WIDTH.match(hint)), None),
        generic=generic,
        nonfact=is_nonfact(reading, concept, lexicon),
        quantity=quantity,
        rest=_rest(reading, parents, who, concept, quantity, lexicon),
        listing=context.form,
        choices=(*reading.plain.choices, *context.codes),
        definition=bare(context.definition) if quantity or form == "yesno" else None,
        either=reading.plain.either,
        context=bool(context.form or context.row or context.parent),
    )


_SUMS = ("aggregate", "act")
_BASES = {"area": ("亩", "单产"), "months": ("月", "年"), "persons": ("人均",), "households": ("户均",)}


def _per(unit: Unit, reading: Reading, concept: Concept | None, lexicon: Lexicon) -> Unit:
    """亩产 (公斤/亩) and 亩产 (公斤) are one: the label itself says per what."""
    words = reading.plain.core + (concept.name if concept else "")
    over, *under = unit.symbol.split("/")
    base = lexicon.units.parse(over)
    said = all(
        (each := lexicon.units.parse(one)) is not None
        and (one in words or any(word in words for word in _BASES.get(each.dimension, ())))
        for one in under
    )
    return (
        base
        if under and said and base is not None and all(one in ("亩", "月", "人", "户", "年") for one in under)
        else unit
    )


def _shared(options: tuple[str, ...], lexicon: Lexicon) -> str | None:
    """The dimension on which all meanings of an ambiguous word agree."""
    dimensions = {lexicon.concepts[option].dimension for option in options}
    return dimensions.pop() if len(dimensions) == 1 else None


def _of_scheme(concept: Concept, reading: Reading, lexicon: Lexicon) -> bool:
    return concept.id.startswith(lexicon.policy.of_scheme) and all(
        name != "scheme" for name, _ in reading.qualifiers
    )


def _text(reading: Reading, lexicon: Lexicon) -> str:
    notes = (note for note in reading.plain.notes if note not in lexicon.idle_notes)
    return reading.plain.core + "".join(f"({note})" for note in notes)


def _form(reading: Reading, concept: Concept | None, head: str | None, lexicon: Lexicon) -> str | None:
    if reading.yesno:
        return "yesno"
    if concept is None:
        return head or reading.shape
    if concept.type is ItemType.YESNO and reading.plain.core.endswith(_GRADED):
        return "code"
    if concept.type is not ItemType.DATE:
        return concept.type.value
    if reading.shape == "clock":
        return "time"
    if reading.shape == "time":
        to_the_day = (
            concept.object is not SubjectKind.EVENT and lexicon.policy.decisions["life-dates"] == "equal"
        )
        return "date" if to_the_day else "time"
    return reading.shape or "date"


def _qualifiers(
    reading: Reading, parents: tuple[Reading, ...], who: Owner, quantity: bool, whose: bool
) -> Qualifiers:
    """`whose`: the people named own the number (幼儿年龄), they are not what it counts."""
    found = set(reading.qualifiers)
    if any(word.startswith(("range", "half")) for word in reading.times):
        found.discard(("flow", "累计"))  # 1-6月累计 is the first half-year's figure
    if not quantity and (reading.people or who.took_rest):
        found = {pair for pair in found if pair[0] not in _LISTING}
    for parent in parents:
        taken = {name for name, _ in found}
        found |= {(name, value) for name, value in parent.qualifiers if name not in taken}
    if quantity and not whose:
        found |= {("people", word) for each in (reading, *parents) for word in each.people}
    return frozenset(found)


def _title_qualifiers(title: Title, row: Row, quantity: bool, bound: bool, said: str) -> Qualifiers:
    """A title that limits who is listed changes counts, not a person's attributes; a scheme it names is what the
    scheme's own properties are about."""
    found: Qualifiers = frozenset()
    if quantity and row.group == "aggregate":
        found = _listed(title)
    elif bound:
        found = frozenset(pair for pair in title.qualifiers if pair[0] == "scheme")
    elif quantity:
        defined = ("method", "population") if "口径" in title.text else ("method",)
        found = frozenset(pair for pair in title.qualifiers if pair[0] in defined)
    return frozenset(pair for pair in found if plain_people(pair[1]) not in said)


def _listed(title: Title) -> Qualifiers:
    return title.qualifiers | {("people", word) for word in title.people}


def _rest(
    reading: Reading,
    parents: tuple[Reading, ...],
    who: Owner,
    concept: Concept | None,
    quantity: bool,
    lexicon: Lexicon,
) -> str:
    rest = "" if who.took_rest else reading.rest
    if concept is not None and not quantity and reading.total and "总" in reading.plain.core:
        rest = f"总{rest}"  # 总公司名称: another company, nothing is added up
    if concept is not None and rest in _HOME_LEADS and concept.id.startswith(lexicon.policy.of_home):
        rest = ""
    if (
        concept is not None
        and not quantity
        and concept.object is not None
        and not _elsewhere(concept, () if who.role else parents, lexicon)
    ):
        return rest
    if concept is not None and not quantity:
        papers = [
            parent.rest or parent.plain.core
            for parent in parents
            if parent.role is None and (parent.rest or parent.options)
        ]
        return "/".join([*papers, rest] if rest else papers)
    outer = "".join(
        f"{parent.rest or parent.plain.core}/"
        for parent in parents
        if (parent.rest and not parent.options) or _is_income(parent, concept)
    )
    return outer + rest


def _elsewhere(concept: Concept, parents: tuple[Reading, ...], lexicon: Lexicon) -> bool:
    """Another house, or somebody whom a header of unknown words names: 姓名 under 联保 is not one's own."""
    if concept.id in _WHO:
        return any(
            parent.rest and not (parent.options or parent.people) and parent.rest not in lexicon.entities
            for parent in parents
        )
    return concept.id.startswith("house.") and any(_ANOTHER_HOUSE.search(parent.rest) for parent in parents)


def _is_income(parent: Reading, concept: Concept | None) -> bool:
    """低保金 under 转移性收入 is what it came to as income of a year, not the month's allowance."""
    own = concept is None or concept.id.startswith(_INCOMES)
    return not own and any(each.startswith(_INCOMES) and each.endswith("income") for each in parent.options)
