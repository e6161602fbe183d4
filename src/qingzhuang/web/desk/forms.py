"""What a post says without filling: a reason in its own words, or which form it handed over before."""

from django import forms

from qingzhuang.language import later

LONGEST = 500


class ReasonForm(forms.Form):
    """A reason is welcome, never demanded."""

    reason = forms.CharField(
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": later("话长了些，请缩到 500 字以内。写的还在下面，没有丢。")},
    )
    earlier = forms.IntegerField(required=False, min_value=1)
    letter = forms.BooleanField(required=False)
