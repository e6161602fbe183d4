"""What a post says in the ledger: a purpose, a reason, a sheet."""

from gettext import gettext as _
from typing import Any

from django import forms

from qingzhuang.privacy.shown import plain

LONGEST = 200
OTHER = "other"
PURPOSES = (
    ("reach", _("要联系本人")),
    ("check", _("和本人、证件核对")),
    ("form", _("填一张表要用")),
    (OTHER, _("别的，写在下面")),
)
WRONG, GONE, CHANGED = "wrong", "gone", "changed"
REASONS = (
    (WRONG, _("记错了")),
    (GONE, _("不在这里了")),
)


class Words(forms.CharField):
    """A few words; marks that no eye sees are taken out."""

    def __init__(self, **more: Any) -> None:
        said = {
            "max_length": _("话长了些，请缩到 {most} 字以内。").format(most=LONGEST),
            "null_characters_not_allowed": _("里面有看不见的字符，请重新打一遍。"),
        }
        super().__init__(required=False, max_length=LONGEST, error_messages=said, **more)

    def clean(self, value: Any) -> str:
        """Return the words."""
        return plain(super().clean(value)).strip()


class Purpose(forms.Form):
    """Why somebody wants to see or take whole numbers: one of a few, and words."""

    why = forms.ChoiceField(
        choices=PURPOSES,
        error_messages={"required": _("请选一个用途。"), "invalid_choice": _("请选一个用途。")},
    )
    words = Words()

    def clean(self) -> dict[str, Any]:
        """Another purpose needs words."""
        said = super().clean() or {}
        if said.get("why") == OTHER and not said.get("words") and "words" not in self.errors:
            self.add_error("words", _("请写一句用途。"))
        return said

    @property
    def purpose(self) -> str:
        """The purpose as the trail keeps it."""
        words = self.cleaned_data["words"]
        return "：".join(part for part in (dict(PURPOSES)[self.cleaned_data["why"]], words) if part)


class Reason(forms.Form):
    """Why something is taken out, and what is right instead."""

    why = forms.ChoiceField(
        choices=REASONS, error_messages={"required": _("请选一个。"), "invalid_choice": _("请选一个。")}
    )
    words = Words()

    @property
    def reason(self) -> str:
        """The reason as the ledger keeps it."""
        words = self.cleaned_data["words"]
        return "：".join(part for part in (dict(REASONS)[self.cleaned_data["why"]], words) if part)
