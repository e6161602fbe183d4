"""Numbers, days and lengths against the bounds that a form sets."""

from collections.abc import Callable, Iterable, Iterator

from qingzhuang.answer.derive_dates import as_date
from qingzhuang.answer.lookover.cells import Found
from qingzhuang.answer.lookover.doubt import Doubt, Kind
from qingzhuang.language import gettext as _
from qingzhuang.model.domain import Domain, Measured
from qingzhuang.model.sheet import Scalar

InWords = Callable[[Domain], str]


def beyond(cells: Iterable[Found], in_words: InWords) -> Iterator[Doubt]:
    """Yield the cells that lie outside their bounds. What the form only warns of is not forbidden; a formula is not held to them."""
    for found in cells:
        domain = found.item.domain
        if domain is None or found.unsaid or found.broken or found.formula:
            continue
        if domain.holds(_measured(found, domain)) is False:
            allowed = in_words(domain)
            why = _("表上这一格只收{range}的。").format(range=allowed)
            yield Doubt(
                Kind.LIMIT, str(found.place), found.item.label, found.text, why, _("请看是不是写错了。"),
                allowed, not domain.soft, found.place, found.item,
            )  # fmt: skip


def _measured(found: Found, domain: Domain) -> Scalar:
    if domain.of is Measured.LENGTH:
        return found.text
    if domain.of is Measured.DAY:
        return as_date(found.value) or as_date(found.text)
    return None if found.number is None else float(found.number)
