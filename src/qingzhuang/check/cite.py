"""Which instrument to name first: by what the thing is (应用 → 2026 办法, 账号和群 → 2023 意见, 检查、表、留痕 → 2024 规定)."""

from qingzhuang.model.case import CaseKind
from qingzhuang.model.finding import Finding, Gravity

_GRAVITY = (Gravity.BREACH, Gravity.DUTY, Gravity.REASON, Gravity.ADVICE, Gravity.ASK)
_APP = ("APP26", "RG24", "OP23")
_ONLINE = ("OP23", "RG24", "APP26")
_OF_APPS = ("A", "B")  # a notice that forces an app on people is about the app
_OTHER = ("RG24", "VIL22", "OP23", "APP26")


def rank(finding: Finding, kind: CaseKind) -> tuple[int, int, str]:
    """Sort key: what the law forbids before what it asks, then the instrument that is about this kind of thing."""
    order: tuple[str, ...]
    if kind in (CaseKind.ACCOUNT, CaseKind.GROUP, CaseKind.QUIZ, CaseKind.VOTE):
        order = _ONLINE
    elif kind in (CaseKind.APP, CaseKind.FILING) or finding.category in _OF_APPS:
        order = _APP
    else:
        order = _OTHER
    prefix = finding.code.split("-")[0]
    place = order.index(prefix) if prefix in order else len(order)
    gravity = _GRAVITY.index(finding.gravity)
    # a form on paper or in a spreadsheet is no app: what only binds apps never leads there, however grave
    return (place, gravity, finding.code) if kind is CaseKind.FORM else (gravity, place, finding.code)
