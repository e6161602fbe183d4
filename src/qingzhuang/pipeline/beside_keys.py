"""What stands beside the keys that a form asks: on whose form, where only the title tells what is meant or people set two forms apart."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from qingzhuang.answer.plan_cell import Asked, Reading
from qingzhuang.answer.select import Rows
from qingzhuang.match.grouping.rulings import Rulings, mark
from qingzhuang.match.grouping.sides import Side, plain_title, set_apart, side_of
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.whose.context import contexts
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import Form, Item
from qingzhuang.model.thing import thing
from qingzhuang.model.verdict import ItemContext

_NO_SIDES = ("check.", "form.")  # a check list and a form's own frame have keys of their own


def with_sides(form: Form, reading: Reading, rows: Rows | None, lexicon: Lexicon) -> Reading:
    """Return what a form asks, each item on its side where the form's title tells it. What is asked of an event is that event's."""
    if rows is not None and rows.kind is SubjectKind.EVENT:
        return reading
    return _with(form, reading, lambda context: _by_title(context, lexicon))


def set_apart_by_people(form: Form, reading: Reading, said: Rulings, lexicon: Lexicon) -> Reading:
    """Return the same with what people set apart."""
    if not said.sides:
        return reading
    return _with(form, reading, lambda context: _by_people(context, said, lexicon))


def _with(form: Form, reading: Reading, find: Callable[[ItemContext], tuple[str, Side] | None]) -> Reading:
    asked: dict[Item, Asked] = {}
    sides: dict[str, Callable[[str], bool]] = {}
    for item, context in contexts(form):
        known = reading.of(item)
        if known.key is None or not known.fact or known.words or known.key.startswith(_NO_SIDES):
            continue
        found = find(context)
        if found is not None:
            spelt = thing(known.key)._replace(side=found[0]).spelt
            asked[item] = replace(known, key=spelt)
            sides[spelt] = found[1].holds
    if not asked:
        return reading
    return replace(reading, asked={**reading.asked, **asked}, sides={**reading.sides, **sides})


def _by_title(context: ItemContext, lexicon: Lexicon) -> tuple[str, Side] | None:
    side = side_of(parse(context, lexicon), lexicon)
    return (side, Side(context, lexicon)) if side else None


def _by_people(context: ItemContext, said: Rulings, lexicon: Lexicon) -> tuple[str, Side] | None:
    slots = parse(context, lexicon)
    of_key: Mapping[str, tuple[frozenset[str], frozenset[str]]] = said.sides.get(slots.key, {})
    titles = of_key.get(mark(slots))
    if titles is None:
        return None
    mine, others = titles
    return min(mine, default=plain_title(context.form or "")), set_apart(context, lexicon, mine, others)
