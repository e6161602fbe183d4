"""Columns of one form that seem to ask one thing twice, in other words. They are never made one by themselves: the form's issuer is
asked, once for every later edition of it."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from qingzhuang.language import gettext as _
from qingzhuang.match.decide import decide_slots
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.context import contexts
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.day import day_of_column
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.form import Form, Item
from qingzhuang.model.verdict import ItemContext, Verdict

WHEN = re.compile(
    r"(?:19|20)\d\d年?度?|\d{1,2}月份?|第?[一二三四1-4]季度"
)  # of a title: another edition of the same form
TWICE = "V16-twice"
_NUMBERED = re.compile(r"[0-9０-９一二三四五六七八九十]+|上|下|本|前|后")


@dataclass(frozen=True, slots=True)
class Twice:
    """Two columns of one table. `key` is the slot key that both have, `id` what tells the pair in every edition of the form."""

    id: str
    a: Item
    b: Item
    one: ItemContext
    other: ItemContext
    key: str

    @property
    def why(self) -> str:
        """What was found, in words."""
        return _("“{a}”（{here}）和“{b}”（{there}）好像问的是同一项。").format(
            a=self.one.label, here=self.a.place, b=self.other.label, there=self.b.place
        )


def repeats(form: Form, lexicon: Lexicon | None = None) -> tuple[Twice, ...]:
    """Return the pairs of columns that are one by all that the rules know, and differ in their words. Numbered rounds (第一次, 第二次)
    and a list printed twice side by side ask many things once each."""
    words = lexicon or default()
    known = dict(contexts(form))
    found: list[Twice] = []
    for table in form.tables:
        entries = [(item, known[item], parse(known[item], words)) for item in table.items if item in known]
        found += _of_table(entries, words)
    return tuple(found)


def id_of(a: ItemContext, b: ItemContext) -> str:
    """What tells a pair of columns of one form, whichever comes first and in whatever year."""
    sides = sorted(f"{each.parent or ''}/{each.label}" for each in (a, b))
    title = WHEN.sub("", a.form or "")
    return hashlib.sha256("\n".join(("twice", title, *sides)).encode()).hexdigest()[:16]


_Entry = tuple[Item, ItemContext, Slots]


def _of_table(entries: list[_Entry], lexicon: Lexicon) -> Iterator[Twice]:
    blocks: defaultdict[str, list[_Entry]] = defaultdict(list)
    for each in entries:
        if not each[2].nonfact:
            blocks[each[2].key].append(each)
    printed = Counter(context.label for _item, context, _slots in entries)
    sidewise = {label for label, count in printed.items() if count > 1}
    for key, block in blocks.items():
        for (a, one, left), (b, other, right) in combinations(block, 2):
            if (
                _days(a, b)
                or sidewise & {one.label, other.label}
                or _rounds(one, other)
                or not _alike(left, right, lexicon)
            ):
                continue
            yield Twice(id_of(one, other), a, b, one, other, key)


def _days(a: Item, b: Item) -> bool:
    """Tell whether two columns print days that differ, or one of them prints one: figures of June are not those of December."""
    return day_of_column(a.path) != day_of_column(b.path)


def _rounds(a: ItemContext, b: ItemContext) -> bool:
    """Tell whether two columns stand under numbered rounds of one thing."""
    one, other = a.parent or "", b.parent or ""
    return one != other and _NUMBERED.sub("", one) == _NUMBERED.sub("", other)


def _alike(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    rule, outcome = decide_slots(a, b, lexicon)
    return outcome.verdict is Verdict.EQUAL or rule == TWICE
