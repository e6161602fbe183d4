"""What `qz match review` prints."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from gettext import gettext as _
from typing import Any

from qingzhuang.cli.output import say, say_json
from qingzhuang.match.grouping.repeats import Twice
from qingzhuang.match.grouping.rulings import Rulings, State, words
from qingzhuang.match.people.agreement import Agreement, agreement
from qingzhuang.match.people.alarm import Alarm
from qingzhuang.match.people.queue import Question, Ranked, Side
from qingzhuang.match.people.shared import Coming, tree_of
from qingzhuang.match.people.steps import Step
from qingzhuang.match.people.told import agreement_words, named, told_of
from qingzhuang.model.review import Said


def say_question(ranked: Ranked, number: int, count: int) -> None:
    """Print both sides and the keys."""
    asked = ranked.question
    say()
    say(_("第 {number} 对，共 {count} 对。{why}").format(number=number, count=count, why=asked.why))
    if ranked.state is State.DISPUTED:
        say(_("两个人说得不一样，请再看一次。"))
    for name, side in ((_("甲"), asked.a), (_("乙"), asked.b)):
        say(f"  {name}  {side.context.label}")
        for head, told in told_of(side):
            say(f"      {head}：{told}")
    say(_("  1 同一项  2 甲含乙  3 乙含甲  4 不同  5 说不准  0 停下"))


def say_twice(twice: Twice, number: int, count: int) -> None:
    """Print two columns that one form seems to ask twice, and the keys."""
    say()
    say(_("一张表里好像问了两遍，第 {number} 处，共 {count} 处。").format(number=number, count=count))
    say(f"  {twice.one.form or ''}：{twice.why}")
    say(_("  1 是同一项  4 是两项  5 说不准  0 停下"))


def twice_tree(found: Iterable[Twice], said: Rulings) -> list[dict[str, Any]]:
    """Return columns that one form seems to ask twice as data, with what was said of them."""
    return [
        {
            "id": each.id,
            "form": each.one.form,
            "a": each.one.label,
            "b": each.other.label,
            "places": [str(each.a.place), str(each.b.place)],
            "why": each.why,
            "said": _line(said.twice[each.id]) if each.id in said.twice else None,
        }
        for each in found
    ]


def say_agreement(found: Agreement) -> None:
    """Print how well two persons agree."""
    if told := agreement_words(found):
        say(told)


def say_coming(found: Coming, dry_run: bool, as_data: bool) -> None:
    """Print what a file brought, and what it contradicts."""
    if as_data:
        against = [{"theirs": _line(each), "ours": _line(ours)} for each, ours in found.against]
        say_json({"new": [_line(each) for each in found.new], "known": found.known, "against": against})
        return
    head = _("会带进 {new} 条") if dry_run else _("带进 {new} 条")
    rest = _("，{known} 条这里已经有，{against} 条和这里定的相反，没有带进来。")
    say((head + rest).format(new=len(found.new), known=found.known, against=len(found.against)))
    for each in found.new:
        say(f"  + {each.a.label} ~ {each.b.label}：{words(each.reply)}（{each.who}）")
    for each, ours in found.against:
        say(
            _("  ! {a} ~ {b}：那边 {theirs}，这里 {ours}（{who}）").format(
                a=each.a.label, b=each.b.label, theirs=words(each.reply), ours=words(ours.reply), who=ours.who
            )
        )


def say_alarms(found: Sequence[Alarm]) -> None:
    """Print what cannot all be right: the pair, the chain step by step, the cure, with the numbers by which a word is taken back."""
    for each in found:
        say()
        say(_("! 对不上：{a} ~ {b}。{why}").format(a=named(each.a), b=named(each.b), why=each.why))
        for number, step in enumerate(each.chain, 1):
            say(f"    {number}. {named(step.a)} ~ {named(step.b)}")
            say(f"       {_by(step)}")
        for one in each.said:
            say(f"    {_who(one)}")
        say(f"    {each.cure}")


def _by(step: Step) -> str:
    return "、".join(_who(one) for one in step.said) or _("词库连的：{why}").format(why=step.why)


def _who(said: Said) -> str:
    return _("{who} {day} 说{reply}（#{number}）").format(
        who=said.who, day=f"{said.at:%Y-%m-%d}", reply=words(said.reply), number=said.number
    )


def alarms_tree(found: Sequence[Alarm]) -> list[dict[str, Any]]:
    """Return alarms as data."""
    return [
        {
            "against": each.against.value,
            "a": tree_of(each.a),
            "b": tree_of(each.b),
            "why": each.why,
            "chain": [_link(step) for step in each.chain],
            "said": [_line(one) for one in each.said],
            "cure": each.cure,
        }
        for each in found
    ]


def _link(step: Step) -> dict[str, Any]:
    told = {"a": tree_of(step.a), "b": tree_of(step.b), "said": [_line(one) for one in step.said]}
    return told | {"rule": step.rule or None, "why": step.why or None}


def document(
    asked: Sequence[Question], left: Sequence[Ranked], said: Rulings, alarms: Sequence[Alarm]
) -> dict[str, Any]:
    """Return the queue as data."""
    found = agreement(said)
    return {
        "queue": [
            {
                "pair": each.question.pair,
                "a": _side(each.question.a),
                "b": _side(each.question.b),
                "asks_freed": each.question.freed,
                "chance": round(each.chance, 4),
                "uncertainty": round(each.uncertainty, 4),
                "state": each.state.value,
                "rule": each.question.rule,
                "why": each.question.why,
                "places": each.question.places,
            }
            for each in left
        ],
        "together": [_both(each) for each in asked if each.together],
        "said": [
            _line(one)
            | {
                "pair": each.pair,
                "state": each.state.value,
                "vetoed": each.vetoed,
                "waits": each.pair in said.waiting,
                "replaced": each.replaced(one),
            }
            for each in said.pairs.values()
            for one in each.said
        ],
        "alarms": alarms_tree(alarms),
        "agreement": asdict(found),
    }


def _both(asked: Question) -> dict[str, Any]:
    return {"pair": asked.pair, "a": asked.a.context.label, "b": asked.b.context.label, "file": asked.a.file}


def _side(side: Side) -> dict[str, Any]:
    around = {"file": side.file, "place": side.place, "beside": list(side.beside), "hint": side.hint}
    return tree_of(side.context) | around | {"forms": side.forms}


def _line(said: Said) -> dict[str, Any]:
    return {
        "number": said.number,
        "a": tree_of(said.a),
        "b": tree_of(said.b),
        "reply": said.reply.value,
        "who": said.who,
        "at": said.at.isoformat(),
        "source": said.source,
    }
