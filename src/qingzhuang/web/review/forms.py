"""What comes in: a reply on a pair, a file of another office."""

from django import forms

from qingzhuang.language import later
from qingzhuang.model.review import Reply


class ReplyForm(forms.Form):
    """One of the buttons."""

    pair = forms.RegexField(r"^[0-9a-f]{16}$")
    reply = forms.ChoiceField(choices=[(each.value, each.value) for each in Reply if not each.of_one_form])


class TwiceForm(forms.Form):
    """One of the two buttons for columns of one form."""

    pair = forms.RegexField(r"^[0-9a-f]{16}$")
    reply = forms.ChoiceField(choices=[(each.value, each.value) for each in Reply if each.of_one_form])


class UndoForm(forms.Form):
    """Which reply; `listed`: taken back in the list, at this page of what is sought."""

    number = forms.IntegerField(min_value=1, max_value=2**62)
    listed = forms.BooleanField(required=False)
    q = forms.CharField(required=False, max_length=60)
    p = forms.IntegerField(required=False, min_value=1, max_value=2**31)


class SeekForm(forms.Form):
    """What is sought in the list of replies, and which page of it."""

    q = forms.CharField(required=False, max_length=60)
    p = forms.IntegerField(required=False, min_value=1, max_value=2**31)


class FileForm(forms.Form):
    """What another office handed on."""

    file = forms.FileField(
        error_messages={"required": later("请选一份文件。"), "empty": later("这份文件是空的。")}
    )
