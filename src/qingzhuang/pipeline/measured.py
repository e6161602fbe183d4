"""Columns that name only what is measured, under a title or header that says how: 水稻 under 播种面积."""

import re
from dataclasses import replace

from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.verdict import ItemContext

_HOW = re.compile(r"播种面积|种植面积|存栏|出栏|产量")


def measured(context: ItemContext, lexicon: Lexicon) -> ItemContext:
    """Return the context of an item with the measure in its label, where header or title name just one and the label
    is understood with it alone."""
    if context.row not in (None, "村", "社区", "户") or not parse(context, lexicon).key.startswith("~"):
        return context
    named = [set(_HOW.findall(text or "")) for text in (context.parent, context.form)]
    measures = next((each for each in named if each), set())
    if len(measures) != 1 or _HOW.search(context.label):
        return context
    together = replace(context, label=context.label + measures.pop(), parent=None)
    return context if "~" in parse(together, lexicon).key else together
