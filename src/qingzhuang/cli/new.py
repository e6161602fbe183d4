"""`qz new`: the skeleton of what contributors add most."""

import re
import sys
from gettext import gettext as _
from pathlib import Path

import click

import qingzhuang.packs
from qingzhuang.cli.output import OK, PROBLEMS, say
from qingzhuang.law.provision import Display, Provision
from qingzhuang.packs.load import Pack, encoded, packs

_SLUG = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*\Z")


@click.group(name="new", help=_("搭一个架子：新规则。"))
def command() -> None:
    """Hold the skeletons."""


@command.command(name="rule", help=_("给一部规定搭一条规则的架子：一个文件，说明、例子都留好位置。"))
@click.argument("instrument", metavar=_("规定"))
@click.argument("slug", metavar=_("名字"))
@click.option("--code", metavar=_("编号"), help=_("规则编号；不写就取这部规定里第一条还没有编的。"))
@click.option(
    "--packs",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help=_("规定包所在的文件夹；不写就是轻装自己的。"),
)
def rule(instrument: str, slug: str, code: str | None, folder: Path | None) -> None:
    """Write the file of a new rule."""
    try:
        pack, provision = _pack(instrument), _provision(_pack(instrument), code)
        home = (folder or Path(qingzhuang.packs.__file__).parent) / pack.instrument.id.lower() / "rules"
        path = _path(home, slug)
    except click.ClickException as error:
        click.echo(error.message, err=True)
        sys.exit(PROBLEMS)
    home.mkdir(parents=True, exist_ok=True)
    path.write_text(_skeleton(provision, slug), encoding="utf-8")
    say(_("写好 {path}。接着填四行说明、判断和例子，再跑 pytest tests/packs。").format(path=path))
    sys.exit(OK)


def _pack(instrument: str) -> Pack:
    found = next((each for each in packs() if each.instrument.id.lower() == instrument.lower()), None)
    if found is None:
        known = "、".join(each.instrument.id for each in packs())
        raise click.ClickException(
            _("没有 {instrument} 这部规定。有的是 {known}。").format(instrument=instrument, known=known)
        )
    return found


def _provision(pack: Pack, code: str | None) -> Provision:
    """The provision of that code, else the first that no rule judges yet."""
    for each in pack.provisions:
        if each.id == code or (code is None and each.id not in encoded()):
            return each
    raise click.ClickException(
        _("{name} 里没有可编的条。先在 articles.yaml 里加上这一条，再来。").format(name=pack.instrument.id)
    )


def _path(home: Path, slug: str) -> Path:
    if not _SLUG.match(slug):
        raise click.ClickException(
            _("{slug} 不能作名字：用小写英文和下划线，写毛病，不写药方，如 points_ranking。").format(
                slug=slug
            )
        )
    path = home / f"{slug}.py"
    if path.exists():
        raise click.ClickException(_("{path} 已经有了，没有动它。").format(path=path))
    return path


def _skeleton(provision: Provision, slug: str) -> str:
    shown = provision.display in (Display.QUOTE, Display.RESTATED)
    ban = provision.words.rstrip("。；") if shown else provision.title
    return SKELETON.replace("CODE", provision.id).replace("SLUG", slug).replace("BAN", ban)


SKELETON = '''"""One line in English: the ill."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_true
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "CODE",
    on=(CaseKind.NOTICE,),
    category="I",
    message="一句话：哪里不对。",
    rewrite="一句话：怎样依规提要求。",
    examples=(
        Breaks(given(CaseKind.NOTICE, mandatory_download=True)),
        Passes(given(CaseKind.NOTICE, mandatory_download=False)),
        Passes("上级规定：BAN。"),
    ),
)
def SLUG(case: Case, setting: Setting) -> Judgement:
    """
    查什么：看哪里、看什么。
    为什么：这样做苦了谁、误了什么。
    怎么改：怎样做就对了。
    不算：哪些看着像、其实不是。
    """
    return is_true(case, "mandatory_download")
'''
