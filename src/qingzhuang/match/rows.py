"""What one row is about: the row entity given, else what the title lists."""

from dataclasses import dataclass

from qingzhuang.match.lexicon import Kind, Lexicon
from qingzhuang.match.normalise import plain_text
from qingzhuang.match.title import Title

PEOPLE, SITES = "人户", "场所"


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
    if title.role is not None and _lists(title, title.role, lexicon):
        return Row(title.role, "role", title.role, title.role, "title")
    if given is not None:
        return given
    if title.entity is None and title.totals:
        return Row(None, "aggregate", None, None, "title")
    return _of_entity(title.entity.name, "title", lexicon) if title.entity else Row()


def _lists(title: Title, role: str, lexicon: Lexicon) -> bool:
    """Whether the title lists people in a function: 村医基本情况表, 护林员花名册."""
    listed = title.listed
    for noise in (
        "基本信息",
        "基本情况",
        "信息",
        "情况",
        "基本",
        "个人",
        "任免",
        "考核",
        "聘用",
        "履历",
        "档案",
    ):
        listed = listed.removesuffix(noise)
    return listed.endswith(tuple(_terms(role, lexicon)))


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
