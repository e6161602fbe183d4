"""`qz match`: what is asked more than once, what follows, what only looks alike."""

import sys
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from qingzhuang.cli import checklists, match_known
from qingzhuang.cli.match_forms import forms_of
from qingzhuang.cli.output import (
    as_json,
    complain,
    examples,
    exit_code,
    format_option,
    say,
    say_json,
)
from qingzhuang.cli.review_text import alarms_tree, say_alarms
from qingzhuang.cli.said import proposer, said_here, warned
from qingzhuang.match.checklist.lists import pairs_of_lists
from qingzhuang.match.decide import decide
from qingzhuang.match.evidence import Evidence
from qingzhuang.match.grouping.group import Grouping, Link, group
from qingzhuang.match.pairs import Pair, read_pairs
from qingzhuang.match.wording.definition_tree import definition_tree
from qingzhuang.match.wording.definition_words import in_words
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem
from qingzhuang.model.profile import Profile
from qingzhuang.model.verdict import ItemContext, Match

MOST_LINES = 60


class _WithMore(click.Command):
    """`qz match review`, `counts` and `join` are commands of their own."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Lead to another command where the first word says so."""
        named = _more(args[0]) if args else None
        if named is None:
            return super().make_context(info_name, args, parent, **extra)
        from qingzhuang.cli.language import dress

        return dress(named).make_context(f"{info_name} {args[0]}", args[1:], parent, **extra)


def _more(word: str) -> click.Command | None:
    if word == "review":
        from qingzhuang.cli.review import command as review

        return review
    if word in ("counts", "join"):
        from qingzhuang.cli import nation

        return nation.counts if word == "counts" else nation.join
    return None


@click.command(
    cls=_WithMore,
    name="match",
    help=_("看哪些项目在几张表里重复问、哪些能推算、哪些只是名字像。用 --pairs 逐对判断。"),
    epilog=examples(
        "qz match 表格",
        "qz match --pairs 成对的.tsv",
        "qz match review 表格",
        "qz match counts 表格",
        "qz match 新表.xlsx --known 表格",
    ),
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar=_("文件或文件夹…"))
@click.option(
    "--pairs",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar=_("文件"),
    help=_("逐对判断的文件：带 a、b 两列的 TSV，或每行一个 JSON。"),
)
@click.option(
    "--known",
    type=click.Path(exists=True, path_type=Path),
    metavar=_("文件夹"),
    help=_("逐栏去查这个文件夹里的表：哪些栏别处已经在要，从哪张表取。"),
)
@format_option
def command(files: tuple[Path, ...], pairs: Path | None, known: Path | None, output_format: str) -> None:
    """Match forms, or pairs of items."""
    if pairs is not None:
        sys.exit(_pairs(pairs))
    if not files:
        raise click.UsageError(_("请给出表格文件或文件夹，或用 --pairs 给出成对的项目。"))
    filled: dict[tuple[int, str], Profile] = {}
    forms, problems = forms_of(files, filled)
    if known is not None:
        sys.exit(_known(forms, known, problems, output_format))
    said = said_here()
    grouping = group(forms, said=said, values=Evidence(filled), proposer=proposer())
    warnings = warned(said, grouping, forms)
    if output_format == "json":
        told = {"alarms": alarms_tree(warnings), "problems": [as_json(each) for each in problems]}
        say_json(_document(forms, grouping) | told)
    else:
        _print(forms, grouping)
        say_alarms(warnings)
        complain(problems)
    sys.exit(exit_code(problems))


def _known(forms: list[Form], folder: Path, problems: list[Problem], output_format: str) -> int:
    others, unread = forms_of((folder,))
    problems = [*problems, *unread]
    found = tuple(match_known.look_up(forms, others))
    if output_format == "json":
        say_json({"columns": match_known.document(found), "problems": [as_json(each) for each in problems]})
    else:
        for line in match_known.lines(found):
            say(line)
        complain(problems)
    return exit_code(problems)


def _pairs(path: Path) -> int:
    problems: list[Problem] = []
    for entry in read_pairs(path.name, path.read_bytes()):
        if isinstance(entry, Pair):
            say_json(_line(entry.shown[0], entry.shown[1], decide(entry.a, entry.b)))
            continue
        problems.append(entry)
        why = entry.message
        say_json(
            {"a": None, "b": None, "verdict": "unsure", "direction": None, "why": why, "rule": entry.code}
        )
    complain(problems)
    return exit_code(problems)


