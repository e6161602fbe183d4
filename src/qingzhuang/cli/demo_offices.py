"""The offices of the example township: a tree of units, one account a role, and demands on their way."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from gettext import gettext as _
from pathlib import Path

from qingzhuang.demo.forms.load import all_forms
from qingzhuang.demo.forms.spec import FormSpec
from qingzhuang.demo.make import FORMS
from qingzhuang.demo.township import Township
from qingzhuang.demo.village import COUNTY, TOWN
from qingzhuang.model.organisation import Role, Unit, UnitKind
from qingzhuang.store.board.months import note_month
from qingzhuang.store.board.shares import realm
from qingzhuang.store.gate.acts import apply, bring_draft
from qingzhuang.store.organisation.units import add_unit, give_seat, open_account
from qingzhuang.store.tasks.counting import refresh
from qingzhuang.store.tasks.demands import Application, admit, end, reach, tasks

_OVERSEER = _("县减负办")
_POST = "柳湾村"
_ISSUER = "县民政局"
_MONTHS_NOTED = 2
_HOLDERS = {
    Role.POST: _("何小满"),
    Role.ISSUER: _("周远舟"),
    Role.OVERSEER: _("沈知白"),
    Role.ADMIN: _("陆守一"),
}


@dataclass(frozen=True, slots=True)
class _Way:
    """How one form of the example came to the villages: due in so many days, on what basis, sent so many days `ago`."""

    path: str
    days: int
    basis: str
    stage: str = "admitted"
    ago: int = 0


_WAYS = (
    _Way("民政局/城乡低保对象花名册.xlsx", 2, _("社会救助暂行办法，每月动态管理"), ago=100),
    _Way("组织部/党员花名册.xlsx", 3, _("党员管理，每季度核对一次"), ago=95),
    _Way("消防救援大队/九小场所台账.xlsx", 5, _("消防安全责任制，每月更新"), ago=95),
    _Way("农业农村局/农村户厕调查摸底表.xlsx", 2, _("农村改厕摸底，每月一次"), "ended", ago=90),
    _Way("残联/持证残疾人花名册.xlsx", 6, _("残疾人两项补贴，每季度核对一次"), ago=50),
    _Way("农业农村局/防返贫监测对象花名册.xlsx", 8, _("防返贫动态监测，每月一次")),
    _Way("统计局/村（社区）基本情况统计表.xlsx", 20, _("年度统计调查制度")),
    _Way("组织部/流动党员台账.xlsx", 1, "", "reached"),
    _Way("民政局/高龄津贴发放花名册.xlsx", 12, _("高龄津贴按月发放"), "submitted"),
)


def settle_in(folder: Path, township: Township, now: datetime) -> None:
    """Make the units, the accounts and the demands. Raises OSError when the forms are not there."""
    county = add_unit(COUNTY, UnitKind.COUNTY)
    town = add_unit(TOWN, UnitKind.TOWNSHIP, county)
    villages = tuple(
        add_unit(village.name, UnitKind.VILLAGE, town, village.code) for village in township.villages
    )
    offices = {name: add_unit(name, UnitKind.OFFICE, county) for name in _office_names()}
    _people(county, villages, offices, now)
    specs = {spec.path: spec for spec in all_forms()}
    over: list[int] = []
    for way in sorted(_WAYS, key=lambda each: -each.ago):
        sent = _send(way, specs[way.path], folder, (offices, villages), now)
        over += [sent] if way.stage == "ended" else []
    refresh(tasks(live_on=now.date()), now)
    for number in over:
        end(number, now - timedelta(days=1), _("底数已经摸清，改厕名单在各村公示过。"))
    for month in range(_MONTHS_NOTED, 0, -1):
        note_month(realm(offices[_OVERSEER]), _month_end(now, month))


def _month_end(now: datetime, months: int) -> datetime:
    """The last day of the month so many months before."""
    for _month in range(months):
        now = now.replace(day=1) - timedelta(days=1)
    return now


def _office_names() -> list[str]:
    return [*dict.fromkeys(spec.issuer for spec in all_forms()), _OVERSEER]


def _people(county: Unit, villages: tuple[Unit, ...], offices: dict[str, Unit], now: datetime) -> None:
    seats = {
        Role.POST: next(each for each in villages if each.name == _POST),
        Role.ISSUER: offices[_ISSUER],
        Role.OVERSEER: offices[_OVERSEER],
        Role.ADMIN: county,
    }
    for role, unit in seats.items():
        account = open_account(f"example-{role.value}", _HOLDERS[role], None)
        give_seat(account, unit, role, now.date())


def _send(
    way: _Way,
    spec: FormSpec,
    folder: Path,
    where: tuple[dict[str, Unit], tuple[Unit, ...]],
    now: datetime,
) -> int:
    offices, villages = where
    then = now - timedelta(days=way.ago)
    content = (folder / FORMS / spec.path).read_bytes()
    title = Path(spec.file).stem
    sent = bring_draft(offices[spec.issuer], spec.file, content, then, title)
    if way.stage == "reached":
        reach(sent.number, villages, then)
        return sent.number
    due = (now + timedelta(days=way.days)).replace(hour=18, minute=0, second=0, microsecond=0)
    purpose = _("核对《{title}》所列的人和事。").format(title=title)
    apply(
        sent.number,
        Application(
            purpose, way.basis, spec.demand.times_per_year, due, villages, _("只用于核对，核完即删。")
        ),
        then,
    )
    if way.stage in ("admitted", "ended"):
        admit(sent.number, (then + timedelta(days=365)).date(), then)
    return sent.number
