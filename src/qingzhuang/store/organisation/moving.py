"""Units that change: renamed, put elsewhere, merged. What was written before stays and still finds them; people, open
demands and seats go along."""

from collections.abc import Callable
from datetime import datetime

from qingzhuang.language import gettext as _
from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.work import Answer
from qingzhuang.store.memory.parts import of_unit
from qingzhuang.store.memory.placing import place
from qingzhuang.store.models import FormerNameRow, SeatRow, TaskRow, UnitRow
from qingzhuang.store.organisation.units import unit_of
from qingzhuang.store.writing import one_writer


def rename(unit: Unit, name: str, at: datetime) -> Unit:
    """Give a unit another name. Raises ProblemError QZ-W150 where its parent has one of that name."""
    with one_writer():
        row = UnitRow.objects.get(pk=unit.number)
        _refuse_twin(row.parent_id, name, but=row.pk)
        _hold_people(unit, unit.number, at)
        FormerNameRow.objects.create(unit=row, name=row.name, until=at.date())
        row.name = name
        row.save(update_fields=["name"])
        _plan_anew(row.pk)
        return unit_of(row)


def move(unit: Unit, under: Unit, at: datetime) -> Unit:
    """Put a unit under another one, with all below it. Raises ProblemError QZ-W150 where there is one of its name, QZ-W151
    where it would stand below itself."""
    if unit.holds(under):
        raise ProblemError(
            _problem("QZ-W151", unit.name, _("不能放到自己下面，没有改。"), _("请另选一个上级。"))
        )
    with one_writer():
        row = UnitRow.objects.get(pk=unit.number)
        _refuse_twin(under.number, row.name, but=row.pk)
        _hold_people(unit, unit.number, at)
        _put_under(row, under)
        FormerNameRow.objects.create(unit=row, name=row.name, until=at.date())
        return unit_of(row)


def merge(unit: Unit, into: Unit, at: datetime) -> Unit:
    """Let a unit go into another one of its kind; what it handed over stays its own. Raises ProblemError QZ-W150, QZ-W151."""
    if unit.kind is not into.kind or unit.holds(into) or into.holds(unit):
        raise ProblemError(
            _problem("QZ-W151", unit.name, _("只能并到同一类的另一个单位，没有改。"), _("请另选一个。"))
        )
    with one_writer():
        for child in UnitRow.objects.filter(parent=unit.number, ended_on=None):
            _refuse_twin(into.number, child.name, but=child.pk)
            _put_under(child, into)
        _hold_people(unit, into.number, at)
        names = (unit.name, *FormerNameRow.objects.filter(unit=unit.number).values_list("name", flat=True))
        for name in names:
            FormerNameRow.objects.create(unit_id=into.number, name=name, until=at.date())
        _hand_tasks(unit, into)
        _hand_seats(unit, into, at)
        UnitRow.objects.filter(pk=unit.number).update(ended_on=at.date(), into=into.number)
        return into


def _hold_people(unit: Unit, number: int, at: datetime) -> None:
    """Who is of the village now is so by number from here on, whatever its name will mean."""
    if unit.kind is not UnitKind.VILLAGE:
        return
    mine = of_unit(unit.number, at.date())
    place(((who, number) for who in mine), unit.name, at)


def _put_under(row: UnitRow, under: Unit) -> None:
    old, new = row.path, f"{under.path}{row.pk}/"
    row.parent_id = under.number
    row.save(update_fields=["parent"])
    for each in UnitRow.objects.filter(path__startswith=old):
        each.path = new + each.path[len(old) :]
        each.save(update_fields=["path"])


def _hand_tasks(unit: Unit, into: Unit) -> None:
    asked = set(TaskRow.objects.filter(unit=into.number).values_list("demand", flat=True))
    still = TaskRow.objects.filter(unit=unit.number, said=Answer.OPEN.value)
    still.filter(demand__in=asked).delete()
    still.update(unit=into.number)
    _plan_anew(into.number)


def _hand_seats(unit: Unit, into: Unit, at: datetime) -> None:
    ends = at.date().fromordinal(at.date().toordinal() - 1)
    for seat in SeatRow.objects.filter(unit=unit.number, until=None):
        here = SeatRow.objects.filter(account=seat.account_id, unit=into.number, role=seat.role, until=None)
        if not here.exists():
            SeatRow.objects.create(
                account_id=seat.account_id, unit_id=into.number, role=seat.role, since=at.date()
            )
        seat.until = ends
        seat.save(update_fields=["until"])


def _plan_anew(number: int) -> None:
    TaskRow.objects.filter(unit=number, said=Answer.OPEN.value).update(ledger=-1, how="")


def _refuse_twin(parent: int | None, name: str, *, but: int) -> None:
    if UnitRow.objects.filter(parent=parent, name=name).exclude(pk=but).exists():
        raise ProblemError(
            _problem("QZ-W150", name, _("那里已经有一个同名的，没有改。"), _("要并到一起，请用“并入”。"))
        )


def _problem(code: str, where: str, message: str, cure: str) -> Problem:
    return Problem(code, where, message, cure)


CHANGES: dict[str, Callable[[Unit, Unit, datetime], Unit]] = {"move": move, "merge": merge}
