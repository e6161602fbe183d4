"""The bounds of an item as a constraint of OpenRosa."""

from datetime import date
from decimal import Decimal

from qingzhuang.language import gettext as _
from qingzhuang.model.domain import Bound, Domain, Measured
from qingzhuang.model.form import ItemType

_NUMBERS = (ItemType.INTEGER, ItemType.NUMBER)


def bounded(domain: Domain, kind: ItemType) -> tuple[str, str]:
    """Return the constraint and the words that go with it; none where the question's type is held against nothing of that kind,
    or where the form only warns."""
    fits = {
        Measured.NUMBER: kind in _NUMBERS,
        Measured.DAY: kind is ItemType.DATE,
        Measured.LENGTH: kind is ItemType.TEXT,
    }
    if domain.soft or not fits[domain.of]:
        return "", ""
    own = "string-length(.)" if domain.of is Measured.LENGTH else "."
    parts = []
    if domain.low is not None and domain.low == domain.high:
        parts.append(f"{own} = {_bound(domain.low)}")
    else:
        if domain.low is not None:
            parts.append(f"{own} {'>' if domain.above else '>='} {_bound(domain.low)}")
        if domain.high is not None:
            parts.append(f"{own} {'<' if domain.below else '<='} {_bound(domain.high)}")
    return " and ".join(parts), _words(domain)


def _bound(bound: Bound) -> str:
    return (
        f"date('{bound.isoformat()}')"
        if isinstance(bound, date)
        else f"{bound:f}"
        if isinstance(bound, Decimal)
        else str(bound)
    )


def _words(domain: Domain) -> str:
    """What the form itself allows, for the person who answers."""
    return _("按表上的限制，要{range}。").format(range=in_words(domain))


def in_words(domain: Domain) -> str:
    """A domain as people say it: 0 到 120, 不早于 2020-01-01, 18 个字."""
    low, high = domain.low, domain.high
    if low is not None and low == high:
        words = _("等于 {bound}").format(bound=low)
    else:
        below, above = (
            (_("小于") if domain.below else _("不大于")),
            (_("大于") if domain.above else _("不小于")),
        )
        words = _("、").join(
            f"{word} {bound}" for word, bound in ((above, low), (below, high)) if bound is not None
        )
    return _("字数{range}").format(range=words) if domain.of is Measured.LENGTH else words
