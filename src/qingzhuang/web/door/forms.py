"""What one types at the door."""

from django import forms

from qingzhuang.language import gettext as _
from qingzhuang.language import later


class SignIn(forms.Form):
    """A name and a password."""

    username = forms.CharField(label=later("登录名"), max_length=60)
    password = forms.CharField(label=later("口令"), max_length=200, widget=forms.PasswordInput, strip=False)


class OwnPassword(forms.Form):
    """A password that one chooses, twice."""

    password = forms.CharField(
        label=later("自己的口令，10 个字以上"),
        min_length=10,
        max_length=200,
        widget=forms.PasswordInput,
        strip=False,
    )
    again = forms.CharField(label=later("再写一遍"), max_length=200, widget=forms.PasswordInput, strip=False)

    def clean(self) -> None:
        """Both are the same."""
        said = self.cleaned_data
        if "password" in said and said["password"] != said.get("again"):
            self.add_error("again", _("两遍不一样，请再写一遍。"))
