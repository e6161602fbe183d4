"""Who asks a form of whom and how often: from `demands.yaml` beside the forms, else the usual case, said as such."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from qingzhuang.language import gettext as _
from qingzhuang.model.demand import Demand, Issuer, Post
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem, ProblemError

FILE = "demands.yaml"
USUAL_RECORDS = 20
FREQUENCIES = (
    (("日报", "每日", "每天"), 250.0),
    (("周报", "每周"), 52.0),
    (("旬报",), 36.0),
    (("月报", "每月", "月度"), 12.0),
    (("季报", "季度", "每季"), 4.0),
    (("半年",), 2.0),
    (("年报", "年度", "每年"), 1.0),
)
_EACH = {"日": 250.0, "天": 250.0, "周": 52.0, "旬": 36.0, "月": 12.0, "季": 4.0, "季度": 4.0, "年": 1.0}
_SENT = re.compile(
    r"[每按](?P<each>季度|[日天周旬月季年])[^。；;，,]{0,16}?(?:报送|上报|填报|报[县镇乡局办我]|前报)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody said about the demands of a folder, by the form's path below it."""

    entries: Mapping[str, Mapping[str, Any]]

    def of(self, file: str) -> Mapping[str, Any]:
        """Return what was said of a file, by its path or else by its bare name."""
        return self.entries.get(file) or self.entries.get(file.rsplit("/", 1)[-1]) or {}


NOTHING_TOLD = Told({})


def parse_demands(text: str, file: str = FILE) -> Told:
    """Read the YAML list. Raises ProblemError QZ-W001 when it is not one."""
    try:
        raw = yaml.safe_load(text) or {}
        return Told({str(each["file"]): each for each in raw["demands"]})
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise ProblemError(
            Problem(
                "QZ-W001",
                file,
                _("没有读懂：要写成 demands: 下面一条条 file、issuer、times_per_year。"),
                _("可照 qz demo 生成的那一份改；改好前按通常情况算。"),
            )
        ) from error


def demand(form: Form, path: str, told: Told) -> Demand:
    """Return the demand of one form: what was said, and the usual case for the rest."""
    said = told.of(path)
    return Demand(
        form=form,
        issuer=Issuer(said.get("issuer") or form.issuer or _folder(path), said.get("level")),
        post=Post(said.get("post", "村"), int(said.get("posts", 1))),
        times_per_year=float(said.get("times_per_year") or usual_times(form)),
        records=int(said.get("records") or usual_records(form)),
        carrier=said.get("carrier", "file"),
        signed=bool(said.get("signed", False)),
        photos=int(said.get("photos", 0)),
        basis=said.get("basis"),
    )


def usual_times(form: Form) -> float:
    """How often a form usually comes in a year: as it says, else once."""
    return told_times(form) or 1.0


def told_times(form: Form) -> float | None:
    """How often a form comes in a year, as its title says or a line that orders when to send it (每月5日前报送); None when
    neither tells."""
    named = _named_times(f"{form.title or ''}{form.file}")
    if named is not None:
        return named
    found = next((found for note in form.notes if (found := _SENT.search(note))), None)
    return _EACH[found["each"]] if found else None


def usual_times_of(title: str) -> float:
    """How often a demand of this title usually comes in a year."""
    return _named_times(title) or 1.0


def _named_times(title: str) -> float | None:
    return next((times for words, times in FREQUENCIES if any(word in title for word in words)), None)


def usual_records(form: Form) -> int:
    """How many rows one post fills: the blank rows that the issuer drew, where there are several."""
    drawn = [
        table.data_end_row - table.data_start_row + 1
        for table in form.tables
        if table.data_start_row and table.data_end_row
    ]
    return max((rows for rows in drawn if rows > 1), default=USUAL_RECORDS)


def _folder(path: str) -> str:
    """The folder that a form lies in is often named after who sent it."""
    above = path.rsplit("/", 2)
    return above[-2] if len(above) > 1 else _("没有写明")
