"""How alike two labels are by methods that see the labels only, from 0 to 100: peers of the matcher on labelled pairs."""

import importlib.util
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from rapidfuzz import fuzz

Likeness = Callable[[str, str], float]


def tfidf(labels: Iterable[str]) -> Likeness:
    """The cosine of characters and pairs of characters, weighed by their rarity among the labels."""
    counts = [_grams(label) for label in labels]
    found = Counter(gram for each in counts for gram in each)
    rarity = {gram: 1 + math.log(len(counts) / number) for gram, number in found.items()}

    def vector(label: str) -> dict[str, float]:
        return {gram: count * rarity.get(gram, 1.0) for gram, count in _grams(label).items()}

    def alike(a: str, b: str) -> float:
        one, other = vector(a), vector(b)
        inner = sum(weight * other.get(gram, 0.0) for gram, weight in one.items())
        return 100 * inner / ((_length(one) * _length(other)) or 1.0)

    return alike


def _grams(text: str) -> Mapping[str, int]:
    return Counter([*text, *(text[at : at + 2] for at in range(len(text) - 1))])


def _length(vector: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight**2 for weight in vector.values()))


def coma() -> Likeness | None:
    """COMA on the names of two columns (valentine, Do and Rahm 2002); None where valentine is not installed."""
    if importlib.util.find_spec("valentine") is None:
        return None
    import pandas
    from valentine import valentine_match
    from valentine.algorithms import Coma

    def alike(a: str, b: str) -> float:
        tables = [pandas.DataFrame({label: []}) for label in (a, b)]
        found = valentine_match(tables, Coma(), df_names=["a", "b"])
        return 100 * float(max(found.values(), default=0.0))

    return alike


def peers(labels: Iterable[str]) -> dict[str, Likeness]:
    """All that are at hand, by name."""
    found: dict[str, Likeness] = {"rapidfuzz ratio": fuzz.ratio, "TF-IDF": tfidf(labels)}
    if (schema := coma()) is not None:
        found["COMA (names only)"] = schema
    return found
