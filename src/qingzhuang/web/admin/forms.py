"""What an administrator brings and types."""

from gettext import gettext as _

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import RegexValidator

from qingzhuang.model.organisation import Role

MOST_BYTES = 5 * 1024 * 1024
# an administrator is only opened at the server, so that nobody makes the second person up
ROLES = ((Role.POST, _("岗位")), (Role.ISSUER, _("发表单位")), (Role.OVERSEER, _("减负办")))


class BringUnits(forms.Form):
    """A sheet of units."""

    file = forms.FileField(label=_("单位表"), max_length=200)

    def clean_file(self) -> "UploadedFile[bytes]":
        """Refuse what is too large."""
        brought: UploadedFile[bytes] = self.cleaned_data["file"]
        if (brought.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("文件超过 5 兆，没有读。请分成几份。"))
        return brought


class OpenAccount(forms.Form):
    """An account to open, and its first seat."""

    username = forms.CharField(
        label=_("登录名"),
        max_length=40,
        validators=[RegexValidator(r"^[A-Za-z0-9一-龥][A-Za-z0-9一-龥._-]*\Z", _("只用汉字、字母、数字。"))],
    )
    name = forms.CharField(label=_("怎么称呼"), max_length=40)
    unit = forms.IntegerField(label=_("在哪个单位"))
    role = forms.ChoiceField(label=_("做什么"), choices=[(role.value, word) for role, word in ROLES])