def _line(a: object, b: object, match: Match) -> dict[str, object]:
    return {
        "a": a,
        "b": b,
        "verdict": match.verdict.value,
        "direction": match.direction,
        "why": match.why,
        "rule": match.rule,
        "formula": match.formula,
        "slot": match.slot,
        "lexicon": match.lexicon,
        "loss": match.loss,
        **_defined(match),
    }


def _defined(match: Match) -> dict[str, object]:
    """Both definitions side by side, where a form states one."""
    sides = (match.a.definition, match.b.definition)
    if not any(sides):
        return {}
    return {"definitions": [each and definition_tree(each) for each in sides]}


def _document(forms: list[Form], grouping: Grouping) -> dict[str, object]:
    return {
        "proposers": ["words", *grouping.proposers],
        "forms": [{"file": form.file, "title": form.title} for form in forms],
        "groups": [
            {
                "element": each.key,
                "name": each.element.name,
                "asked": each.element.asked,
                "items": [
                    {"form": m.form, "item": m.item.key, "where": str(m.item.place)} for m in each.members
                ],
            }
            for each in grouping.groups
        ],
        "derivable": [_link(link) for link in grouping.derivable],
        "alike": [_link(link) for link in grouping.alike],
        "unsure": [_link(link) for link in grouping.unsure],
        "apart": [_link(link) for link in grouping.apart],
        "checklists": checklists.document(pairs_of_lists(forms)),
        "duplicates": [
            {"form": each.form, "a": each.a.key, "b": each.b.key, "why": each.match.why}
            for each in grouping.duplicates
        ],
    }


def _link(link: Link) -> dict[str, object]:
    return {"groups": [link.a, link.b], **_line(link.match.a.label, link.match.b.label, link.match)}


def _print(forms: list[Form], grouping: Grouping) -> None:
    asks = sum(len(each.members) for each in grouping.groups)
    say(
        _("{forms} 张表，{asks} 个项目，问的是 {facts} 件事。").format(
            forms=len(forms), asks=asks, facts=len(grouping.groups)
        )
    )
    if grouping.proposers:
        say(
            _("哪些项目值得比，除了看字，还由语言模型（{name}）提名；是不是一项，仍由规则定。").format(
                name="、".join(grouping.proposers)
            )
        )
    repeated = sorted(
        (each for each in grouping.groups if len(each.members) > 1), key=lambda each: -len(each.members)
    )
    _section(
        _("重复问的"),
        [
            _("{name}：{count} 张表（{labels}）").format(
                name=each.element.name,
                count=len(each.members),
                labels="、".join(dict.fromkeys(member.item.label for member in each.members)),
            )
            for each in repeated
        ],
    )
    _section(_("可以推算的"), _whys(grouping.derivable))
    pairs = pairs_of_lists(forms)
    _section(_("一次去能答几张检查表"), list(checklists.lines(forms, pairs)), len(pairs))
    _section(_("看着像，不是一项"), _look_alikes(grouping))
    _section(
        _("同一张表里好像问了两遍，请看一眼"),
        [f"{forms[e.form].file}：{e.a.key} ~ {e.b.key}" for e in grouping.duplicates],
    )
    _section(_("说不准，请看一眼"), _whys(grouping.unsure))
    _section(_("逐对看是一项，合在一起有对不上的，没有合"), _pairs_of(grouping.apart))


def _look_alikes(grouping: Grouping) -> list[str]:
    """Name only what a person would merge by mistake: names that share a character, both asked for."""
    groups = grouping.groups
    return _whys(
        tuple(
            link
            for link in grouping.alike
            if groups[link.a].element.asked
            and groups[link.b].element.asked
            and set(link.match.a.label) & set(link.match.b.label)
        )
    )


def _whys(links: tuple[Link, ...]) -> list[str]:
    return list(
        dict.fromkeys(f"{_named(link.match.a)} ~ {_named(link.match.b)}：{link.match.why}" for link in links)
    )


def _named(item: ItemContext) -> str:
    """The label, with the definition that its form states."""
    return f"{item.label}〔{in_words(item.definition)}〕" if item.definition else item.label


def _pairs_of(links: tuple[Link, ...]) -> list[str]:
    return list(dict.fromkeys(f"{link.match.a.label} ~ {link.match.b.label}" for link in links))


def _section(title: str, lines: list[str], count: int | None = None) -> None:
    if lines:
        say()
        say(_("{title}（{count}）").format(title=title, count=len(lines) if count is None else count))
    for line in lines[:MOST_LINES]:
        say(f"  {line}")
    if len(lines) > MOST_LINES:
        say(_("  还有 {count} 处，用 --format json 看全。").format(count=len(lines) - MOST_LINES))
