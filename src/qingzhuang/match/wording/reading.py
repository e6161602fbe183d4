"""Reading a label on its own: which properties, whose, how qualified. The form's context comes later."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from qingzhuang.match.vocabulary.lexicon import Kind, Lexicon, Word
from qingzhuang.match.wording.folding import folded
from qingzhuang.match.wording.normalise import Plain, normalise
from qingzhuang.match.wording.segment import Piece, segment
from qingzhuang.match.wording.slots import Qualifiers
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import ItemType

_SHAPES = (
    ("年月日", "date"),
    ("年月", "month"),
    ("月份", "month"),
    ("年份", "year"),
    ("年度", "year"),
    ("年代", "year"),
    ("日期", "date"),
    ("时间", "time"),
    ("时刻", "time"),
)
_EDGE_DAY = re.compile(r"[起始止终满期效]日$")  # 到期日, 生效日, 截止日: 节假日 is no date
# Words in front that change nothing: 所在县 is 县; 是否为党员 is 是否党员.
_IDLE_LEADS = ("所在", "所属", "有何", "具体", "详细", "目前", "当前")
_NATIONAL = ("person.id_no", "organisation.credit_code")
_A_NUMBER = re.compile("(?:号|号码|代码|编码)$")
_SOMEBODY = re.compile("(?:主体|人|者|方|户|单位)$")
_WITH = ("和", "同", "跟")
_ASKING = ("是否属于", "是否为", "是否是", "是否系", "是否有", "是不是", "有没有", "是否属", "有无", "是否")


@dataclass(frozen=True, slots=True)
class Reading:
    """`options` are the concepts the label may name (more than one: ambiguous), `head` the last word of an unknown
    property, `shape` the representation that the label's own ending tells."""

    plain: Plain
    options: tuple[str, ...] = ()
    role: str | None = None
    people: tuple[str, ...] = ()
    qualifiers: Qualifiers = frozenset()
    times: tuple[str, ...] = ()
    yesno: bool = False
    total: bool = False
    head: str | None = None
    shape: str | None = None
    generic: bool = False
    rest: str = ""


@lru_cache(maxsize=65536)
def read_label(label: str, lexicon: Lexicon) -> Reading:
    """Read a label. Deterministic; nothing is looked up but the lexicon."""
    plain = normalise(label, lexicon)
    if plain.core.isascii() and (coded := _coded(plain, lexicon)):
        return coded
    reading = _of_pieces(Reading(plain), plain.core, lexicon)
    for note in plain.notes:
        if note not in lexicon.idle_notes:
            reading = _with_note(reading, note, lexicon)
    return _finished(reading, lexicon)


def _coded(plain: Plain, lexicon: Lexicon) -> Reading | None:
    """A column code: sfzh, or hzsfzh with the initials of a role before it."""
    code = re.sub(r"[^a-z0-9]", "", plain.core.lower())
    if options := lexicon.codes.get(code):
        return Reading(plain, options=options)
    for initials, role in lexicon.role_codes.items():
        if code.startswith(initials) and (options := lexicon.codes.get(code.removeprefix(initials))):
            return Reading(plain, options=options, role=role)
    return None


def read_text(text: str, lexicon: Lexicon) -> Reading:
    """Read plain text, such as a parent header, for its subjects, qualifiers and times."""
    return _of_pieces(Reading(Plain(text)), text, lexicon)


def _of_pieces(reading: Reading, text: str, lexicon: Lexicon) -> Reading:
    if whole := _whole(text, lexicon):
        return _whole_word(reading, whole)
    if "总" in text and (whole := _whole(text.replace("总", "", 1), lexicon)) and _adds_up(whole, lexicon):
        return replace(_whole_word(reading, whole), total=True)
    pieces = segment(text, lexicon)
    last = len(pieces) - 1
    for index, piece in enumerate(pieces):
        reading = _with_piece(reading, piece, index == last, lexicon)
    return reading


def _adds_up(words: tuple[Word, ...], lexicon: Lexicon) -> bool:
    """总面积 is a sum, 总公司 is another company."""
    kinds = (lexicon.concepts[word.value].type for word in words if word.kind is Kind.CONCEPT)
    return all(kind in (ItemType.NUMBER, ItemType.INTEGER) for kind in kinds)


