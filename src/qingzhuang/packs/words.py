"""How pages of law say the codes of the data: Chinese words for kinds, gravity, confidence, category."""

from qingzhuang.language import gettext as _
from qingzhuang.law.provision import ArticleConfidence, Confidence
from qingzhuang.model.case import CaseKind
from qingzhuang.model.finding import Gravity


def kind_word(kind: CaseKind) -> str:
    """What kind of thing a rule is about."""
    return {
        CaseKind.APP: _("应用（含小程序、快应用）"),
        CaseKind.ACCOUNT: _("公众账号"),
        CaseKind.GROUP: _("工作群"),
        CaseKind.NOTICE: _("通知"),
        CaseKind.FORM: _("表"),
        CaseKind.DOCUMENT: _("文件"),
        CaseKind.MEETING: _("会议"),
        CaseKind.INSPECTION: _("检查考核"),
        CaseKind.EVIDENCE: _("留痕材料"),
        CaseKind.COURSE: _("网课"),
        CaseKind.QUIZ: _("答题"),
        CaseKind.VOTE: _("投票"),
        CaseKind.CERTIFICATE: _("证明"),
        CaseKind.FILING: _("备案"),
        CaseKind.POST_ACTIVITY: _("借调和创建活动"),
    }[kind]


def gravity_word(gravity: Gravity) -> str:
    """How a finding may be spoken of."""
    return {
        Gravity.BREACH: _("违反（由人确认）"),
        Gravity.DUTY: _("应办未办"),
        Gravity.REASON: _("需说明理由"),
        Gravity.ADVICE: _("提醒"),
        Gravity.ASK: _("请核"),
    }[gravity]


def confidence_word(confidence: Confidence) -> str:
    """How surely the words are known."""
    return {
        Confidence.VERBATIM: _("出处里有这段原文"),
        Confidence.SECONDARY: _("见于转述，没有核对正式文本"),
        Confidence.REMEMBERED: _("尚无出处，须与官方文本核对"),
    }[confidence]


def number_word(confidence: ArticleConfidence) -> str:
    """How surely the number of the article is known."""
    return _("条号已核") if confidence is ArticleConfidence.SEEN else _("条号未核")


def category_word(category: str) -> str:
    """The nine kinds of public clue lists."""
    return {
        "A": _("强制使用"),
        "B": _("强制功能"),
        "C": _("过度留痕"),
        "D": _("滥用排名"),
        "E": _("多头填报"),
        "F": _("空壳僵尸"),
        "G": _("重复冗余"),
        "H": _("群内即时响应、摊派索要"),
        "I": _("其他"),
    }[category]
