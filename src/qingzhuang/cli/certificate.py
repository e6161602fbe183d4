"""`qz ask --certificate FILE` writes why no fewer questions are enough; `--verify FILE` checks it."""

import json
from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path

import click

from qingzhuang.answer.certificate import Certificate, as_tree, faults, from_tree
from qingzhuang.cli.output import complain, exit_code, reason, say
from qingzhuang.model.problem import Problem


def keep(certificate: Certificate, path: Path) -> None:
    """Write a certificate."""
    text = json.dumps(as_tree(certificate), ensure_ascii=False, indent=1)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.UsageError(_("写不了 {file}：{why}").format(file=path, why=reason(error))) from error


def verified(paths: Sequence[Path]) -> int:
    """Check certificates, say what was found; return the exit code."""
    problems = list[Problem]()
    for path in paths:
        try:
            certificate = from_tree(json.loads(path.read_text("utf-8")))
        except (OSError, KeyError, TypeError, ValueError):
            what = _("不是 qz ask --certificate 写的文件，或改坏了。")
            problems.append(Problem("QZ-L140", path.name, what, _("重新写一份。")))
            continue
        found = faults(certificate)
        problems += [
            Problem("QZ-L141", path.name, each, _("这份证明不成立，请重新写一份。")) for each in found
        ]
        if not found:
            say(_sentence(path.name, certificate))
    complain(problems)
    return exit_code(problems)


def _sentence(name: str, certificate: Certificate) -> str:
    words = (
        _("{file}：成立。{blanks} 格，问 {asked} 次，不能更少。")
        if certificate.proven
        else _("{file}：成立。{blanks} 格，问 {asked} 次，至少要 {least} 次。")
    )
    blanks = len(certificate.blanks)
    return words.format(file=name, blanks=blanks, asked=len(certificate.asked), least=len(certificate.apart))
