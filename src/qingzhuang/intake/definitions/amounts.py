"""How an amount is put: unit and rounding."""

import re

from qingzhuang.intake.definitions.numbers import number
from qingzhuang.intake.layout.units import measure

_UNIT = (
    re.compile(r"(?:计量)?单位(?:统一)?(?:[：:为是按用]|采用|折算[为成])*[“\"]?(?P<unit>[A-Za-z\u4e00-\u9fff%‰/²³0-9]{1,8}?)[”\"]?(?=[，,。；;（()）、]|$|填|计|表示|保留)"),
    re.compile(r"(?:以|用|按|换算[为成]|折算[为成]|折合成?|统一[为成用])[“\"]?(?P<unit>[A-Za-z\u4e00-\u9fff%‰/²³0-9]{1,7}?)[”\"]?(?:为(?:计量)?单位|填[报写]?|计(?!入)算?|统计|表示|上报)"),
    re.compile(r"(?:换算|折算|折合)(?:成|为|到)?[“\"]?(?P<unit>[A-Za-z\u4e00-\u9fff%‰/²³]{1,7}?)[”\"]?(?=[，,。；;（()）、]|$)"),
    re.compile(r"(?:^|[，,：:])[“\"]?(?P<unit>[A-Za-z\u4e00-\u9fff%‰/²³]{1,7}?)[”\"]?为(?:计量)?单位"),
)  # fmt: skip
_PLACES = re.compile(
    r"(?:小数点?(?:后|以后)?)?(?:保留(?:到|至)?|精确(?:到|至)|取)(?:小数点?(?:后|以后)?)?(?P<count>[0-6一二两三四五六])位(?:小数)?"
)
_LEFT = re.compile(
    r"小数点?(?:后|以后)(?:只)?留(?P<behind>[0-6一二两三四五六])位|(?<!保)留(?P<places>[0-6一二两三四五六])位小数"
)
_STEPS = re.compile(r"精确(?:到|至)(?P<step>0\.0*1(?P<unit>[^\d，,。；;（()）]{0,4})|个位|整数|元|角|分)")
_WHOLE = re.compile(
    r"取整数?|保留(?:到|至)?整数|填(?:写|报)?整数|只填整数|不保留小数|不(?:要|带|填)小数|四舍五入到(?:个位|整数)"
)
_NAMED = {"个位": 0, "整数": 0, "元": 0, "角": 1, "分": 2}


def unit(text: str) -> str | None:
    """Return the unit that a sentence prescribes, as the form's own labels would spell it."""
    for pattern in _UNIT:
        for found in pattern.finditer(text):
            if named := measure(found["unit"]):
                return named
    step = _STEPS.search(text)
    return measure(step["unit"]) if step and step["unit"] else None


def decimals(text: str) -> int | None:
    """Return how many decimals are kept, None when nothing is said."""
    if found := _PLACES.search(text):
        return number(found["count"])
    if found := _LEFT.search(text):
        return number(found["behind"] or found["places"])
    if found := _STEPS.search(text):
        step = found["step"].removesuffix(found["unit"] or "")
        return _NAMED[step] if step in _NAMED else len(step) - 2
    return 0 if _WHOLE.search(text) else None
