"""A printed check as a left term, a relation, and signed terms on the right: 3=1+2, 合计≥男-女."""

import re

RELATION = re.compile(r"(>=|<=|[=＝≥≤＞＜><]|等于|不小于|不大于|大于等于|小于等于)")
LEAD = re.compile(r"^.*[：:]|^[（(]?\d{1,2}[)）]?[.．]|^[①-⑳]")
"""What leads to a check: 审核关系：, (1), ①."""
_RELATIONS = {"＝": "=", "等于": "=", ">=": "≥", "大于等于": "≥", "不小于": "≥", "<=": "≤", "小于等于": "≤", "不大于": "≤",
              "＞": ">", "＜": "<"}  # fmt: skip
_SIGN = re.compile(r"([+＋\-－—–])")
_MINUS = frozenset("-－—–")


def parted(clause: str) -> tuple[str, str, list[int], list[str]] | None:
    """Return left term, relation, signs and right terms; None unless exactly one relation stands between two sides."""
    pieces = RELATION.split(clause)
    if len(pieces) != 3 or not pieces[0] or not pieces[2]:
        return None
    first, *rest = _SIGN.split(pieces[2])
    signs = [1, *(-1 if each in _MINUS else 1 for each in rest[::2])]
    return pieces[0], _RELATIONS.get(pieces[1], pieces[1]), signs, [first, *rest[1::2]]
