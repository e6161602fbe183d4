"""What is asked of somebody: an element's slot key, and beside it what makes two facts of one key: the side that people set apart, the
day as of which it is wanted. The key alone is what the ledger keeps; spelt out in one word, the three are what a question is."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_SPELT = re.compile(r"(?P<key>.*?)(?:\|§(?P<side>[^|]*))?(?:\|(?P<day>\d{4}-\d{2}-\d{2}))?", re.DOTALL)


class Thing(NamedTuple):
    """`side`: whose form's it is, where people said that two forms mean two things by one key ("": all mean one); `day`: as of which it
    is wanted, None where it does not move or whatever holds today will do."""

    key: str
    side: str = ""
    day: date | None = None

    @property
    def spelt(self) -> str:
        """The three in one word; of a key by itself the key."""
        side = f"|§{self.side.replace('|', '')}" if self.side else ""
        return f"{self.key}{side}{f'|{self.day}' if self.day else ''}"


@lru_cache(maxsize=8_192)
def thing(spelt: str) -> Thing:
    """Read a word again; any key is one."""
    found = _SPELT.fullmatch(spelt)
    if found is None or "|" not in spelt:
        return Thing(spelt)
    day = found["day"]
    return Thing(found["key"], found["side"] or "", date.fromisoformat(day) if day else None)
