"""Units, accounts and seats: who may sign in, where they sit, what for."""

from collections.abc import Iterable
from datetime import date

from django.contrib.auth.hashers import make_password
from django.db.models import Q, QuerySet

from qingzhuang.language import gettext as _
from qingzhuang.model.organisation import Role, Seat, Unit, UnitKind
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.pipeline.units import KnownUnit, UnitPlan
from qingzhuang.store.models import Account, FormerNameRow, SeatRow, UnitRow
from qingzhuang.store.writing import one_writer


def unit_of(row: UnitRow) -> Unit:
    """Return the unit of a row."""
    return Unit(row.pk, row.name, UnitKind(row.kind), row.path)


def add_unit(name: str, kind: UnitKind, parent: Unit | None = None, code: str = "") -> Unit:
    """Put a unit into the tree and return it; one of that name that stands there already is returned as it is."""
    with one_writer():
        known = UnitRow.objects.filter(name=name, parent=parent.number if parent else None).first()
        if known is not None:
            return unit_of(known)
        row = UnitRow.objects.create(
            name=name,
            kind=kind.value,
            code=code,
            parent_id=parent.number if parent else None,
            path="",
            order=UnitRow.objects.count(),
        )
        row.path = f"{parent.path if parent else '/'}{row.pk}/"
        row.save(update_fields=["path"])
        return unit_of(row)


def known_units() -> tuple[KnownUnit, ...]:
    """Return the whole tree as an import sees it."""
    known = UnitRow.objects.filter(ended_on=None).order_by("order", "id")
    rows = known.values_list("pk", "name", "kind", "parent", "code")
    return tuple(KnownUnit(pk, name, UnitKind(kind), parent, code) for pk, name, kind, parent, code in rows)


def import_units(plan: UnitPlan) -> int:
    """Put the units of a plan into the tree and return how many came; parents stand before their children."""
    with one_writer():
        made: dict[int, Unit] = {}
        for each in plan.new:
            above = made[each.after] if each.after is not None else unit(each.under) if each.under else None
            made[each.line.row] = add_unit(each.line.name, each.kind, above, each.line.code)
        return len(made)


def unit(number: int) -> Unit | None:
    """Return a unit by its number."""
    row = UnitRow.objects.filter(pk=number).first()
    return unit_of(row) if row else None


def label_of(at: Unit) -> str:
    """Return how a unit signs what it writes: by its name, with its parent's before where another unit has the same."""
    if not UnitRow.objects.filter(name=at.name).exclude(pk=at.number).exists():
        return at.name
    return f"{UnitRow.objects.filter(pk=at.number).values_list('parent__name', flat=True).first() or ''}{at.name}"


def units(below: Unit | None = None, kinds: Iterable[UnitKind] = UnitKind) -> tuple[Unit, ...]:
    """Return the units of these kinds at or below a unit (all: everywhere), in directory order."""
    rows = UnitRow.objects.filter(kind__in=[each.value for each in kinds], ended_on=None)
    if below is not None:
        rows = rows.filter(path__startswith=below.path)
    return tuple(unit_of(row) for row in rows.order_by("order", "id"))


def home_of(at: Unit) -> Unit:
    """Return whose office a unit is: the county, township or village that it belongs to; any other unit is its own."""
    if at.kind is not UnitKind.OFFICE:
        return at
    above = UnitRow.objects.filter(pk__in=[int(each) for each in at.path.split("/") if each])
    homes = [unit_of(row) for row in above.exclude(kind=UnitKind.OFFICE.value)]
    return max(homes, key=lambda each: len(each.path), default=at)


def realm(unit: Unit) -> str:
    """The path below which an overseer sees figures: an office oversees what its parent holds."""
    if unit.kind is not UnitKind.OFFICE:
        return unit.path
    above = unit.path.rstrip("/").rpartition("/")[0]
    return f"{above}/" if above else unit.path


def above(below: Iterable[Unit]) -> dict[int, Unit]:
    """Return, by the number of each unit, the one that it stands directly under; one at the top has none."""
    parents = {each.number: int(each.path.split("/")[-3] or 0) for each in below}
    found = UnitRow.objects.in_bulk(set(parents.values()) - {0})
    return {number: unit_of(found[parent]) for number, parent in parents.items() if parent in found}


def open_account(username: str, name: str, password: str | None) -> Account:
    """Make an account; without a password nobody signs in to it by one. Raises ProblemError QZ-W101 when the name for
    signing in is taken."""
    with one_writer():
        if Account.objects.filter(username=username).exists():
            raise ProblemError(
                Problem(
                    "QZ-W101", username, _("这个登录名已有人用。"), _("请换一个登录名，或到原账号那里改。")
                )
            )
        return Account.objects.create(username=username, name=name, password=make_password(password))


def account_named(username: str) -> Account | None:
    """Return the account of a name for signing in."""
    return Account.objects.filter(username=username).first() if "\0" not in username else None


def labels_of(at: Unit) -> frozenset[str]:
    """Return how a unit signs and signed."""
    return frozenset(
        (label_of(at), *FormerNameRow.objects.filter(unit=at.number).values_list("name", flat=True))
    )


def give_seat(account: Account, at: Unit, role: Role, since: date) -> Seat:
    """Let an account hold a role at a unit from a day on; one that it holds already stays."""
    with one_writer():
        held = SeatRow.objects.filter(account=account, unit=at.number, role=role.value, until=None).first()
        row = held or SeatRow.objects.create(account=account, unit_id=at.number, role=role.value, since=since)
        return Seat(row.pk, account.pk, account.name, at, role)


def give_up_seat(number: int, until: date) -> None:
    """End a seat; it stays in the books."""
    SeatRow.objects.filter(pk=number, until=None).update(until=until)


def seats(account: int, day: date) -> tuple[Seat, ...]:
    """Return the seats that an account holds on a day, the oldest first."""
    return tuple(seat_of(row) for row in _held(day).filter(account=account))


def seat(number: int, account: int, day: date) -> Seat | None:
    """Return one seat of an account, None when it does not hold it on the day."""
    row = _held(day).filter(pk=number, account=account).first()
    return seat_of(row) if row else None


def _held(day: date) -> QuerySet[SeatRow]:
    rows = SeatRow.objects.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)
    return rows.filter(account__is_active=True).select_related("account", "unit").order_by("pk")


def seat_of(row: SeatRow) -> Seat:
    """Return the seat of a row whose account and unit are loaded."""
    return Seat(row.pk, row.account_id, row.account.name, unit_of(row.unit), Role(row.role))
