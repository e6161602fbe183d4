"""Which subjects stand on a form: the kind of its rows, narrowed by whom the title means. What is not understood is
not guessed at."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.select_catalogue import Catalogue, default_catalogue
from qingzhuang.answer.select_events import of_period, of_title, told
from qingzhuang.answer.select_member import belongs, both, either
from qingzhuang.answer.select_title import PREMISES, Meant, read_title
from qingzhuang.language import gettext as _
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Period
from qingzhuang.model.problem import Problem, Severity

_NAMED = 5
_OF_THE_DEAD = (
    "死亡",
    "去世",
    "殡葬",
    "丧葬",
    "遗属",
    "销户",
    "抚恤",
    "亡故",
    "病故",
    "身故",
    "迁出",
    "迁移",
    "注销",
)
NOBODY_KNOWS_WHOM = "QZ-F101"
VILLAGE_ENDS = ("村", "社区", "居委会", "村委会")


@dataclass(frozen=True, slots=True)
class Rows:
    """What the rows of a form are about: the kind of subject and the word for it (人, 户, 村, 场所)."""

    kind: SubjectKind
    entity: str = ""

    @property
    def of_villages(self) -> bool:
        """Tell whether each row stands for a village or community."""
        return self.kind is SubjectKind.PLACE and self.entity in ("村", "社区")


@dataclass(frozen=True, slots=True)
class Scope:
    """Limits set by the person who fills: `villages` by name (none: all), single subjects by key or name (then the
    title is not asked), `every` subject of the kind when the title leaves it open."""

    villages: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    every: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """`subjects` belong on the form. `undecided` may: the ledger does not tell. `meant` is how the title was read."""

    subjects: tuple[Subject, ...] = ()
    undecided: tuple[Subject, ...] = ()
    meant: Meant | None = None
    problems: tuple[Problem, ...] = ()


def select(
    file: str,
    title: str,
    rows: Rows,
    resolver: Resolver,
    scope: Scope,
    catalogue: Catalogue | None = None,
    *,
    period: Period | None = None,
) -> Selection:
    """Return the subjects for the rows of a form. Problems: QZ-F101 (the title's population is unknown, nobody is
    listed), QZ-F102 (some words of the title were not understood), QZ-F103 (people of whom nobody knows), QZ-F107
    (people who have died or moved away, or whom the latest edition of their roll no longer names), QZ-F108 (which events are
    listed), QZ-F115 (people listed by a roll of the same words)."""
    meant = read_title(title, rows.kind, catalogue or default_catalogue())
    all_here = [each for each in candidates(rows, resolver) if in_scope(each, resolver, scope)]
    if scope.keys and not all_here:
        return Selection(meant=meant, problems=(_nobody_named(file, len(scope.keys)),))
    if scope.keys or rows.of_villages:
        return Selection(tuple(all_here), meant=meant)
    if rows.kind is SubjectKind.EVENT and not scope.every:
        return _events(file, title, of_period(all_here, period), meant, rows.entity, resolver, period)
    if not meant.known and not scope.every:
        return _on_a_roll(file, title, meant, all_here, resolver)
    gone = [each for each in all_here if _is_gone(each, title, resolver)]
    all_here = [each for each in all_here if each not in gone]
    if not meant.known and (meant.turned or not meant.populations):
        return Selection(tuple(all_here), meant=meant, problems=_departed(file, gone))
    answers = [(each, _belongs(each, meant, resolver)) for each in all_here]
    chosen = tuple(each for each, answer in answers if answer)
    undecided = tuple(each for each, answer in answers if answer is None)
    gone = [each for each in gone if _belongs(each, meant, resolver) is not False]
    return Selection(
        chosen, undecided, meant, (*_doubts(file, meant, len(undecided)), *_departed(file, gone))
    )


def _events(
    file: str,
    title: str,
    events: Sequence[Subject],
    meant: Meant,
    entity: str,
    resolver: Resolver,
    period: Period | None,
) -> Selection:
    chosen, undecided = of_title(events, title, entity, resolver)
    return Selection(chosen, undecided, meant, told(file, len(chosen), len(undecided), period))


def _on_a_roll(
    file: str, title: str, meant: Meant, all_here: Sequence[Subject], resolver: Resolver
) -> Selection:
    """A population that the catalogue does not know is still known from a roll that names it in the same words."""
    chosen = tuple(
        each
        for each in all_here
        if not _is_gone(each, title, resolver) and resolver.rolls.named_alike(each, title)
    )
    if not chosen:
        return Selection(meant=meant, problems=(_unknown(file, title, meant),))
    return Selection(chosen, meant=meant, problems=(_by_roll(file, meant, len(chosen)),))


def candidates(rows: Rows, resolver: Resolver) -> Sequence[Subject]:
    """Return all subjects that a row can be about, in a steady order: villages together, households together with the
    head first."""
    if rows.of_villages:
        return sorted(villages(resolver), key=lambda each: _order(each, resolver))
    found = [each for kind in _kinds(rows) for each in resolver.view.of_kind(kind)]
    found = [each for each in found if not is_village(each)]
    found = [each for each in found if not _is_double(each, resolver)]
    return sorted(found, key=lambda each: _order(each, resolver))


def villages(resolver: Resolver) -> tuple[Subject, ...]:
    """Return the villages: those with facts of their own, and those where somebody is said to live."""
    own = tuple(each for each in resolver.view.of_kind(SubjectKind.PLACE) if is_village(each))
    names = {name for each in own for name in (each.key, each.name)}
    lived = (Subject(SubjectKind.PLACE, name, name) for name in sorted(resolver.kin.villages - names))
    return (*own, *(each for each in lived if is_village(each)))


def _kinds(rows: Rows) -> tuple[SubjectKind, ...]:
    """A shop may be kept as a place or, with its credit code, as an organisation."""
    return PREMISES if rows.kind in PREMISES else (rows.kind,)


def _is_double(subject: Subject, resolver: Resolver) -> bool:
    return subject.kind is SubjectKind.HOUSEHOLD and resolver.kin.home(subject) != subject


def in_scope(subject: Subject, resolver: Resolver, scope: Scope) -> bool:
    """Tell whether a subject lies within the limits."""
    if scope.keys and not {subject.key, subject.name} & set(scope.keys):
        return False
    if not scope.villages:
        return True
    names = {resolver.kin.village(subject)} | ({subject.name, subject.key} if is_village(subject) else set())
    return bool(names & set(scope.villages))


def is_village(subject: Subject) -> bool:
    """Tell whether a place is a village or community."""
    return subject.kind is SubjectKind.PLACE and (subject.name or subject.key).endswith(VILLAGE_ENDS)


def _order(subject: Subject, resolver: Resolver) -> tuple[str, str, bool, str]:
    home = resolver.kin.home(subject)
    leads = subject.kind is SubjectKind.PERSON and resolver.kin.leads(subject)
    return resolver.kin.village(subject), home.key if home else "", not leads, subject.key


def _belongs(subject: Subject, meant: Meant, resolver: Resolver) -> bool | None:
    answers = (belongs(subject, population, resolver) for population in meant.populations)
    return either(answers) if meant.any_of else both(answers)


def _nobody_named(file: str, count: int) -> Problem:
    return Problem(
        "QZ-F114",
        file,
        _("点名的 {count} 个里，没有一个是这张表要列的，列表没有填。").format(count=count),
        _("请看是不是人、户、单位点错了；列人的表要写姓名或者身份证号。"),
        Severity.DOUBT,
    )


def _unknown(file: str, title: str, meant: Meant) -> Problem:
    return Problem(
        NOBODY_KNOWS_WHOM,
        file,
        _("没有读懂标题“{title}”要填哪些人或对象（不明白“{rest}”），列表没有填。").format(
            title=title, rest=meant.rest
        ),
        _("要把台账里的都列上，请加 --rows all；只填几个，请用 --subject 写明。"),
        Severity.DOUBT,
    )


def _by_roll(file: str, meant: Meant, count: int) -> Problem:
    return Problem(
        "QZ-F115",
        file,
        _("标题里的“{rest}”是哪些人没有别的依据，按台账里同名的花名册列了 {count} 个。").format(
            rest=meant.rest, count=count
        ),
        _("请看名单对不对。"),
        Severity.DOUBT,
    )


def _doubts(file: str, meant: Meant, undecided: int) -> tuple[Problem, ...]:
    names = "、".join(population.name for population in meant.populations)
    found: list[Problem] = []
    if meant.rest and meant.populations:
        message = _("标题里的“{rest}”没有读懂，先按“{names}”列的。").format(rest=meant.rest, names=names)
        found.append(Problem("QZ-F102", file, message, _("请看名单对不对。"), Severity.DOUBT))
    if undecided:
        message = _("有 {count} 个对象台账里看不出是不是“{names}”，没有列上。").format(
            count=undecided, names=names
        )
        found.append(
            Problem("QZ-F103", file, message, _("该列的，请在台账里记上这一项，再填一次。"), Severity.NOTE)
        )
    return tuple(found)


def _is_gone(subject: Subject, title: str, resolver: Resolver) -> bool:
    """Tell whether on the form's day no roll named the subject any longer, or the person had died and the form is not
    about that."""
    about_the_dead = subject.kind is not SubjectKind.PERSON or any(word in title for word in _OF_THE_DEAD)
    return resolver.view.is_gone(subject, resolver.day, dead_too=not about_the_dead)


def _departed(file: str, gone: Sequence[Subject]) -> tuple[Problem, ...]:
    if not gone:
        return ()
    names = "、".join(each.name or each.key[-4:] for each in gone[:_NAMED])
    message = _(
        "有 {count} 个对象（{names}{more}）已去世或迁出，或旧名册里有、新名册里没有了，没有列上。"
    ).format(count=len(gone), names=names, more=_("等") if len(gone) > _NAMED else "")
    return (Problem("QZ-F107", file, message, _("还在的，请用 --subject 写明或补进名册。"), Severity.DOUBT),)
