"""What a figure is of, where only the form's title tells: which stock, which checks, which scheme's money."""

from qingzhuang.match.vocabulary.lexicon import Lexicon

_MANY = ("aggregate", "act")
_MONEY = "money"


def is_of_matter(concept: str | None, group: str | None, dimension: str | None, lexicon: Lexicon) -> bool:
    """Tell whether a property belongs to the matter that the title names: on rows that stand for many, what is no property of the row
    itself and any amount of money that the lexicon does not know; of things in stock on their own rows, too."""
    if concept is None:
        return group in _MANY and dimension is not None and dimension.startswith(_MONEY)
    if concept in lexicon.policy.of_stock:
        return group == "thing" or group in _MANY
    return group in _MANY and concept.startswith(lexicon.policy.of_matter)