def _whole(text: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """Meanings of a label that is one word: a role's bare name (户主, 监护人) stands before a concept of that name."""
    words = next((found for form in _spellings(text, lexicon) if (found := lexicon.words.get(form))), ())
    roles = tuple(word for word in words if word.kind in (Kind.ROLE, Kind.SELF))
    concepts = tuple(word for word in words if word.kind is Kind.CONCEPT)
    of_people = all(lexicon.roles[word.value].kind is SubjectKind.PERSON for word in roles if word.value)
    return roles if roles and (of_people or not concepts) else concepts


def _spellings(text: str, lexicon: Lexicon) -> Iterator[str]:
    """The text, and the same words written another way: without 的, with 号 for 号码, a date asked by month or year."""
    yield text
    yield text.replace("、", ",")
    yield folded(text, lexicon)
    if text.endswith(("名称", "全称")):
        yield text[:-2] + "名称"
        yield text[:-2]
    if text[:1] in _WITH and text.endswith("关系"):
        yield "与" + text[1:]
    for lead in _IDLE_LEADS:
        if text.startswith(lead):
            yield text.removeprefix(lead)
    for lead in _ASKING:
        if text.startswith(lead):
            yield from (start + text.removeprefix(lead) for start in ("是否", "是否有", "有无"))
    for ending, _shape in _SHAPES:
        if text.endswith(ending) and (stem := text.removesuffix(ending)):
            yield from (stem + other for other in ("日期", "时间", "年月"))
            return


def _whole_word(reading: Reading, words: tuple[Word, ...]) -> Reading:
    if words[0].kind is Kind.ROLE:
        return replace(reading, role=words[0].value)
    if words[0].kind is Kind.SELF:
        return replace(reading, role="")
    return replace(reading, options=tuple(word.value for word in words))


def _with_piece(reading: Reading, piece: Piece, last: bool, lexicon: Lexicon) -> Reading:
    kinds = {word.kind: word for word in piece.words}
    concepts = tuple(word.value for word in piece.words if word.kind is Kind.CONCEPT)
    vague = (
        piece.text in lexicon.generic or len(concepts) > 1 or _faint(reading, piece.text, concepts, lexicon)
    )
    if last and concepts and not (vague and reading.rest):
        return replace(reading, options=concepts, generic=piece.text in lexicon.generic)
    if last and (Kind.HEAD in kinds or concepts):
        return replace(reading, head=piece.text, rest=reading.rest + piece.text)
    for kind in (
        Kind.ROLE,
        Kind.SELF,
        Kind.PEOPLE,
        Kind.QUALIFIER,
        Kind.TIME,
        Kind.YESNO,
        Kind.TOTAL,
        Kind.GLUE,
    ):
        if kind in kinds and (found := _with_word(reading, kinds[kind], piece.text)):
            both = kind is Kind.QUALIFIER and Kind.TIME in kinds  # 上年末 says when, and at which edge
            return replace(found, times=(*found.times, kinds[Kind.TIME].value)) if both else found
    if piece.text in lexicon.empty_tails and last and reading.rest:
        return replace(reading, rest=reading.rest)
    return replace(reading, rest=reading.rest + piece.text)


def _faint(reading: Reading, text: str, concepts: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Two characters after unknown words prove little (墙体颜色 is not the colour of a car), unless these name a person."""
    if len(text) > 2 or not concepts or reading.rest.endswith(lexicon.person_tails):
        return False
    return lexicon.concepts[concepts[0]].object is not SubjectKind.PERSON


def _with_word(reading: Reading, word: Word, text: str) -> Reading | None:
    match word.kind:
        case Kind.ROLE:
            return replace(reading, role=(reading.role or "") + word.value)
        case Kind.SELF:
            return replace(reading, role="") if reading.role is None else reading
        case Kind.PEOPLE:
            return replace(reading, people=(*reading.people, word.value))
        case Kind.QUALIFIER:
            name, _, value = word.value.partition("=")
            return replace(reading, qualifiers=reading.qualifiers | {(name, value)})
        case Kind.TIME:
            return replace(reading, times=(*reading.times, word.value))
        case Kind.YESNO:
            return replace(reading, yesno=True)
        case Kind.TOTAL:
            return replace(reading, total=True)
        case _:
            return reading


def _with_note(reading: Reading, note: str, lexicon: Lexicon) -> Reading:
    found = read_text(note, lexicon)
    if len(found.options) == 1 and not found.rest and _is_genus(reading, found.options[0], lexicon):
        return replace(reading, options=found.options)
    if _says_which_number(reading, found):
        return replace(reading, options=found.options, rest="")
    if _names_again(reading, found):
        return replace(reading, role=found.role, rest="", head=None)
    rest = "" if found.role else note if found.options else found.rest
    if found.options and found.options == reading.options and not found.rest:
        return reading  # 联系方式(电话)
    own = reading.role if reading.role is not None else found.role
    known = lexicon.roles.get(own or "")
    vague = known is not None and found.role in known.perhaps
    return replace(
        reading,
        role=found.role if vague else own,
        people=reading.people + found.people,
        qualifiers=reading.qualifiers | found.qualifiers,
        times=reading.times + found.times,
        rest=reading.rest + (f"({rest})" if rest else ""),
    )


def _says_which_number(reading: Reading, found: Reading) -> bool:
    """社会保障号码(身份证号), 纳税人识别号(统一社会信用代码): the note says that the national number is to be written."""
    national = (
        len(found.options) == 1 and found.options[0] in _NATIONAL and not found.rest and found.role is None
    )
    return national and _A_NUMBER.search(reading.plain.core) is not None


def _names_again(reading: Reading, found: Reading) -> bool:
    """申报主体(流入方): unknown words for somebody, and in the note who that is."""
    alone = bool(found.role) and not (found.options or found.rest) and reading.role is None
    return alone and not reading.options and _SOMEBODY.search(reading.plain.core) is not None


def _is_genus(reading: Reading, option: str, lexicon: Lexicon) -> bool:
    """证件号码(身份证): the note says which kind it is."""
    return any(genus in reading.options for genus in lexicon.broader(option))


def _scheme(reading: Reading, lexicon: Lexicon) -> Reading:
    """高龄 + 津贴标准 is the 标准 of 高龄津贴: a scheme's name that the cut went through."""
    core, rest = reading.plain.core, reading.rest
    if not rest or not reading.options or not core.startswith(rest):
        return reading
    for end in range(min(len(core) - 1, lexicon.longest), len(rest), -1):
        for word in lexicon.words.get(core[:end], ()):
            if word.kind is Kind.QUALIFIER and word.value.startswith("scheme="):
                return replace(reading, rest="", qualifiers=reading.qualifiers | {("scheme", word.value[7:])})
    return reading


def _led(reading: Reading, lexicon: Lexicon) -> Reading:
    """受检学生, 参训学员: what somebody on a list does, before the word for people, says nothing more."""
    idle = (
        reading.people
        and reading.rest in lexicon.person_leads
        and reading.plain.core.startswith(reading.rest)
    )
    return replace(reading, rest="") if idle else reading


def _finished(reading: Reading, lexicon: Lexicon) -> Reading:
    reading = _led(_scheme(reading, lexicon), lexicon)
    core = reading.plain.core
    shape = next((shape for ending, shape in _SHAPES if core.endswith(ending)), None)
    if _EDGE_DAY.search(core):
        shape = "date"
    if any("日" not in hint and "d" not in hint.lower() and _monthly(hint) for hint in reading.plain.hints):
        shape = "month"
    if any(("时" in hint and "日" in hint) or "hh" in hint.lower() for hint in reading.plain.hints):
        shape = "clock"
    return replace(
        reading,
        shape=shape,
        yesno=reading.yesno or any(word in core for word in ("是否", "有无", "能否", "可否")),
        generic=reading.generic or core in lexicon.generic,
    )


def _monthly(hint: str) -> bool:
    return hint.lower().replace("/", "-").replace(".", "-") in ("yyyy-mm", "yyyymm", "年月", "yyyy年mm月")
