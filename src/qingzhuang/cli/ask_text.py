"""What `qz ask` prints: what nobody knows, who is who, whom a form may have to list; each with the way to answer."""

from collections.abc import Iterator
from gettext import gettext as _
from typing import Any

from qingzhuang.answer.ask import Question
from qingzhuang.answer.ask_listed import Undecided
from qingzhuang.answer.namesakes import Candidate, Namesakes
from qingzhuang.answer.plan_cell import State
from qingzhuang.cli.at_hand import at_hand
from qingzhuang.cli.called import called, masked
from qingzhuang.cli.output import say
from qingzhuang.cli.unanswered import Unanswered
from qingzhuang.match.wording.element import element
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.model.thing import thing

_FIRST = 3


def say_unanswered(found: Unanswered, limit: int) -> None:
    """Print the questions, at most `limit` of them (0: all); first those of which a person decides at once."""
    say(found.total)
    lines = [*map(_who, found.namesakes), *map(_listed, found.undecided)]
    questions = found.questions[: max(0, limit - len(lines))] if limit else found.questions
    lines += ["".join(_sentence(each)) for each in questions]
    for number, line in enumerate(lines, 1):
        say(f"{number}. {line}")
    if len(lines) < found.count:
        say(_("还有 {count} 个，加 --limit 0 全部列出。").format(count=found.count - len(lines)))


def unanswered_json(found: Unanswered) -> dict[str, Any]:
    """The questions for a program."""
    return {
        "total": {"questions": found.count, "cells": found.cells},
        "questions": [_question(each) for each in found.questions],
        "namesakes": [
            {
                "subject": _subject(each.subject),
                "candidates": [
                    {**_subject(one.subject), "village": one.village, "birth": one.birth}
                    for one in each.candidates
                ],
            }
            for each in found.namesakes
        ],
        "undecided": [
            {
                "name": each.name,
                "element": each.key,
                "value": each.value,
                "forms": list(each.files),
                "subjects": [_subject(one) for one in each.subjects],
            }
            for each in found.undecided
        ],
    }


def _who(doubt: Namesakes) -> str:
    alias, first = called(doubt.subject), doubt.candidates[0]
    words = _(
        '{who} 没有号码，是哪一个？可能是 {candidates}。是就记：qz ledger same "{alias}" "{one}" --reason 原因；不是，后面加 --not。'
    )
    candidates = _(" 或 ").join(map(_candidate, doubt.candidates))
    return words.format(who=alias, candidates=candidates, alias=alias, one=called(first.subject))


def _candidate(one: Candidate) -> str:
    marks = [one.village, _("{year} 年生").format(year=one.birth.year) if one.birth else ""]
    known = "，".join(mark for mark in marks if mark)
    return called(one.subject) + (f"，{known}" if known else "")


def _listed(doubt: Undecided) -> str:
    names = "、".join(map(called, doubt.subjects[:_FIRST])) + (
        _("等") if len(doubt.subjects) > _FIRST else ""
    )
    forms = doubt.files[0] if len(doubt.files) == 1 else _("{count} 张表").format(count=len(doubt.files))
    words = _("是不是“{name}”：{names} {count} 个看不出，{forms}没有列上。").format(
        name=doubt.name, names=names, count=len(doubt.subjects), forms=forms
    )
    roll = _("有名册就导入（qz ledger import）")
    if not doubt.key:
        return words + roll + "。"
    one = _('；只有几个就逐个记：qz ledger settle "{who}" {item} {value} --reason 原因。').format(
        who=called(doubt.subjects[0]), item=element(doubt.key).name, value=doubt.value or _("（值）")
    )
    return words + roll + one


def _sentence(question: Question) -> Iterator[str]:
    day = _("（截至 {day}）").format(day=question.day) if question.day else ""
    side = thing(question.key).side
    of = _("（《{form}》的）").format(form=side) if side else ""
    yield f"{called(question.subject)}：{question.name}{of}{day}"
    if len(question.files) == 1:
        yield _("（填 {cells} 格：{form}）").format(cells=question.cells, form=question.files[0])
    else:
        yield _("（填 {cells} 格，{forms} 张表）").format(cells=question.cells, forms=len(question.files))
    if question.state is State.UNKNOWN and question.why:
        yield _("{why}。").format(why=question.why)
    if question.state is State.STALE and question.facts:
        last = question.facts[0]
        unit = element(question.key).unit or ""
        if question.day is not None:
            yield _("有 {known} 的数“{value}{unit}”，要 {wanted} 的。").format(
                value=last.value, unit=unit, known=last.as_of, wanted=question.day
            )
    if question.state is State.STALE and question.facts and question.day is None:
        last = question.facts[0]
        unit = element(question.key).unit or ""
        yield _("上次是“{value}{unit}”，{day} 的，还对吗？").format(
            value=last.value, unit=unit, day=last.as_of
        )
    if question.state is State.DOUBTFUL:
        values = "、".join(dict.fromkeys(masked(str(fact.value)) for fact in question.facts))
        yield _("台账里是“{value}”，可能不对或人已去世，请核对。").format(value=values)
    if question.state is State.CONFLICT:
        values = "、".join(f"“{_claim(fact, question)}”（{fact.source.file}）" for fact in question.facts)
        yield _("说法不一：{values}，哪个对？").format(values=values)
    if question.waits:
        yield _("{day} 还没到，到那天再问。").format(day=question.day)
    yield _("可以问{who}。").format(who=question.holder or at_hand(question.subject))


def _claim(fact: Fact, question: Question) -> str:
    """What a source says; another element's fact (an ID number that makes somebody a woman) is named."""
    if fact.element == question.key:
        return str(fact.value)
    return f"{element(fact.element).name}{fact.value}"


def _question(question: Question) -> dict[str, Any]:
    """A question for a program."""
    subject = question.subject
    return {
        "subject": _subject(subject),
        "element": thing(question.key).key,
        "of": thing(question.key).side or None,
        "as_of": question.day.isoformat() if question.day else None,
        "name": question.name,
        "waits": question.waits,
        "cells": question.cells,
        "forms": list(question.files),
        "answers": list(question.answers),
        "who": question.holder,
        "state": question.state.value,
        "known": [_known(fact) for fact in question.facts],
    }


def _known(fact: Fact) -> dict[str, Any]:
    return {
        "value": fact.value,
        "as_of": fact.as_of.isoformat(),
        "source": fact.source.file,
        "place": fact.source.place,
    }


def _subject(subject: Subject) -> dict[str, str]:
    return {"kind": subject.kind.value, "key": subject.key, "name": subject.name}
