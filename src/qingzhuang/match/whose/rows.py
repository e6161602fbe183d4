"""What one row is about: the row entity given, else what the title lists."""

import re
from dataclasses import dataclass

from qingzhuang.match.vocabulary.lexicon import Kind, Lexicon
from qingzhuang.match.wording.normalise import plain_text
from qingzhuang.match.wording.title import Title, whom

PEOPLE, SITES = "人户", "场所"
_FUNCTION = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2}员|专职委员|专干|[^教律医]{2}师|[^主]{2}医生|[^\W\d]{2}(?:专家|教练|队长|站长|所长|会长|社长|场长|园长))$"
)
_MEETS = re.compile(
    "联系|结对|帮扶|包联|包保|包户|走访|服务|签约|管理|监督|帮教|联户|宣传|[巡检排核]查|[户点村组]$"
)  # whom else staff meet
_PERSON_ENDS = ("人员", "人", "员", "者")


@dataclass(frozen=True, slots=True)
class Row:
    """`group` is the entity's class (also "role" for people in a function, "other" for unknown words), `role` the
    function; `realm` joins rows that share their things: residents with their households, places with inspections
    of them. `source` is row or title."""

    name: str | None = None
    group: str | None = None
    role: str | None = None
    realm: str | None = None
    source: str = ""


def read_row(text: str | None, title: Title, lexicon: Lexicon) -> Row:
    """Read the row entity, or take it from the title."""
    given = _given(plain_text(text, lexicon), lexicon) if text else None
    if given is not None and given.group != "resident":
        return given
    if title.role is not None and lists_role(title, title.role, lexicon):
        if lexicon.roles[title.role].resident:
            return Row("人", "resident", None, PEOPLE, "title")
        return Row(title.role, "role", title.role, title.role, "title")
    if title.role is None and (staff := _staff(title, lexicon)):
        return Row(staff, "role", staff, staff, "title")
    if given is not None:
        return given
    if title.entity is None and title.totals:
        return Row(None, "aggregate", None, None, "title")
    return _of_entity(title.entity.name, "title", lexicon) if title.entity else Row()


def lists_role(title: Title, role: str, lexicon: Lexicon) -> bool:
    """Whether the title lists people in a function: 村医基本情况表, 护林员花名册, 教师职称申报册."""
    terms = tuple(_terms(role, lexicon))
    if whom(title.listed, lexicon).endswith(terms):
        return True
    return title.listed.startswith(terms) and not title.people and not _MEETS.search(title.listed)


def _staff(title: Title, lexicon: Lexicon) -> str | None:
    """保育员 in 幼儿园保育员工资发放表: a function that the lexicon does not know, by its ending."""
    listed = whom(title.listed, lexicon)
    found = _FUNCTION.search(listed)
    if found is None or (listed.endswith(lexicon.titles.plain_members) and not listed.endswith("专职委员")):
        return None
    return plain_role(found["name"], lexicon)


def _given(text: str, lexicon: Lexicon) -> Row:
    if text in lexicon.entities:
        return _of_entity(text, "row", lexicon)
    for word in lexicon.words.get(text, ()):
        if word.kind is Kind.PEOPLE:
            return Row("人", "resident", None, PEOPLE, "row")
        if word.kind is Kind.ROLE:
            return Row(word.value, "role", word.value, word.value, "row")
    return Row(text, "other", None, text, "row")


def _of_entity(text: str, source: str, lexicon: Lexicon) -> Row:
    entity = lexicon.entities[text]
    if entity.group in ("resident", "household") or entity.of == "person":
        realm = PEOPLE
    elif entity.group in ("organisation", "place") or entity.of == "place":
        realm = SITES
    else:
        realm = entity.name
    return Row(entity.name, entity.group, None, realm, source)


def _terms(role: str, lexicon: Lexicon) -> list[str]:
    return [
        term
        for term, words in lexicon.words.items()
        if any(w.kind is Kind.ROLE and w.value == role for w in words)
    ]


def plain_role(name: str, lexicon: Lexicon) -> str:
    """巡田人员 and 巡田人 are one; 调解人员 is the known 调解员."""
    stem = next((name.removesuffix(tail) for tail in _PERSON_ENDS if name.endswith(tail)), "")
    if len(stem) < 2:
        return name
    known = (
        word.value
        for tail in _PERSON_ENDS
        for word in lexicon.words.get(stem + tail, ())
        if word.kind is Kind.ROLE
    )
    return next(known, f"{stem}人")
