"""What one types at the door."""

from gettext import gettext as _

from django import forms


class SignIn(forms.Form):
    """A name and a password."""

    username = forms.CharField(label=_("登录名"), max_length=60)
    password = forms.CharField(label=_("口令"), max_length=200, widget=forms.PasswordInput, strip=False)
