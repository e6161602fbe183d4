"""Which rows and files an agreed erasure removes."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Model, Q

from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Answer, Stage, Task
from qingzhuang.store.beside.converting import forget_converted
from qingzhuang.store.beside.jobs import forget
from qingzhuang.store.beside.picturing import forget_pictures
from qingzhuang.store.blobs import ChangedError, drop
from qingzhuang.store.bringing.sheets import LOOK, TAKE
from qingzhuang.store.ledger.numbered import numbers, subject_numbered
from qingzhuang.store.ledger.queries import chunks, owners_of
from qingzhuang.store.models import (
    DecisionRow,
    DemandRow,
    ErasureRow,
    FactRow,
    LaterRow,
    LicenceRow,
    NoticeRow,
    PlacedRow,
    ReadingRow,
    ReopenedRow,
    ReportedRow,
    SameRow,
    SeenRow,
    SubjectRow,
    TaskRow,
    WithdrawalRow,
)
from qingzhuang.store.organisation.units import label_of
from qingzhuang.store.rights.looks import reported, tell_offices
from qingzhuang.store.tasks.demands import tasks
from qingzhuang.store.tasks.planning import desk_on, plan_of
from qingzhuang.store.value import decode
from qingzhuang.store.writing import BATCH

Counts = dict[str, int]
_NAMES = ("@person.name", "@person.id_no")


def erase_demand(erasure: ErasureRow, number: int, at: datetime) -> Counts:
    """Remove what came in for a demand: the files that were handed over, the words beside them, whom they named, and what
    was typed for it alone."""
    asked = tasks(demand_number=number)
    facts = {pk for each in asked for pk in _typed_for(each, at)}
    files = _drop_files(asked)
    ids = [each.number for each in asked]
    named = ReportedRow.objects.filter(task__in=ids).count()
    ReportedRow.objects.filter(task__in=ids).delete()
    NoticeRow.objects.filter(task__in=ids).delete()
    forget_pictures(ids)
    forget_converted()
    TaskRow.objects.filter(pk__in=ids).update(blob="", about="", unknown="")
    TaskRow.objects.filter(pk__in=ids, said=Answer.HANDED.value).update(reason="")
    DemandRow.objects.filter(pk=number).update(erased_on=at.date())
    return {"files": files, "named": named, "facts": _remove(erasure, facts)}


def erase_subject(erasure: ErasureRow, number: int, at: datetime) -> Counts:
    """Remove all that is known of somebody under any key, and where others' records name them; files of demands that have
    ended go, too. Offices that hold a form of a demand still in force are told."""
    subject = subject_numbered(number)
    if subject is None:
        return {"facts": 0}
    owners = owners_of(subject)
    mentions = _mentions(set(owners), {each.key for each in owners.values()}, subject.name, at)
    forms = reported(subject)
    over = [each.task for each in forms if each.task.demand.stage is Stage.ENDED]
    told = tell_offices(subject, "", at)
    files = _drop_files(over)
    TaskRow.objects.filter(pk__in=[each.number for each in over]).update(blob="")
    facts = set(FactRow.objects.filter(subject__in=owners).values_list("pk", flat=True)) | mentions
    gone = _remove(erasure, facts, owners)
    _forget_readings({each.key for each in owners.values() if len(each.key) >= 15})
    forget_pictures()
    forget_converted()
    forget(LOOK, TAKE)
    _leave_tasks(set(owners))
    SubjectRow.objects.filter(pk__in=owners).delete()
    return {"facts": gone, "files": files, "told": told, "kept": len(forms) - len(over)}


def _typed_for(task: Task, at: datetime) -> Iterable[int]:
    """What a post answered by hand while the demand ran, and that no other demand which is still kept asks."""
    demand = task.demand
    since, until = demand.submitted_at or demand.decided_at, demand.ended_at or at
    try:
        asks = plan_of(task, at.date()).asks
    except (ProblemError, OSError, ChangedError):
        return ()
    others = [each for each in tasks(task.unit) if each.demand.number != demand.number]
    for each in (each for each in others if each.demand.erased_on is None):
        try:
            asks -= plan_of(each, at.date()).asks
        except (ProblemError, OSError, ChangedError):
            return ()  # nobody can tell what it needs
    known = numbers({who for who, _key in asks})
    pairs = {(known[who], key) for who, key in asks if who in known}
    rows = FactRow.objects.filter(document=None, recorder=label_of(task.unit), recorded_at__lte=until)
    rows = rows.filter(recorded_at__gte=since) if since else rows
    return [pk for pk, who, key in rows.values_list("pk", "subject", "element") if (who, key) in pairs]


def _drop_files(asked: Iterable[Task]) -> int:
    """Remove handed files that nothing else holds, and return how many went."""
    ours = {each.number: each.blob for each in asked if each.blob}
    blobs = set(ours.values())
    elsewhere = set(
        TaskRow.objects.exclude(pk__in=ours).filter(blob__in=blobs).values_list("blob", flat=True)
    )
    elsewhere |= set(DemandRow.objects.filter(blob__in=blobs).values_list("blob", flat=True))
    for each in blobs - elsewhere:
        drop(each)
    return len(blobs - elsewhere)


def _mentions(owners: set[int], keys: set[str], name: str, at: datetime) -> set[int]:
    """Facts of the same household that name somebody: 户主@person.name."""
    who = subject_numbered(min(owners))
    desk = desk_on(at.date())
    home = desk.kin.home(desk.view.canonical(who)) if who else None
    if home is None:
        return set()
    near = numbers({home, *desk.kin.doubles(home), *desk.kin.members(home)})
    rows = FactRow.objects.filter(subject__in=set(near.values()) - owners)
    named = rows.filter(Q(element__endswith=_NAMES[0]) | Q(element__endswith=_NAMES[1]))
    wanted = {*keys, name}
    _rename(set(near.values()) - owners, keys, name)
    return {row.pk for row in named if str(decode(row.kind, row.value)) in wanted}


def _forget_readings(keys: set[str]) -> None:
    """What was odd about a file may tell a number; the database cannot look into it."""
    told = ReadingRow.objects.values_list("pk", "problems").iterator()
    found = [number for number, problems in told if any(key in problems for key in keys)]
    for part in chunks(found):
        ReadingRow.objects.filter(pk__in=part).update(problems="[]")


def _rename(near: set[int], keys: set[str], name: str) -> None:
    """A household is called by its head, and may be kept under the head's number."""
    homes = SubjectRow.objects.filter(pk__in=near, kind="household")
    named = [row.pk for row in homes if row.name == name]
    SubjectRow.objects.filter(pk__in=named).update(name="")
    for row in SubjectRow.objects.filter(pk__in=near, kind="household", key__in=keys):
        row.key = f"#{row.pk}"
        row.save(update_fields=["key"])


