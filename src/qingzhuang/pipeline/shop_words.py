"""What a form of shops means by words that it shares with others: a shop bears one name, and who runs it answers its
telephone. Only where the form itself leaves no doubt."""

from collections.abc import Mapping
from dataclasses import replace

from qingzhuang.answer.plan_cell import Asked
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.model.form import Item

_NAMES = {"organisation.name": "site.name", "site.name": "organisation.name"}
_PHONE, _RUNS = "person.phone", "经营者"
_NAME = "@person.name"


def with_shop_words(asked: Mapping[Item, Asked], lexicon: Lexicon) -> dict[Item, Asked]:
    """Add to each item what else would answer it. A form with both names tells them apart, and a telephone beside
    somebody else's name (负责人, 法定代表人) is that person's."""
    keys = {each.key or "" for each in asked.values()}
    also = {one: other for one, other in _NAMES.items() if other not in keys}
    if all(_is_theirs(key.removesuffix(_NAME), lexicon) for key in keys if key.endswith(_NAME)):
        also[_PHONE] = f"{_RUNS}@{_PHONE}"
    return {item: replace(each, also=also.get(each.key or "")) for item, each in asked.items()}


def _is_theirs(role: str, lexicon: Lexicon) -> bool:
    """Who runs the shop, or who comes to look at it."""
    known = lexicon.roles.get(role)
    return role == _RUNS or (known is not None and known.acts)
