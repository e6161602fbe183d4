"""Words that the rules' data uses as labels, put in the language of whoever reads: verbs, headings, kinds of change."""

from qingzhuang.language import gettext, later
from qingzhuang.model.finding import Finding
from qingzhuang.web.checked.rules import verb_of

VERBS = (
    later("不得"),
    later("一律不得"),
    later("严禁"),
    later("禁止"),
    later("杜绝"),
    later("不"),
    later("不再"),
    later("防止"),
    later("应当"),
    later("原则上"),
    later("一般"),
    later("宜"),
    later("可以"),
    later("方可"),
    later("推动"),
    later("定义"),
    later("例外"),
)

HEADINGS = (later("查什么"), later("为什么"), later("怎么改"), later("不算"))
CHANGES = (later("新规定"), later("旧规定"), later("地方规定"), later("未施行"), later("核对"), later("界线"))


def verb_said(finding: Finding) -> str:
    """The verb of a finding in the language of whoever is served; one that is not among the known stands as it is."""
    return gettext(verb_of(finding))
