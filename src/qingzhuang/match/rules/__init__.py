"""The rules in the order in which they are asked; the first that has something to say decides. A rule is a function
of two items; adding one means writing it in the file of its kind and naming it here. Ids are never reused."""

from collections.abc import Mapping
from types import MappingProxyType

from qingzhuang.match.outcome import Rule
from qingzhuang.match.rules import (
    context,
    derive,
    differ,
    equal,
    genus,
    rows,
    special,
    subject,
    titled,
    yesno,
)

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "V01-nonfact": differ.nonfact,
        "D01-rows-count": rows.count,
        "D09-rows-count-if": rows.marked,
        "D02-rows-sum": rows.total,
        "D03-members-count": rows.members,
        "N04-relative": special.relative,
        "N05-more-words": special.more_words,
        "N06-one-head": special.same_head,
        "N07-kind-word": special.kind_word,
        "V02-subject": subject.role,
        "V11-classes": subject.classes,
        "V03-row": subject.realm,
        "D04-formula": derive.formula,
        "D05-category-yesno": derive.category,
        "D10-span": derive.span,
        "D08-age-yesno": yesno.bounded,
        "D11-day-yesno": yesno.dated,
        "V04-dimension": differ.dimension,
        "V05-qualifier": differ.qualifiers,
        "V13-place": rows.place,
        "U01-ambiguous": context.ambiguous,
        "V06-time": context.time,
        "V07-series": context.series,
        "V10-procedure": context.procedure,
        "V12-half-row": subject.half_known,
        "V09-total": differ.total,
        "D06-coarser": derive.coarser,
        "V08-representation": differ.representation,
        "D07-unit": derive.unit,
        "E01-element": equal.element,
        "E02-wording": equal.wording,
        "E03-title": titled.named,
        "E06-gist": titled.worded,
        "E04-asking": equal.asking,
        "E05-site-name": equal.site_name,
        "N01-genus": genus.kind,
        "N02-address": genus.address,
        "N03-place": genus.place,
        "U03-generic": titled.generic,
        "U04-perhaps": equal.perhaps,
        "U05-alike": titled.alike,
        "X01-property": equal.property_,
        "X03-part": equal.part,
        "U02-words": equal.near,
        "X02-words": equal.words,
    }
)
