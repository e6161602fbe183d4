"""An earlier edition of a draft in words: what is asked more, what no longer, what under another name."""

from collections.abc import Iterable
from dataclasses import dataclass

from qingzhuang.intake.reissue import Kin
from qingzhuang.language import gettext as _
from qingzhuang.model.form import Item
from qingzhuang.store.gate.editions import Edition
from qingzhuang.web.words import number

_SHOWN = 6
_LONGEST = 24


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
        _line(_("多问 {count} 项：{names}。"), _labels(found.added)),
        _line(_("不再问 {count} 项：{names}。"), _labels(found.gone)),
        _line(_("改了名 {count} 项：{names}。"), _labels(new for _old, new in found.renamed)),
        _line(_("选项、单位或必填变了 {count} 项：{names}。"), _labels(new for _old, new in found.changed)),
        _line(_("多 {count} 行：{names}。"), _stubs(found.more_rows)),
        _line(_("少 {count} 行：{names}。"), _stubs(found.fewer_rows)),
    )
    name = f"《{earlier.title}》" + (f"（{earlier.mark}）" if earlier.mark else "")
    return EditionWords(
        _head(edition.kin, any(lines)).format(name=name), tuple(each for each in lines if each)
    )


def _head(kin: Kin, otherwise: bool) -> str:
    if kin is Kin.SAME_NAME:
        return _("和上次的{name}同名，问的大半不一样：是它的新版，还是另一张表，请看一眼。")
    if kin is Kin.SAME_COLUMNS:
        return _("和上次的{name}栏目大半一样，题目不同：是它的新版，还是另一张表，请看一眼。")
    return _("和上次的{name}是同一张表。") if otherwise else _("和上次的{name}问的一样。")


def _labels(items: Iterable[Item]) -> list[str]:
    return [item.label for item in items]


def _stubs(keys: Iterable[str]) -> list[str]:
    return [key if len(key) <= _LONGEST else key[:_LONGEST] + "…" for key in keys]


def _line(words: str, names: list[str]) -> str:
    if not names:
        return ""
    more = _("等") if len(names) > _SHOWN else ""
    return words.format(count=number(len(names)), names=_("、").join(names[:_SHOWN]) + more)
