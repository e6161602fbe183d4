"""What one brings to the gate and says there. Words of others lose what no eye sees."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest

from qingzhuang.check.saying.empty import BASIS, PURPOSE, says_nothing
from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.law.admission import longest_days
from qingzhuang.model.organisation import Unit
from qingzhuang.privacy.shown import plain
from qingzhuang.store.clock import CHINA
from qingzhuang.store.tasks.demands import Application
from qingzhuang.web.uploads import MOST_BYTES, too_big

MOST_WORDS = 500
_DUE = time(18, 0)
TIMES = (
    ("1", later("只要一次，或一年一次")),
    ("2", later("半年一次")),
    ("4", later("每季度")),
    ("12", later("每月")),
    ("36", later("每旬")),
    ("52", later("每周")),
    ("250", later("每个工作日")),
)


NO_DEED = later("这样写，村里看不出拿去办哪件事。请写办什么，比如“发 12 月的取暖补助”。")
NO_DOCUMENT = later("这样写，看不出是哪份文件。请写文件名或者文号、第几条；会上定的，写哪天的什么会。")


def often(times: float) -> str:
    """How often a demand comes, in words."""
    return str(dict(TIMES).get(f"{times:g}", _("一年 {n} 次").format(n=f"{times:g}")))


def nearest_times(times: float) -> str:
    """Which of the choices stands for so many times a year."""
    return min(TIMES, key=lambda each: abs(float(each[0]) - times))[0]


class Words(forms.CharField):
    """A few sentences."""

    def __init__(self, missing: str = "", about: str = "", empty: str = "", **more: Any) -> None:
        """`missing` is said where nothing was written, `empty` where what was written names nothing of what it is about."""
        self._about, self._empty = about, empty
        said = {
            "required": missing,
            "max_length": later("最多 %(limit_value)s 字，请写短一些。"),
            "null_characters_not_allowed": later("里面有看不见的字符，请重新打一遍。"),
        }
        super().__init__(required=bool(missing), max_length=MOST_WORDS, error_messages=said, **more)

    def clean(self, value: Any) -> str:
        """Return the words without control and direction marks."""
        words = plain(super().clean(value)).strip()
        if words and self._about and says_nothing(words, self._about):
            raise forms.ValidationError(self._empty)
        return words


class Upload(forms.Form):
    """One draft."""

    draft = forms.FileField(
        max_length=300,
        error_messages={
            "required": later("请先选一份稿子：表格、通知都行。"),
            "empty": later("这份文件是空的，一个字节也没有。请重新选一份。"),
            "max_length": later("文件名太长，请改短一些再传。"),
            "invalid": later("文件没有传过来，请再选一次。"),
            "missing": later("文件没有传过来，请再选一次。"),
        },
    )

    def too_big(self) -> None:
        """Say so beside the field, instead of whatever else is wrong with it."""
        self.errors.pop("draft", None)
        most = MOST_BYTES // 2**20
        self.add_error(
            "draft", _("这份文件超过 {most} 兆，没有收。请去掉图片，或分成几份。").format(most=most)
        )

    def file(self) -> tuple[str, bytes]:
        """Return name and bytes of the draft; a name is only a name."""
        sent = self.cleaned_data["draft"]
        return plain(sent.name)[-200:], sent.read()


def taken(request: HttpRequest) -> Upload:
    """What a request brings."""
    form = Upload(request.POST, request.FILES)
    if too_big(request):
        form.too_big()
    return form


class Apply(forms.Form):
    """What an issuer says when it asks for admission."""

    purpose = Words(
        later("请写这些数拿来做什么，比如“发 12 月的取暖补助”。村里会看到这句话。"), PURPOSE, NO_DEED
    )
    basis = Words(later("请写依据：哪份文件、第几条。没有依据的，先不要发。"), BASIS, NO_DOCUMENT)
    times = forms.ChoiceField(
        choices=TIMES,
        initial="1",
        error_messages={"invalid_choice": later("请选一项。"), "required": later("请选一项。")},
    )
    deadline = forms.DateField(
        required=False, error_messages={"invalid": later("请写成 2026-12-05 这样的日子。")}
    )
    personal_purpose = Words()

    def __init__(
        self, data: Any, posts: Sequence[Unit], personal: bool, codes: Sequence[str], today: date,
        initial: Mapping[str, Any] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(data, initial=dict(initial or {}))
        self._posts, self._today, self._codes = posts, today, codes
        self.fields["posts"] = forms.TypedMultipleChoiceField(
            choices=[(each.number, each.name) for each in posts],
            coerce=int,
            error_messages={
                "required": _("请至少留一个村。"),
                "invalid_choice": _("选的村不在您能发的范围里。"),
            },
        )
        if personal:
            said = _("这张表要个人信息。请写为什么非要不可，用完怎么处理。")
            self.fields["personal_purpose"] = Words(said, PURPOSE, NO_DEED)
        for number, _code in enumerate(codes, 1):
            self.fields[f"reason_{number}"] = Words()

    def clean_deadline(self) -> date | None:
        """A day that is past helps nobody."""
        day: date | None = self.cleaned_data["deadline"]
        if day is not None and day <= self._today:
            raise forms.ValidationError(_("这一天已经过了，或者就是今天。请给村里留出时间。"))
        return day

    def application(self) -> Application:
        """Return what was said, the posts in directory order."""
        said, chosen = self.cleaned_data, set(self.cleaned_data["posts"])
        day = said["deadline"]
        return Application(
            purpose=said["purpose"],
            basis=said["basis"],
            times_per_year=float(said["times"]),
            deadline=datetime.combine(day, _DUE, CHINA) if day else None,
            posts=tuple(each for each in self._posts if each.number in chosen),
            personal_purpose=said["personal_purpose"],
        )

    def reasons(self) -> dict[str, str]:
        """Return the issuer's words on what was found, by the rule's code."""
        return {code: self.cleaned_data[f"reason_{number}"] for number, code in enumerate(self._codes, 1)}


class Admit(forms.Form):
    """Until when."""

    until = forms.DateField(
        error_messages={
            "required": later("请写准入到哪一天。"),
            "invalid": later("请写成 2026-12-05 这样的日子。"),
        }
    )

    def __init__(self, data: Any, today: date) -> None:
        self.latest = today + timedelta(days=longest_days(today))
        super().__init__(data, initial={"until": self.latest})
        self._today = today

    def clean_until(self) -> date:
        """Not past, and not longer than a demand may hold."""
        day: date = self.cleaned_data["until"]
        if not self._today <= day <= self.latest:
            said = _("最早今天，最长到 {latest}。").format(latest=self.latest.isoformat())
            raise forms.ValidationError(said)
        return day


class SendBack(forms.Form):
    """Why."""

    reason = Words(later("请写一句要改哪里，对方照着改。"))


class Because(forms.Form):
    """Why a finding stays, by its rule's code; nothing written takes it back."""

    code = forms.CharField(max_length=40)
    reason = Words(about=PURPOSE, empty=later("这样写，看不出是什么理由。请写办哪件事，凭什么可以这样。"))


class Use(forms.Form):
    """What the data was used for."""

    used_for = Words(later("请写一句这些数用来做了什么，村里会看到。"), PURPOSE, NO_DEED)
