"""Two columns of codes: one standard may not be the list that both of them number by."""

import re

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, unsure
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots

_CITED = re.compile(r"(?:GB|WS|GA)/?T?\d+(?:\.\d+)?")


def coded(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """婚姻状况代码 here may be GB/T 2261.2 and there a list of the issuer; 民族代码 is the same everywhere (policy)."""
    if a.concept is None or a.concept != b.concept or a.rest != b.rest or a.listing == b.listing:
        return None
    if lexicon.concepts[a.concept].domain != "coded" or a.concept in lexicon.policy.codes_alike:
        return None
    one, other = (_CITED.findall(each.text) for each in (a, b))
    if (one and one == other) or (a.choices and a.choices == b.choices):
        return None
    return unsure("form", _("都是代码，但用的是不是同一张代码表，两边没写。"))
