"""What the candidates are measured on: pairs that ask the same (labels of others as digests only) and pools of strangers around them."""

import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.scale_columns import labels_of

from qingzhuang.match.pairs import Pair, read_pairs
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.verdict import ItemContext

HERE = Path(__file__).parent
FORMS = HERE / "pairs" / "formitem.jsonl"
HELD_OUT = "openurp/openurp.github.io"
Partners = dict[int, set[int]]
Contexts = Sequence[tuple[ItemContext, ItemContext]]


def digest(label: str) -> str:
    """A label of others in a form that is not the label."""
    return hashlib.sha256(label.encode()).hexdigest()[:16]


def judged(labels: Iterable[str], file: str = "partners.txt", half: str = "") -> list[tuple[str, str]]:
    """The pairs of a file that a person judged to ask the same; of one half of them where it has halves."""
    known = {digest(label): label for label in labels}
    lines = (line.split() for line in (HERE / file).read_text().splitlines() if line[:1] != "#")
    return [(known[a], known[b]) for a, b, *own in lines if a in known and b in known and half in ("", *own)]


def written(file: Path, split: str) -> list[tuple[ItemContext, ItemContext]]:
    """The equal pairs of a part of FormItem-ZH that are not debatable."""
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    kept = [
        each
        for each in lines
        if each["split"] == split and each["verdict"] == "equal" and not each.get("debatable")
    ]
    text = "\n".join(json.dumps(each, ensure_ascii=False) for each in kept)
    return [(each.a, each.b) for each in read_pairs(file.name, text.encode()) if isinstance(each, Pair)]


def pool(
    pairs: Sequence[tuple[ItemContext, ItemContext]], others: Sequence[ItemContext], size: int
) -> tuple[list[Slots], Partners]:
    """Distinct wordings, those of the pairs first, filled up with others; and who belongs to whom."""
    columns, at, partners, lexicon = (
        list[Slots](),
        dict[str, int](),
        defaultdict[int, set[int]](set),
        default(),
    )

    def number(context: ItemContext) -> int:
        slots = parse(context, lexicon)
        if slots.text not in at:
            at[slots.text] = len(columns)
            columns.append(slots)
        return at[slots.text]

    for one, other in ((number(a), number(b)) for a, b in pairs):
        if one != other:
            partners[one].add(other)
            partners[other].add(one)
    for context in others:
        if len(columns) >= size:
            break
        number(context)
    return columns, partners


def strangers(titled: bool) -> list[ItemContext]:
    """What fills a pool, in an order by lot: the labels of all vendors and of FormItem-ZH, bare or each with title and row of
    some item of FormItem-ZH, so that to have a title tells nothing."""
    lines = [json.loads(line) for line in FORMS.read_text(encoding="utf-8").splitlines()]
    sides = [line[side] for line in lines for side in "ab"]
    dice = random.Random(1)  # noqa: S311 - which strangers fill a pool
    found = [ItemContext(label) for label in (*labels_of(None), *(each["label"] for each in sides))]
    dice.shuffle(found)
    if not titled:
        return found
    lent = (dice.choice(sides) for _each in found)
    return [
        ItemContext(each.label, form["form"], form.get("row")) for each, form in zip(found, lent, strict=True)
    ]
