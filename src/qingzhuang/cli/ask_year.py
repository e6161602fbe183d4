"""`qz ask --month 2026-12`: what is asked in a month, so that a whole year asks as little as can be."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from qingzhuang.account.rates import rates_on
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.year.calendar import Asked
from qingzhuang.answer.year.due import due_days
from qingzhuang.answer.year.needs import Dated
from qingzhuang.cli.called import called
from qingzhuang.cli.output import say
from qingzhuang.match.wording.element import name_of
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.thing import thing
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.demands import FILE, NOTHING_TOLD, Told, demand, parse_demands
from qingzhuang.pipeline.year import Asking, Round, asking

_FIGURES = ("cells", "facts", "open", "asks")


class Days:
    """What `demands.yaml` in the folders given says of each file."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.problems: list[Problem] = []
        self._folders = {folder: self._told(folder / FILE) for folder in paths if folder.is_dir()}

    def _told(self, source: Path) -> Told:
        try:
            return parse_demands(source.read_text("utf-8"), str(source)) if source.is_file() else NOTHING_TOLD
        except ProblemError as error:
            self.problems.append(error.problem)
            return NOTHING_TOLD

    def of(self, path: Path, form: Form, first: date) -> tuple[date, ...]:
        """The days of the coming year on which a form is due: as somebody told, else as its title says, else once."""
        for folder, told in self._folders.items():
            if path.is_relative_to(folder):
                name = path.relative_to(folder).as_posix()
                return _days(demand(form, name, told).times_per_year, told.of(name), first)
        return _days(demand(form, path.name, NOTHING_TOLD).times_per_year, {}, first)


def _days(times: float, said: Mapping[str, Any], first: date) -> tuple[date, ...]:
    months = tuple(int(each) for each in said.get("months") or ())
    day = said.get("due_day")
    return due_days(times, first, day=int(day) if day else None, months=months)


def first_of(month: str, today: date) -> date:
    """The day on which the calendar begins: the month's first, in this month today. Raises click.BadParameter."""
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError as error:
        raise click.BadParameter(_("月份要写成 2026-12 这样。"), param_hint="--month") from error
    if first < today.replace(day=1):
        raise click.BadParameter(_("这个月已经过去，请写本月或以后的月份。"), param_hint="--month")
    return max(first, today)


def year_of(planned: Iterable[tuple[Plan, tuple[date, ...]]], desk: Desk, first: date) -> Asking:
    """Return the calendar of the forms as they are planned today."""
    return asking((Dated(plan, days) for plan, days in planned), desk, rates_on(first), first)


def say_year(found: Asking, desk: Desk, limit: int) -> None:
    """Print the months of each post, the whole year before and after, and the questions of the first month."""
    now, following = found.months[:2]
    say(_("{month} 要问 {asks} 项，{next} 问 {more} 项。").format(
        month=now, asks=found.of(now), next=following, more=found.of(following)
    ))  # fmt: skip
    for post, rounds in _by_post(found.rounds).items():
        months = "  ".join(f"{each.month[5:]}:{each.asks}" for each in rounds)
        say(f"  {post or _('没有写明村')}  {months}")
    say(_whole(found))
    mine = [each for each in found.year.asked if each.month == now]
    for number, each in enumerate(mine[:limit] if limit else mine, 1):
        say(f"{number}. {_line(each, desk)}")
    if limit and len(mine) > limit:
        say(_("还有 {count} 个，加 --limit 0 全部列出。").format(count=len(mine) - limit))


def _whole(found: Asking) -> str:
    cells, facts, unknown, asks = _sums(found.rounds)
    words = _(
        "十二个月：每张表都从头问是 {cells} 格；同一件事一个月只问一次是 {facts} 项，其中当月台账里没有的 {open} 项；一个答案用到它过期为止，只问 {asks} 项。"
    ).format(cells=cells, facts=facts, open=unknown, asks=asks)
    return words + fewest(asks, found.year.least)


def fewest(asked: int, least: int) -> str:
    """Whether fewer would do."""
    if asked == least:
        return _("已经最少，可用 --certificate 写出证明。")
    return _("至少要 {least} 项。").format(least=least)


def _by_post(rounds: Iterable[Round]) -> Mapping[str, list[Round]]:
    found: dict[str, list[Round]] = {}
    for each in rounds:
        found.setdefault(each.post, []).append(each)
    return found


def _sums(rounds: Sequence[Round]) -> tuple[int, ...]:
    return tuple(sum(getattr(each, name) for each in rounds) for name in _FIGURES)


def _line(asked: Asked, desk: Desk) -> str:
    times = len({need.day for need in asked.needs})
    last = date.fromordinal(asked.needs[-1].day)
    words = (
        _("{who}：{what}（最晚 {by}）")
        if times == 1
        else _("{who}：{what}（最晚 {by}，管到 {last}，省下 {more} 次）")
    )
    return words.format(
        who=_who(asked, desk), what=name_of(asked.key), by=asked.by, last=last, more=times - 1
    )


def _who(asked: Asked, desk: Desk) -> str:
    head = desk.head(asked.subject) if not asked.subject.name else None
    return _("{name}户").format(name=head.name) if head else called(asked.subject)


def year_json(found: Asking) -> dict[str, Any]:
    """The calendar for a program: the rounds of each post, the whole, and the questions of all twelve months."""
    sums = dict(zip(_FIGURES, _sums(found.rounds), strict=True))
    return {
        "months": list(found.months),
        "total": {**sums, "at_least": found.year.least, "exact": found.year.exact},
        "calendar": [
            {"post": each.post, "month": each.month, **{name: getattr(each, name) for name in _FIGURES}}
            for each in found.rounds
        ],
        "questions": list(map(_asked_json, found.year.asked)),
    }


def _asked_json(asked: Asked) -> dict[str, Any]:
    subject = asked.subject
    return {
        "subject": {"kind": subject.kind.value, "key": subject.key, "name": subject.name},
        "post": asked.post,
        "month": asked.month,
        "element": thing(asked.key).key,
        "name": name_of(asked.key),
        "as_of": day.isoformat() if (day := thing(asked.key).day) else None,
        "since": asked.since.isoformat(),
        "by": asked.by.isoformat(),
        "serves": [[need.key, date.fromordinal(need.day).isoformat()] for need in asked.needs],
    }
