"""What one types at the door."""

from django import forms

from qingzhuang.language import gettext as _
from qingzhuang.language import later

_WORDS = {
    "required": later("这里还没有写。"),
    "max_length": later("太长了，请写 200 个字以内。"),
    "null_characters_not_allowed": later("里面有看不见的字符，请重新打一遍。"),
}


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
        error_messages=_WORDS | {"min_length": later("太短了，请写 10 个字以上。")},
    )
    again = forms.CharField(
        label=later("再写一遍"),
        max_length=200,
        widget=forms.PasswordInput,
        strip=False,
        error_messages=_WORDS,
    )

    def clean(self) -> None:
        """Both are the same."""
        said = self.cleaned_data
        if "password" in said and said["password"] != said.get("again"):
            self.add_error("again", _("两遍不一样，请再写一遍。"))
