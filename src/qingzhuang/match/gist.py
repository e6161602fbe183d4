"""What a label says once words of one meaning are one: 奖学金金额 and 奖学金, 药名 and 药品名称, 化肥施用量 and 化肥使用量.

Too bold for two columns of one form, where the difference is the point; good between forms that do not know each other.
"""

from functools import lru_cache

from qingzhuang.match.lexicon import Lexicon
from qingzhuang.match.slots import Slots
from qingzhuang.match.title import read_title


def same_gist(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """Whether two labels say the same, what the other form's title says left out."""
    one, other = _without(a.text, b, lexicon), _without(b.text, a, lexicon)
    if "money" in (a.dimension, b.dimension):
        one, other = one.removesuffix("金"), other.removesuffix("金")
    if one == other:
        return len(one) > 1
    return bool(_known(a, lexicon) & {other} or _known(b, lexicon) & {one})


def _known(slots: Slots, lexicon: Lexicon) -> frozenset[str]:
    """The gists of all words for the item's property."""
    if slots.concept is None or slots.rest:
        return frozenset()
    concept = lexicon.concepts[slots.concept]
    return frozenset(gist(word, lexicon) for word in (concept.name, *concept.synonyms)) - {""}


def _without(text: str, other: Slots, lexicon: Lexicon) -> str:
    """The gist of a label without the beginning that the other form's title says."""
    title = read_title(other.listing, lexicon).listed
    start = next((end for end in range(len(text) - 2, 1, -1) if text[:end] in title), 0)
    text = text if start else _rateless(text, other)
    rest = gist(text[start:], lexicon)
    whole = gist(text, lexicon)
    return rest if start and rest == gist(other.text, lexicon) else whole


def _rateless(text: str, other: Slots) -> str:
    """月扶助金 beside 扶助金(元/月) without its 月."""
    bases = other.unit.symbol.split("/")[1:] if other.unit else []
    for base in bases:
        text = text.removeprefix(f"每{base}").removeprefix(base)
    return text


@lru_cache(maxsize=65536)
def gist(text: str, lexicon: Lexicon) -> str:
    """Replace words by their canonical ones, longest first; drop fillers; drop a tail that only says amount or count."""
    writing = lexicon.writing
    for word, plain in writing.gist:
        text = text.replace(word, plain)
    for tail in writing.gist_tails:
        if text.endswith(tail) and len(text) - len(tail) > 1:
            return text.removesuffix(tail)
    return text
