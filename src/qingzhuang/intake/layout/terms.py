"""A printed check as a left term, a relation, and signed terms on the right: 3=1+2, 合计≥男-女, 第1列≥第2列≥第3列, 户数为低保户、特困户之和."""

import re
from collections.abc import Iterator, Sequence

_SHALL = r"(?:应当|必须|应该|应|须|需|要)?"
RELATION = re.compile(
    rf"({_SHALL}(?:>=|＞＝|＞=|>＝|<=|＜＝|＜=|<＝|[=＝≥≤≧≦＞＜><]|大于或?等于|小于或?等于|不得?(?:小于|少于|低于)|不(?:能|应|可)(?:小于|少于|低于)|"
    r"不得?(?:大于|多于|高于|超过)|不(?:能|应|可)(?:大于|多于|高于|超过)|等于))"
)
LEAD = re.compile(r"^.*[：:]|^[（(]?\d{1,2}[)）]?[.．]|^[①-⑳]")
"""What leads to a check: 审核关系：, (1), ①."""
SUMMED = re.compile(r"(?:之和|总和|的和|相加|合计)(?=$|[=＝≥≤，,；;。]|应|须|不|等|大|小)")
"""Terms in a row that are added up, so that 、 between them parts no two checks."""
_LISTED = re.compile(
    r"^(?P<terms>.+?)(?:[一二两三四五六七八九十]{1,2}(?:项|列|栏|者|行|类))?(?:之和|总和|的和|相加|合计)$"
)
_IS_SUM = re.compile(r"(?<=.)(?:应当|应|须)?[为是](?=.+(?:之和|总和|的和|相加)$)")
_ALSO = re.compile(r"并且|同时|且")
_AND = re.compile(r"[、+＋]|以及|和|与|及|加")
_RANGE = re.compile(
    r"^(?P<lead>第?)(?P<first>\d{1,3})(?:列|栏|行)?(?:至|到|—|~|～)第?(?P<last>\d{1,3})(?P<tail>列|栏|行)$"
)
_QUOTES = re.compile(r"[“”\"「」『』]")
_LESS = re.compile(
    r"不得?(?:大于|多于|高于|超过)|不(?:能|应|可)(?:大于|多于|高于|超过)|小于或?等于|[<＜][=＝]|≦"
)
_MORE = re.compile(r"不得?(?:小于|少于|低于)|不(?:能|应|可)(?:小于|少于|低于)|大于或?等于|[>＞][=＝]|≧")
_PLAIN = {"＝": "=", "等于": "=", "＞": ">", "＜": "<"}
_MIRROR = {"=": "=", "≥": "≤", "≤": "≥", ">": "<", "<": ">"}
_SIGN = re.compile(r"([+＋\-－—–])")
_MINUS = frozenset("-－—–")
_MOST = 12  # columns that one sum in words may name by its first and last

Side = list[tuple[int, str]]
Check = tuple[str, str, list[int], list[str]]


def checks(clause: str) -> list[Check]:
    """Return what a clause prints, each as left term, relation, signs and right terms; nothing unless all of it is a check. A chain
    is one check for each link, a sum on the left changes sides."""
    return [check for part in _parts(_QUOTES.sub("", clause)) for check in _links(part)]


def _parts(clause: str) -> Sequence[str]:
    """1≥5且5≥2 as two."""
    parts = _ALSO.split(clause)
    return parts if all(RELATION.search(part) for part in parts) else (clause,)


def _links(clause: str) -> Iterator[Check]:
    pieces = RELATION.split(_IS_SUM.sub("=", clause, count=1))
    if len(pieces) < 3 or not all(pieces):
        return
    sides = [_side(piece) for piece in pieces[::2]]
    signs = [_relation(piece) for piece in pieces[1::2]]
    for at, relation in enumerate(signs):
        left = sides[at]
        if at and len(left) > 1 and signs[at - 1] == "=" and len(sides[at - 1]) == 1:
            left = sides[at - 1]  # 1=2+3≥5 says 1≥5
        yield _turned(left, relation, sides[at + 1])


def _relation(words: str) -> str:
    words = re.sub(f"^{_SHALL}", "", words)
    if _LESS.fullmatch(words):
        return "≤"
    return "≥" if _MORE.fullmatch(words) else _PLAIN.get(words, words)


def _side(text: str) -> Side:
    """The signed terms of one side: 1-2, 第2、3、4列之和, 第2至4列合计."""
    listed = _LISTED.match(text)
    if listed and len(terms := _listed(listed["terms"])) > 1:
        return [(1, term) for term in terms]
    first, *rest = _SIGN.split(text)
    return [
        (1, first),
        *((-1 if sign in _MINUS else 1, term) for sign, term in zip(rest[::2], rest[1::2], strict=True)),
    ]


def _listed(text: str) -> list[str]:
    found = _RANGE.match(text)
    if found is None:
        return [term for term in _AND.split(text) if term]
    first, last = int(found["first"]), int(found["last"])
    return (
        [f"{found['lead']}{at}{found['tail']}" for at in range(first, last + 1)]
        if 0 < last - first < _MOST
        else []
    )


def _turned(left: Side, relation: str, right: Side) -> Check:
    """One term on the left: the sides change places where only the right has one, else what is added moves over."""
    if len(left) > 1 and len(right) == 1:
        left, relation, right = right, _MIRROR.get(relation, relation), left
    (_, first), *more = left
    told = [*((-sign, term) for sign, term in more), *right]
    return first, relation, [sign for sign, _ in told], [term for _, term in told]
