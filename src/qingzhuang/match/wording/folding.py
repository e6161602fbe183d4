"""Little words that carry no meaning, unified."""

import re
from functools import lru_cache

from qingzhuang.match.vocabulary.lexicon import Lexicon

_PEOPLE = re.compile(r"(?<=..)(?:对象|人员|人口|群众|户|人|者)$")


@lru_cache(maxsize=65536)
def folded(text: str, lexicon: Lexicon) -> str:
    """Unify little words (号码 → 号) so that two spellings of an unknown word compare equal."""
    for word, short in lexicon.writing.folds.items():
        text = text.replace(word, short)
    return text


def plain_people(word: str) -> str:
    """Return a class of people without the word that only says "people": 低保对象 → 低保."""
    return _PEOPLE.sub("", word)
