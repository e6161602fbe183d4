"""What a post says in the ledger: a purpose, a reason, a sheet."""

from typing import Any

from django import forms

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.privacy.shown import plain
from qingzhuang.web.uploads import MOST_BYTES

LONGEST = 200
OTHER = "other"
PURPOSES = (
    ("reach", later("要联系本人")),
    ("check", later("和本人、证件核对")),
    ("form", later("填一张表要用")),
    (OTHER, later("别的，写在下面")),
)
OF_ONE = (("wrong", later("记错了")), ("changed", later("变了")))
OF_ALL = (
    ("gone", later("搬走了，或不归这里了")),
    ("dead", later("人已去世，或单位已注销")),
    ("wrong", later("整个记错了")),
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
        error_messages={"required": later("请选一个用途。"), "invalid_choice": later("请选一个用途。")},
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
    """Why something is taken out: one fact, or all of a subject."""

    why = forms.ChoiceField(
        error_messages={"required": later("请选一个。"), "invalid_choice": later("请选一个。")}
    )
    words = Words()

    def __init__(self, data: Any = None, *, of_all: bool = False) -> None:
        super().__init__(data)
        self.choices = OF_ALL if of_all else OF_ONE
        why = self.fields["why"]
        if isinstance(why, forms.ChoiceField):
            why.choices = self.choices

    @property
    def reason(self) -> str:
        """The reason as the ledger keeps it."""
        words = self.cleaned_data["words"]
        return "：".join(part for part in (dict(self.choices)[self.cleaned_data["why"]], words) if part)


class Take(Purpose):
    """A list to take away: as what, and whether numbers stand in it whole."""

    kind = forms.ChoiceField(
        choices=(("xlsx", "xlsx"), ("csv", "csv")), error_messages={"required": later("请选一样。")}
    )
    whole = forms.BooleanField(required=False)


class Filled(forms.Form):
    """A filled sheet, the day of which it speaks, and whether all in it are of this village."""

    sheet = forms.FileField(
        max_length=300,
        error_messages={
            "required": later("请先选一份填好的表。"),
            "empty": later("这份文件是空的，一个字节也没有。请重新选一份。"),
            "max_length": later("文件名太长，请改短一些再来。"),
            "invalid": later("文件没有传过来，请再选一次。"),
            "missing": later("文件没有传过来，请再选一次。"),
        },
    )
    day = forms.DateField(required=False, error_messages={"invalid": later("日期请写成 2026-11-24 这样。")})
    mine = forms.BooleanField(required=False)

    def too_big(self) -> None:
        """Say so beside the field, instead of whatever else is wrong with it."""
        self.errors.pop("sheet", None)
        most = MOST_BYTES // 2**20
        self.add_error("sheet", _("这份文件超过 {most} 兆，没有收。请分成几份。").format(most=most))
