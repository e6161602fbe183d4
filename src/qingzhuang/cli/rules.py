"""`qz rules`: which rules are checked, and the page of one."""

import sys
from difflib import get_close_matches
from gettext import gettext as _
from pathlib import Path

import click

from qingzhuang.cli.output import OK, PROBLEMS, format_option, say, say_json
from qingzhuang.law.provision import Display, Provision
from qingzhuang.packs.changes import changes_page
from qingzhuang.packs.load import encoded, packs
from qingzhuang.packs.page import rule_page, since_shown
from qingzhuang.packs.pages import pages
from qingzhuang.packs.words import gravity_word


@click.command(name="rules", help=_("列出查的是哪些规定；写上编号就看那一条查什么、为什么、怎么改。"))
@click.argument("code", required=False, metavar=_("编号"))
@click.option(
    "--write",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help=_("把每一条的说明、目录和查得全不全写到这个文件夹。"),
)
@click.option("--changes", is_flag=True, help=_("规定有什么变化：哪天起、哪几条、谁要做什么。"))
@format_option
def command(code: str | None, folder: Path | None, changes: bool, output_format: str) -> None:
    """List the rules, or print one."""
    if changes:
        say(changes_page().rstrip())
        sys.exit(OK)
    if folder is not None:
        sys.exit(_write(folder))
    if code is not None:
        sys.exit(_one(code, output_format))
    if output_format == "json":
        say_json([_document(each) for pack in packs() for each in pack.provisions])
    else:
        _list()


def _write(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    written = pages()
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")
    say(_("写好 {count} 页：{folder}").format(count=len(written), folder=folder))
    return OK


def _one(code: str, output_format: str) -> int:
    known = {each.id.upper(): each for pack in packs() for each in pack.provisions}
    provision = known.get(code.upper())
    if provision is None:
        near = "、".join(known[name].id for name in get_close_matches(code.upper(), known, n=3))
        hint = _("是不是 {codes}？").format(codes=near) if near else ""
        click.echo(
            _("没有 {code} 这一条。{hint}用 qz rules 看全部编号。").format(code=code, hint=hint), err=True
        )
        return PROBLEMS
    if output_format == "json":
        say_json(_document(provision))
    else:
        found = encoded().get(provision.id)
        say(rule_page(provision, found.rule if found else None).rstrip())
    return OK


def _list() -> None:
    for pack in packs():
        place = _("（只在{place}）").format(place=pack.instrument.place) if pack.instrument.place else ""
        say(f"{pack.instrument.name}{place}")
        for each in pack.provisions:
            spoken = gravity_word(each.gravity) if each.id in encoded() else _("机器不判断")
            say(f"  {each.id:<12}{since_shown(each):<12}{each.title} · {spoken}")
        say()
    count = sum(len(pack.provisions) for pack in packs())
    say(
        _("{count} 条，机器能查 {judged} 条。qz rules 编号：看一条。").format(
            count=count, judged=len(encoded())
        )
    )


def _document(provision: Provision) -> dict[str, object]:
    found = encoded().get(provision.id)
    rule = found.rule if found else None
    hidden = provision.display is Display.HIDE
    return {
        "code": provision.id,
        "title": provision.title,
        "instrument": provision.instrument.name,
        "place": provision.instrument.place,
        "article": provision.cited,
        "force": provision.verb,
        "gravity": provision.gravity.value if rule else None,
        "words": "" if hidden else provision.words,
        "quoted": provision.display is Display.QUOTE,
        "since": provision.since,
        "until": provision.until,
        "confidence": provision.confidence.value,
        "source": provision.source,
        "exemption": provision.exemption,
        "not_encoded": provision.not_encoded,
        "name": rule.name if rule else None,
        "kinds": sorted(kind.value for kind in rule.kinds) if rule else [],
        "category": rule.category if rule else None,
        "message": rule.message if rule else None,
        "rewrite": rule.rewrite if rule else None,
        "page": dict(line.strip().split("：", 1) for line in rule.page.splitlines()) if rule else {},
    }
