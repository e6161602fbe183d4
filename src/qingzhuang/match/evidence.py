"""Values as evidence, where both sides hold data: it may take apart or leave to a person what words made one, and tell a person what
speaks for it. It never makes two items one. What is told are counts of rows, never a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.profile import Holds, Profile
from qingzhuang.model.verdict import Match, Verdict

RULE = "F04-values"
_MARKED = frozenset((Holds.PHONE, Holds.ID_NUMBER, Holds.CREDIT_CODE, Holds.BANK_CARD, Holds.DATE))
_HARDLY = 0.1
_SHARED, _SAME, _OTHER, _NONE = 10, 0.99, 0.5, 0.1
_VARIED = 5
_WORDS = {
    Holds.PHONE: later("电话号码"),
    Holds.ID_NUMBER: later("身份证号"),
    Holds.CREDIT_CODE: later("统一社会信用代码"),
    Holds.BANK_CARD: later("银行卡号"),
    Holds.DATE: later("日期"),
    Holds.NUMBER: later("数"),
    Holds.TEXT: later("文字"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The profiles of filled columns by the form's index and the item's key."""

    profiles: Mapping[tuple[int, str], Profile] = field(default_factory=dict[tuple[int, str], Profile])

    def of(self, form: int, key: str) -> Profile | None:
        """The profile of a column, None when it is not filled."""
        return self.profiles.get((form, key)) if self.profiles else None


NONE = Evidence()


def apart(one: Profile | None, other: Profile | None) -> bool:
    """Tell whether the values of two columns speak against one fact."""
    return _forms(one, other) is not None or _disagree(one, other) is not None


def over(match: Match, one: Profile | None, other: Profile | None) -> Match:
    """Return the verdict with what the values say of it. Only equal and unsure ones change."""
    if match.verdict not in (Verdict.EQUAL, Verdict.UNSURE):
        return match
    if forms := _forms(one, other):
        why = _("填的东西不一样：一边是{one}，另一边是{other}。").format(
            one=_WORDS[forms[0]], other=_WORDS[forms[1]]
        )
        return replace(
            match, verdict=Verdict.DISTINCT, direction=None, why=why, rule=RULE, slot="values", formula=None
        )
    found = _agreement(one, other)
    if found is None:
        return match
    same, rows, varied = found
    told = _("两张表里 {rows} 个相同的人，这一栏有 {same} 个一样。").format(rows=rows, same=same)
    if match.verdict is Verdict.EQUAL:
        fits = same >= rows * _OTHER
        return match if fits else replace(match, verdict=Verdict.UNSURE, why=told, rule=RULE, slot="values")
    if same < rows * _NONE and varied:
        return replace(match, verdict=Verdict.DISTINCT, why=told, rule=RULE, slot="values")
    if same >= rows * _SAME and varied:
        told += _("很可能是同一项，请看一眼。")
    return replace(match, why=match.why + told)


def _forms(one: Profile | None, other: Profile | None) -> tuple[Holds, Holds] | None:
    """The forms of two columns of which one has a form that nearly none of the other's values has."""
    if one is None or other is None or one.holds is None or other.holds is None:
        return None
    for left, right in ((one, other), (other, one)):
        form = left.holds
        if (
            form is not None
            and form in _MARKED
            and right.shares.get(form, 0.0) <= _HARDLY
            and not _coarser(form, right.holds)
        ):
            return one.holds, other.holds
    return None


def _coarser(form: Holds, other: Holds | None) -> bool:
    """Whether a day may stand there as a year, or in words."""
    return form is Holds.DATE and other in (Holds.NUMBER, Holds.TEXT)


def _disagree(one: Profile | None, other: Profile | None) -> bool | None:
    found = _agreement(one, other)
    return True if found and found[0] < found[1] * _OTHER else None


def _agreement(one: Profile | None, other: Profile | None) -> tuple[int, int, bool] | None:
    """Of the people in both, how many have the same value, how many there are, and whether values vary enough to tell."""
    if one is None or other is None:
        return None
    shared = one.by_key.keys() & other.by_key.keys()
    if len(shared) < _SHARED:
        return None
    same = sum(one.by_key[key] == other.by_key[key] for key in shared)
    varied = min(len({side.by_key[key] for key in shared}) for side in (one, other)) >= _VARIED
    return same, len(shared), varied
