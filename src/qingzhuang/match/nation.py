"""What a county tells the nation of its forms: how often an element is asked, in which words, by whom. No value, no person.

Each county gathers its own columns and sends lines of (slot key, label, count, issuer). The nation adds them up by slot key: a
join that any SQL engine does, on one machine or many, with the same result to the byte (`JOIN`).
"""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields

from qingzhuang.match.wording.slots import Slots

# Standard SQL over a table `asked` with the columns of `Asked`; texts in binary order.
JOIN = """
WITH worded AS (SELECT key, label, SUM(count) AS said FROM asked GROUP BY key, label),
ranked AS (SELECT key, label, ROW_NUMBER() OVER (PARTITION BY key ORDER BY said DESC, label) AS place FROM worded),
summed AS (
  SELECT key, SUM(count) AS asks, COUNT(DISTINCT issuer) AS issuers, COUNT(DISTINCT label) AS wordings
  FROM asked GROUP BY key
)
SELECT summed.key, label, CAST(asks AS BIGINT) AS asks, issuers, wordings
FROM summed JOIN ranked ON summed.key = ranked.key AND place = 1
ORDER BY summed.key
"""


@dataclass(frozen=True, slots=True, order=True)
class Asked:
    """One line of a county: `count` columns of `issuer` with this label ask the element of this key."""

    key: str
    label: str
    count: int
    issuer: str


@dataclass(frozen=True, slots=True, order=True)
class Element:
    """What a nation asks under one key: `label` is the commonest wording, `issuers` and `wordings` how many differ."""

    key: str
    label: str
    asks: int
    issuers: int
    wordings: int


def told(columns: Iterable[tuple[str, Slots]]) -> list[Asked]:
    """Return a county's lines, sorted; `columns` are (issuer, slots). What is no fact is left out."""
    found = Counter((each.key, each.text, issuer) for issuer, each in columns if not each.nonfact)
    return sorted(Asked(key, label, count, issuer) for (key, label, issuer), count in found.items())


def joined(lines: Iterable[Asked]) -> list[Element]:
    """Add up the lines of all counties, by key. The same as `JOIN`."""
    words: defaultdict[str, Counter[str]] = defaultdict(Counter)
    issuers: defaultdict[str, set[str]] = defaultdict(set)
    for each in lines:
        words[each.key][each.label] += each.count
        issuers[each.key].add(each.issuer)
    return [
        Element(key, _commonest(words[key]), sum(words[key].values()), len(issuers[key]), len(words[key]))
        for key in sorted(words)
    ]


def _commonest(said: Counter[str]) -> str:
    return min(said, key=lambda label: (-said[label], label))


def as_tsv(kind: type[Asked] | type[Element], lines: Iterable[Asked] | Iterable[Element]) -> str:
    """Write lines of one kind with a header; tabs and line breaks of a label are quoted."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(each.name for each in fields(kind))
    writer.writerows(astuple(each) for each in lines)
    return out.getvalue()


def read_tsv(text: str) -> Iterator[Asked]:
    """Read a county's lines. Raises ValueError with the number of the line that is none."""
    for number, row in enumerate(csv.DictReader(io.StringIO(text), delimiter="\t"), start=2):
        try:
            yield Asked(row["key"], row["label"], int(row["count"]), row["issuer"])
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(number) from error
