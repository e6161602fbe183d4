"""`qz ledger person`: what the person concerned may ask for: all that is known, a correction, deletion."""

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from qingzhuang.cli.ledger_decide import settle
from qingzhuang.cli.ledger_meant import one_of, subjects_meant
from qingzhuang.cli.ledger_open import opened
from qingzhuang.cli.output import PROBLEMS, complain, examples, reason, say
from qingzhuang.model.fact import Subject
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store import clock


@click.group("person", help=_("本人来问：给他看全部记录、改错、删除。"))
def person() -> None:
    """Hold the commands of the person concerned."""


@person.command(
    "export",
    help=_("把一个人的全部记录取出来交给本人：记了什么、从哪来、报给过谁、谁看过。会留下记录。"),
    epilog=examples("qz ledger person export 王桂香 -o 王桂香.docx"),
)
@click.argument("name", metavar=_("名字或号码"))
@click.option(
    "-o",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar=_("文件"),
    help=_("存成 .docx 或 .json，不写就在这里显示。"),
)
@click.pass_context
def export(context: click.Context, name: str, target: Path | None) -> None:
    """Hand over all that is known."""
    opened()
    from qingzhuang.letters.person import person_docx, person_json
    from qingzhuang.store.rights.person import person_record
    from qingzhuang.store.trail import Act
    from qingzhuang.web.ledger.rights_page import person_sheet

    whom = _meant(context, name)
    sheet = person_sheet(person_record(whom), clock.now())
    _note(whom, Act.FETCHED, _("本人要求查阅、复制"))
    if target is None:
        say("\n".join((sheet.title, sheet.lead)))
        for heading, lines in sheet.sections:
            say("\n".join(("", heading, *(f"  {line}" for line in lines or (_("没有。"),)))))
        return
    make: Callable[[Any], bytes] = person_json if target.suffix.casefold() == ".json" else person_docx
    try:
        target.write_bytes(make(sheet))
    except OSError as error:
        complain(
            [
                Problem(
                    "QZ-L020",
                    str(target),
                    _("没有写成：{why}。").format(why=reason(error)),
                    _("请换一个地方。"),
                )
            ]
        )
        context.exit(PROBLEMS)
    say(_("写好了：{file}").format(file=target))


@person.command(
    "delete",
    help=_("提出删掉一个人的全部记录。只是提出：还要有人在台账页面上点头才删。"),
    epilog=examples("qz ledger person delete 王桂香"),
)
@click.argument("name", metavar=_("名字或号码"))
@click.option(
    "--ground",
    type=click.Choice(("wished", "withdrawn", "unlawful")),
    default="wished",
    help=_("为什么：本人要求、撤回了同意、当初不该收。"),
)
@click.pass_context
def delete(context: click.Context, name: str, ground: str) -> None:
    """Propose to delete; somebody signed in agrees."""
    opened()
    from qingzhuang.store.ledger.numbered import numbers
    from qingzhuang.store.organisation.units import unit
    from qingzhuang.store.rights.erasing import propose
    from qingzhuang.store.tasks.planning import placing_on
    from qingzhuang.store.trail import Act

    whom = _meant(context, name)
    village = placing_on(clock.today()).unit(whom)
    where = unit(village) if village is not None else None
    try:
        propose(f"subject {numbers({whom})[whom]}", where, ground, 0, clock.now())
    except ProblemError as error:
        complain([error.problem])
        context.exit(PROBLEMS)
    _note(whom, Act.ASKED_ERASURE, ground)
    say(
        _("提出了，还没有删。请{whose}的人登录后，在台账里这个人的“谁看过，报给过谁”一页点头。").format(
            whose=where.name if where else _("镇里")
        )
    )


person.add_command(settle, "correct")


def _meant(context: click.Context, name: str) -> Subject:
    try:
        return one_of(name, subjects_meant(name))
    except ProblemError as error:
        complain([error.problem])
        context.exit(PROBLEMS)


def _note(whom: Subject, act: Any, purpose: str) -> None:
    from qingzhuang.store.ledger.numbered import numbers
    from qingzhuang.store.trail import Step, leave

    leave(Step(0, act, f"subject {numbers({whom})[whom]}", purpose=purpose), clock.now())
