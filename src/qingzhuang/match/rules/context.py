"""What only the form can tell: which meaning, which time, which event."""

from collections.abc import Iterator

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, distinct, unsure
from qingzhuang.match.rules.titled import topic
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.gist import gist
from qingzhuang.match.wording.matter import is_of_matter
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.times import Time
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.verdict import Verdict

_BUILT_IN = 3650  # days: what holds as long was made so (核定载客数, 坝长)
_BUILT = ("vehicle.", "equipment.", "house.", "tree.")
_ON_RECORD = ("合同", "贷款")
_PAPERS = ("证", "照", "证书", "许可证", "执照", "承诺书", "责任书", "协议", "协议书")


def ambiguous(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """地址, 单位, 年收入 without a row may be several things."""
    if not (a.options or b.options):
        return None
    one, other = _options(a), _options(b)
    if a.text == b.text and a.entity is not None and (a.entity, a.rest) == (b.entity, b.rest):
        return Outcome(
            Verdict.EQUAL,
            _("每行都是{entity}，问的都是{word}。").format(entity=a.entity, word=a.text),
            "property",
        )
    if one & other:
        word = a.text if a.options else b.text
        return unsure("property", _("“{word}”单看名称有几种意思，要看它在哪张表里。").format(word=word))
    return None


def _options(slots: Slots) -> set[str]:
    return set(slots.options) or ({slots.concept} if slots.concept else set())


def time(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Last year's 本年 is this year's 上年; two years are two facts, where the value changes with time."""
    if not (a.concept == b.concept and (a.concept or a.rest == b.rest)):
        return None
    one, other = _time(a, lexicon), _time(b, lexicon)
    if one == other:
        return None
    words = {"a": str(one) or _("没写"), "b": str(other) or _("没写")}
    if _conflict(one, other):
        return distinct("time", _("说的不是同一时间：{a}与{b}。").format(**words))
    strict = a.time.known or b.time.known or "money" in (a.dimension or "")
    if strict and lexicon.policy.decisions["time-half-known"] == "unsure":
        return unsure("time", _("时间只有一边说清楚：{a}与{b}。").format(**words))
    return None


def _time(slots: Slots, lexicon: Lexicon) -> Time:
    if slots.time.known:
        return slots.time
    return slots.period if _timely(slots, lexicon) else Time()


def _timely(slots: Slots, lexicon: Lexicon) -> bool:
    """Whether the value belongs to the form's period: numbers that change, and events."""
    if slots.concept is None:
        return slots.quantity or slots.generic
    concept = lexicon.concepts[slots.concept]
    if concept.object is SubjectKind.EVENT or slots.generic:
        return True
    if (
        slots.form in ("yesno", "code", "date", "time")
        and slots.period.year
        and (concept.lasts_days or 999) <= 366
    ):
        return True  # 是否参保 is asked anew for each year, and so is the day of a yearly examination
    if (concept.lasts_days or 0) >= _BUILT_IN:
        return False
    lasting = concept.lasts_days is None or concept.lasts_days >= 730
    built = lasting and slots.concept.startswith(_BUILT)  # how many seats a car has, how many floors a house
    still = built or ((slots.dimension or "") in (*lexicon.policy.timeless_dimensions, "area") and lasting)
    return slots.quantity and not still


def _conflict(one: Time, other: Time) -> bool:
    if one.year is not None and other.year is not None and one.year != other.year:
        return True
    if one.offset is not None and other.offset is not None and one.offset != other.offset:
        return True
    return bool(one.part and other.part and one.part != other.part)


def series(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """An event's own attributes, and words that mean something only in their form, are equal only in one series."""
    if not (is_bound(a, lexicon) or is_bound(b, lexicon) or _of_deeds(a, b, lexicon)) or not _alike(a, b):
        return None
    if a.series is not None and _one_series(a.series, b.series, lexicon):
        return None
    return _apart(a, b, lexicon)


def _one_series(one: str, other: str | None, lexicon: Lexicon) -> bool:
    """巡河记录 and 河道巡查 are one series of forms, 隐患 and 隐患排查 another."""
    return other is not None and (one == other or gist(one, lexicon) == gist(other, lexicon))


def _apart(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome:
    words = {"a": a.series or _("没写"), "b": b.series or _("没写")}
    open_ = a.series is None or b.series is None or a.series in b.series or b.series in a.series
    if open_ and lexicon.policy.decisions["event-identity"] == "unsure":
        return unsure("event", _("“{word}”要看是哪件事：{a}与{b}。").format(word=a.text, **words))
    return distinct("event", _("不是同一件事：{a}与{b}。").format(**words))


def procedure(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """参保时间 or 批准日期 in two schemes' forms are two facts; where no title tells the labels decide."""
    if not (a.bound and b.bound) or not _alike(a, b) or a.series is None or b.series is None:
        return None
    if a.series.replace("服务", "") == b.series.replace("服务", "") or (a.title and a.title == b.title):
        return None
    if _on_record(a, b, lexicon):
        return None
    if a.rest == b.rest and a.rest.endswith(_PAPERS):
        return None  # a named paper's day is the paper's, whatever form asks it
    return _apart(a, b, lexicon)


def is_bound(slots: Slots, lexicon: Lexicon) -> bool:
    """Generic words, events' properties, what is measured on one day, and the people who act in an event."""
    role = lexicon.roles.get(slots.role)
    if slots.generic or (role is not None and role.acts):
        return True
    if slots.concept in lexicon.policy.measured | lexicon.policy.of_series or of_the_matter(slots, lexicon):
        return slots.listing is not None
    return slots.concept is not None and lexicon.concepts[slots.concept].object is SubjectKind.EVENT


def of_the_matter(slots: Slots, lexicon: Lexicon) -> bool:
    """Tell whether only the title says of what a figure is: on rows that stand for many, what is no property of the row itself, and any
    amount of money whose label the lexicon does not know; the stock of things that the title names."""
    return is_of_matter(slots.concept, slots.group, slots.dimension, lexicon)


def _of_deeds(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """Two rows that are just 事件 or 活动: where it was, its picture, whose telephone it is and who answers for it are that
    deed's own. Of whom only the row tells is the deed's own too, but at visits: there it is who was visited."""
    if not (_is_deed(a, lexicon) and _is_deed(b, lexicon)):
        return False
    if _on_record(a, b, lexicon):
        return False
    if a.role == a.entity and b.role == b.entity:
        return not (_is_visit(a, lexicon) and _is_visit(b, lexicon))
    return a.role == b.role and (not a.role or a.role in lexicon.policy.of_deeds)


def _on_record(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """Rent is paid on the contracts that another form of one topic lists."""
    return a.entity == b.entity and a.entity in _ON_RECORD and bool(topic(a, lexicon) & topic(b, lexicon))


def _is_deed(slots: Slots, lexicon: Lexicon) -> bool:
    entity = lexicon.entities.get(slots.entity or "")
    return entity is not None and entity.group == "act" and entity.of is None


def _is_visit(slots: Slots, lexicon: Lexicon) -> bool:
    return any(term in (slots.series or "") for term in _visits(lexicon))


def _visits(lexicon: Lexicon) -> Iterator[str]:
    """The words for deeds that are done to a person."""
    for name, entity in lexicon.entities.items():
        if entity.group == "act" and entity.of == "person":
            yield from lexicon.entity_terms.get(name, (name,))


def _alike(a: Slots, b: Slots) -> bool:
    return (a.concept, a.rest) == (b.concept, b.rest) and bool(a.concept or a.text == b.text)