def _leave_tasks(owners: set[int]) -> None:
    """Nobody fills a card for them any more."""
    for row in TaskRow.objects.exclude(about=""):
        kept = [each for each in row.about.split() if int(each) not in owners]
        if len(kept) != len(row.about.split()):
            TaskRow.objects.filter(pk=row.pk).update(about=" ".join(kept), ledger=-1, how="")


def _remove(erasure: ErasureRow, facts: set[int], owners: Iterable[int] = ()) -> int:
    """Remove facts with what was decided about them. What they had ended stays ended."""
    people = list(owners)
    decided = Q(subject__in=people) | Q(other__in=people)
    decisions = set(DecisionRow.objects.filter(decided).values_list("pk", flat=True)) if people else set()
    ended: set[int] = set()
    for part in chunks(sorted(facts)):
        decisions |= set(DecisionRow.objects.filter(fact__in=part).values_list("pk", flat=True))
    decisions |= set(DecisionRow.objects.filter(undoes__in=decisions).values_list("pk", flat=True))
    for part in chunks(sorted(facts)):
        about = Q(fact__in=part) | Q(by__in=part)
        ended |= set(WithdrawalRow.objects.filter(about).values_list("pk", flat=True))
    ended |= set(WithdrawalRow.objects.filter(decision__in=decisions).values_list("pk", flat=True))
    reopened = ReopenedRow.objects.filter(withdrawal__in=ended)
    open_again = set(reopened.values_list("withdrawal", flat=True))
    stay = [
        row
        for row in WithdrawalRow.objects.filter(pk__in=ended)
        if row.fact_id not in facts and row.pk not in open_again
    ]
    _delete(erasure, ReopenedRow, set(reopened.values_list("pk", flat=True)))
    _delete(erasure, WithdrawalRow, ended)
    _delete(erasure, DecisionRow, decisions)
    _delete(erasure, FactRow, facts)
    for row in stay:
        row.pk, row.by, row.decision = None, None, None
    WithdrawalRow.objects.bulk_create(stay, batch_size=BATCH)
    if people:
        tied = SameRow.objects.filter(Q(alias__in=people) | Q(subject__in=people))
        _delete(erasure, SameRow, set(tied.values_list("pk", flat=True)))
        placed = PlacedRow.objects.filter(subject__in=people)
        _delete(erasure, PlacedRow, set(placed.values_list("pk", flat=True)))
        for table in (LaterRow, ReportedRow, SeenRow):
            table.objects.filter(subject__in=people).delete()
    return len(facts)


def _delete(erasure: ErasureRow, table: type[Model], rows: set[int]) -> None:
    """Let the guard know which rows may go, and remove them."""
    name = table._meta.db_table
    manager = table._default_manager
    for part in chunks(sorted(rows)):
        LicenceRow.objects.bulk_create([LicenceRow(erasure=erasure, table=name, row=each) for each in part])
        found = manager.filter(pk__in=part)
        found._raw_delete(found.db)
