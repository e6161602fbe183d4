"""A pair in words: what stands around each item, and how well two persons agree."""

from qingzhuang.language import gettext as _
from qingzhuang.match.people.agreement import Agreement
from qingzhuang.match.people.queue import Side
from qingzhuang.match.wording.definition_words import in_words
from qingzhuang.model.verdict import ItemContext


def told_of(side: Side) -> tuple[tuple[str, str], ...]:
    """What stands around an item, as head and words; what is not known is left out."""
    context = side.context
    found = (
        (_("表"), context.form or side.file),
        (_("谁发的"), context.issuer or ""),
        (_("上级表头"), context.parent or ""),
        (_("是其中一部分，全部是"), context.whole or ""),
        (_("一行是"), context.row or ""),
        (_("单位"), context.unit or ""),
        (_("可选"), "、".join(context.codes)),
        (_("旁边的栏"), "、".join(side.beside)),
        (_("口径"), in_words(context.definition) if context.definition else ""),
        (_("格里写着"), side.hint),
    )
    return tuple((head, told) for head, told in found if told)


def named(context: ItemContext) -> str:
    """An item in words by which it is found: its label with the headers above it, and its form."""
    label = f"{context.parent}/{context.label}" if context.parent else context.label
    return (
        _("“{label}”（《{form}》）").format(label=label, form=context.form) if context.form else f"“{label}”"
    )


def agreement_words(found: Agreement) -> str:
    """How well two persons agree, in words, and how many pairs wait for the second one; empty where nothing was said of either."""
    told = ""
    if found.pairs:
        kappa = _("算不出") if found.kappa is None else f"{found.kappa:.2f}"
        told = _(
            "两个人都看过 {pairs} 对，{agreed} 对说得一样，κ {kappa}（扣掉碰巧：1 是全一样，0 和碰巧差不多）。"
        ).format(pairs=found.pairs, agreed=found.agreed, kappa=kappa)
    waiting = _("还有 {n} 对等第二个人看，看过才算。").format(n=found.waiting)
    return told + (waiting if found.waiting else "")
