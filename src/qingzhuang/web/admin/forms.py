"""What an administrator brings and types."""

from collections.abc import Container, Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import RegexValidator

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.organisation import Role

MOST_BYTES = 5 * 1024 * 1024
# an administrator is only opened at the server, so that nobody makes the second person up
ROLES = ((Role.POST, later("岗位")), (Role.ISSUER, later("发表单位")), (Role.OVERSEER, later("减负办")))

_WORDS = {
    "required": later("这里还没有写。"),
    "max_length": later("太长了，请写 40 个字以内。"),
    "null_characters_not_allowed": later("里面有看不见的字符。"),
}


class BringUnits(forms.Form):
    """A sheet of units."""

    file = forms.FileField(
        label=later("单位表"),
        max_length=200,
        error_messages={
            "required": later("请选一份文件。"),
            "invalid": later("请选一份文件。"),
            "missing": later("请选一份文件。"),
            "empty": later("这份文件是空的。"),
            "max_length": later("文件名太长，请改短一些再来。"),
        },
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        """Refuse what is too large."""
        brought: UploadedFile[bytes] = self.cleaned_data["file"]
        if (brought.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("文件超过 5 兆，没有读。请分成几份。"))
        return brought


class BringReadings(BringUnits):
    """How another county reads its forms."""


class OpenAccount(forms.Form):
    """An account to open, and its first seat."""

    username = forms.CharField(
        label=later("登录名"),
        max_length=40,
        error_messages=_WORDS,
        validators=[
            RegexValidator(r"^[A-Za-z0-9一-龥][A-Za-z0-9一-龥._-]*\Z", later("只用汉字、字母、数字。"))
        ],
    )
    name = forms.CharField(label=later("怎么称呼"), max_length=40, error_messages=_WORDS)
    unit = forms.IntegerField(
        label=later("在哪个单位"),
        error_messages={"required": later("请选一个单位。"), "invalid": later("请选一个单位。")},
    )
    role = forms.ChoiceField(
        label=later("做什么"),
        choices=[(role.value, word) for role, word in ROLES],
        error_messages={"required": later("请选一样。"), "invalid_choice": later("请选一样。")},
    )


class OfSeat(forms.Form):
    """Something of one seat."""

    seat = forms.IntegerField(
        error_messages={"required": later("请选一个位子。"), "invalid": later("请选一个位子。")}
    )

    def __init__(self, data: Any, seats: Container[int], initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=dict(initial or {}))
        self._seats = seats

    def clean_seat(self) -> int:
        """Only a seat that is one's own to give."""
        number: int = self.cleaned_data["seat"]
        if number not in self._seats:
            raise forms.ValidationError(_("请选一个位子。"))
        return number


class MakeToken(OfSeat):
    """A token to make."""

    label = forms.CharField(
        max_length=60,
        error_messages={
            "required": later("请写给哪个程序用。"),
            "null_characters_not_allowed": later("里面有看不见的字符。"),
        },
    )
    scope = forms.ChoiceField(choices=(("read", later("只读")), ("write", later("读和写"))))
    until = forms.DateField(
        error_messages={
            "required": later("请写用到哪一天。"),
            "invalid": later("请写成 2026-12-05 这样的日子。"),
        }
    )


class MakeHook(OfSeat):
    """An address to keep."""

    url = forms.CharField(
        max_length=500,
        error_messages={
            "required": later("请写地址。"),
            "null_characters_not_allowed": later("里面有看不见的字符。"),
        },
    )
