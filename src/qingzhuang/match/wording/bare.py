"""Labels that say how something is counted and not what: 本月新增, 累计, 本月化解. Of what, only the form that asks tells."""

import re

_COUNTING = re.compile(r"本[年月期季周日]|上[年月期季]|当[年月日]|累计|新增|[期年月][初末]")


def is_bare(text: str, *, quantity: bool) -> bool:
    """Tell whether a label holds words of counting and, where it asks for a quantity, at most one word of two characters besides."""
    left = _COUNTING.sub("", text)
    return left != text and len(left) <= (2 if quantity else 0)
