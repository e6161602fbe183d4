"""An earlier edition of a draft in words: what is asked more, what no longer, what under another name."""

from collections.abc import Iterable
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.model.form import Item
from qingzhuang.store.gate.editions import Edition
from qingzhuang.web.words import number

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class EditionWords:
    """`head` names the earlier demand and how much more is asked, `lines` say what."""

    head: str
    lines: tuple[str, ...]


def edition_words(edition: Edition | None) -> EditionWords | None:
    """Return what to tell of an edition, None where there is none."""
    if edition is None:
        return None
    found, earlier = edition.difference, edition.earlier
    lines = (
        _line(_("多问 {count} 项：{names}。"), found.added),
        _line(_("不再问 {count} 项：{names}。"), found.gone),
        _line(_("改了名 {count} 项：{names}。"), (new for _old, new in found.renamed)),
        _line(_("选项、单位或必填变了 {count} 项：{names}。"), (new for _old, new in found.changed)),
    )
    name = f"《{earlier.title}》" + (f"（{earlier.mark}）" if earlier.mark else "")
    told = _("和上次的{name}是同一张表。") if any(lines) else _("和上次的{name}问的一样。")
    return EditionWords(told.format(name=name), tuple(each for each in lines if each))


def _line(words: str, items: Iterable[Item]) -> str:
    names = [item.label for item in items]
    if not names:
        return ""
    more = _("等") if len(names) > _SHOWN else ""
    return words.format(count=number(len(names)), names=_("、").join(names[:_SHOWN]) + more)
