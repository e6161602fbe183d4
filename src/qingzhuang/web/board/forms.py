"""What is brought to the board."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.packs.words import category_word

MOST_BYTES = 10 * 1024 * 1024
MOST_LETTERS = 3000
LETTERS = "ABCDEFGHI"


def _kinds() -> list[tuple[str, str]]:
    return [("", _("说不准")), *((letter, category_word(letter)) for letter in LETTERS)]


class BringRegister(forms.Form):
    """A register, and the national filing list where it is at hand."""

    file = forms.FileField(label=later("台账文件"), max_length=200)
    filings = forms.FileField(label=later("国家备案清单"), required=False, max_length=200)

    def clean_file(self) -> "UploadedFile[bytes]":
        """Refuse what is too large."""
        return self._small("file")

    def clean_filings(self) -> "UploadedFile[bytes] | None":
        """Refuse what is too large."""
        return self._small("filings") if self.cleaned_data.get("filings") else None

    def _small(self, name: str) -> "UploadedFile[bytes]":
        brought: UploadedFile[bytes] = self.cleaned_data[name]
        if (brought.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("文件超过 10 兆，没有读。请分成几份。"))
        return brought


class TellTip(forms.Form):
    """A tip-off: what happened, of what kind, about what."""

    category = forms.ChoiceField(
        label=later("哪一类"),
        required=False,
        choices=_kinds,
    )
    name = forms.CharField(label=later("应用、账号或群叫什么"), required=False, max_length=100)
    unit = forms.CharField(label=later("哪个单位要求的"), required=False, max_length=100)
    words = forms.CharField(label=later("怎么回事"), max_length=MOST_LETTERS, widget=forms.Textarea)
    top = forms.IntegerField(required=False)

    def told(self) -> str:
        """The tip-off in the lines that are read."""
        said = self.cleaned_data
        lines = [(_("类别"), "category"), (_("名称"), "name"), (_("责任单位"), "unit"), (_("内容"), "words")]
        return "\n".join(f"{label}：{said[name]}" for label, name in lines if said[name])
