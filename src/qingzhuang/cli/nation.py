"""`qz match counts`, `qz match join`: what a county tells of its forms, and what all counties' lines come to."""

import sys
from collections.abc import Iterator, Sequence
from gettext import gettext as _
from pathlib import Path

import click

from qingzhuang.cli.match_forms import forms_of
from qingzhuang.cli.output import complain, examples, exit_code, reason, say
from qingzhuang.match.nation import Asked, Element, as_tsv, joined, read_tsv, told
from qingzhuang.match.whose.context import contexts
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.privacy.mask import mask

_OUT = click.option(
    "-o", "out", type=click.Path(path_type=Path), metavar=_("文件"), help=_("写到这个文件，默认写在屏幕上。")
)


@click.command(
    name="counts",
    help=_(
        "本县的表在问什么：每一项、怎么写的、几处、哪家问的。只有项目和次数，没有任何人的信息，能交给上一级合并。"
    ),
    epilog=examples("qz match counts 表格 -o 云泽县.tsv"),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("文件或文件夹…"))
@_OUT
def counts(files: tuple[Path, ...], out: Path | None) -> None:
    """Write a county's lines."""
    forms, problems = forms_of(files)
    lines = told(_columns(forms))
    _write(Asked, [Asked(each.key, mask(each.label), each.count, each.issuer) for each in lines], out)
    complain(problems)
    sys.exit(exit_code(problems))


def _columns(forms: Sequence[Form]) -> Iterator[tuple[str, Slots]]:
    for form in forms:
        for _item, context in contexts(form):
            yield form.issuer or _("没写发表单位"), parse(context)


@click.command(
    name="join",
    help=_("把各县的次数并起来：同一项全国问了几处、几家在问、有几种写法。问得最多的排在前面。"),
    epilog=examples("qz match join 云泽县.tsv 青岭县.tsv -o 合计.tsv"),
)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar=_("文件…"),
)
@_OUT
def join(files: tuple[Path, ...], out: Path | None) -> None:
    """Add up the lines of counties."""
    lines, problems = list[Asked](), list[Problem]()
    for path in files:
        try:
            lines += _read(path)
        except ProblemError as error:
            problems.append(error.problem)
    _write(Element, sorted(joined(lines), key=lambda each: (-each.asks, each.key)), out)
    complain(problems)
    sys.exit(exit_code(problems))


def _read(path: Path) -> list[Asked]:
    try:
        return list(read_tsv(path.read_text("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise ProblemError(_odd(path, _("不是 UTF-8 的文本。"))) from error
    except ValueError as error:
        what = _("第 {number} 行不是“项目、写法、次数、单位”四列。").format(number=error)
        raise ProblemError(_odd(path, what)) from error


def _odd(path: Path, what: str) -> Problem:
    return Problem("QZ-M104", path.name, what, _("用 qz match counts 写出来的文件。"))


def _write(
    kind: type[Asked] | type[Element], lines: Sequence[Asked] | Sequence[Element], out: Path | None
) -> None:
    text = as_tsv(kind, lines)
    if out is None:
        say(text.rstrip("\n"))
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.UsageError(_("写不了 {file}：{why}").format(file=out, why=reason(error))) from error
    say(_("写好了 {file}：{count} 行。").format(file=out.name, count=len(lines)))
