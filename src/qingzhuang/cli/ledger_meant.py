"""Whom and what a person means by words: a subject by its number or name as it is printed, an element by its label, a
value by its words or the places that a mask leaves."""

import re
from collections.abc import Sequence
from gettext import gettext as _

from qingzhuang.answer.sameness import alike
from qingzhuang.answer.values import Shape, read_value
from qingzhuang.cli.called import called, masked
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.element import element
from qingzhuang.model import id_number
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import ItemType
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import Scalar

KINDS = {
    "人": SubjectKind.PERSON,
    "户": SubjectKind.HOUSEHOLD,
    "地点": SubjectKind.PLACE,
    "单位": SubjectKind.ORGANISATION,
    "事": SubjectKind.EVENT,
}
_PRINTED = re.compile(r"^(.+?)[（(](.+)[）)]$")
_SHOWN = 8
_TAIL = 4


def subjects_meant(text: str, kind: str | None = None) -> tuple[Subject, ...]:
    """Return all subjects that a person may mean. Raises ProblemError QZ-L004 when there is none."""
    from qingzhuang.store.ledger.queries import find

    found = find(text)
    printed = _PRINTED.match(text.strip())
    if not found and printed:
        found = tuple(each for each in find(printed[1]) if _is_printed(each, text))
    found = tuple(each for each in found if kind is None or each.kind is KINDS[kind])
    if not found:
        raise ProblemError(
            Problem("QZ-L004", text, _("账里没有找到。"), _("请核对名字，或换成身份证号、户号的末四位。"))
        )
    return found


def one_of(text: str, found: Sequence[Subject]) -> Subject:
    """Return the only subject. Raises ProblemError QZ-L007 with all of them when there are several."""
    if len(found) == 1:
        return found[0]
    names = "、".join(f"{kind_of(each)} {called(each)}" for each in found[:_SHOWN])
    more = _("等 {count} 个").format(count=len(found)) if len(found) > _SHOWN else ""
    raise ProblemError(
        Problem(
            "QZ-L007",
            text,
            _("这样叫的有几个：{names}{more}。").format(names=names, more=more),
            _("请照上面的样子写全（括号也写上），或写身份证号、户号；人和户同名时加 --kind。"),
        )
    )


def element_meant(text: str, keys: Sequence[str]) -> str:
    """Return the key of an element: one of those known of the subject, else one of the lexicon. Raises ProblemError
    QZ-L008 when it is unknown, or several are meant."""
    wanted = "".join(text.split())
    exact = [key for key in keys if wanted in (key, element(key).name)]
    part = [key for key in keys if wanted in element(key).name]
    for found in (exact, part):
        if len(found) == 1:
            return found[0]
    concepts = default().concepts
    named = [key for key, concept in concepts.items() if wanted in (key, concept.name)]
    if not exact and not part and len(named) == 1:
        return named[0]
    names = "、".join(element(key).name for key in (exact or part or keys)[:_SHOWN])
    raise ProblemError(
        Problem(
            "QZ-L008",
            text,
            _("不知道说的是哪一项。账里有：{names}。").format(names=names or _("（还什么都没有）")),
            _("请照账里的写法写这一项。"),
        )
    )


def value_meant(text: str, key: str, known: Sequence[Scalar]) -> Scalar:
    """Return a value: one of the known ones, by its words or at least its last four places, else what the words say for
    the element. Raises ProblemError QZ-L009 for words that no such value can be."""
    same = [each for each in known if alike(each, text) or masked(str(each)) == text]
    bare = text.lstrip("*")
    tails = [each for each in known if len(bare) >= _TAIL and str(each).endswith(bare)]
    for found in (same, tails):
        if found and all(alike(found[0], each) for each in found):
            return found[0]
    asked = element(key)
    value = read_value(text, text, Shape(asked.type, asked.codes))
    flawed = asked.type is ItemType.ID_NUMBER and bool(id_number.flaws(str(value)))
    if value is None or flawed or "*" in text:
        raise ProblemError(
            Problem(
                "QZ-L009",
                masked(text),
                _("“{name}”不能是这个值。").format(name=asked.name),
                _("请写完整的值，或照 qz ledger conflicts 里列的写。"),
            )
        )
    return value


def _is_printed(subject: Subject, text: str) -> bool:
    plain = text.strip().replace("(", "（").replace(")", "）")
    return plain in (called(subject), called(subject, full=True))


def kind_of(subject: Subject) -> str:
    """Return the word for what a subject is."""
    return next(word for word, kind in KINDS.items() if kind is subject.kind)
