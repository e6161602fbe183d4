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
    """Which reply."""

    number = forms.IntegerField(min_value=1, max_value=2**62)


class FileForm(forms.Form):
    """What another office handed on."""

    file = forms.FileField(
        error_messages={"required": later("请选一份文件。"), "empty": later("这份文件是空的。")}
    )
