"""`qz ask --certificate FILE` writes why no fewer questions are enough; `--verify FILE` checks it."""

import json
from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from qingzhuang.answer import certificate as of_forms
from qingzhuang.answer.certificate import Certificate
from qingzhuang.answer.year import certificate as of_year
from qingzhuang.answer.year.calendar import Proof, open_months
from qingzhuang.cli.output import complain, exit_code, reason, say
from qingzhuang.model.problem import Problem


def keep(certificate: Certificate | Sequence[Proof], path: Path) -> None:
    """Write a certificate: of some forms once, or of a whole year's calendar."""
    tree = (
        of_forms.as_tree(certificate)
        if isinstance(certificate, Certificate)
        else of_year.as_tree(certificate)
    )
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.UsageError(_("写不了 {file}：{why}").format(file=path, why=reason(error))) from error


def verified(paths: Sequence[Path]) -> int:
    """Check certificates, say what was found; return the exit code."""
    problems = list[Problem]()
    for path in paths:
        try:
            found, sentence = _checked(path.name, json.loads(path.read_text("utf-8")))
        except (OSError, KeyError, TypeError, ValueError, AttributeError):
            what = _("不是 qz ask --certificate 写的文件，或改坏了。")
            problems.append(Problem("QZ-L140", path.name, what, _("重新写一份。")))
            continue
        problems += [
            Problem("QZ-L141", path.name, each, _("这份证明不成立，请重新写一份。")) for each in found
        ]
        if not found:
            say(sentence)
    complain(problems)
    return exit_code(problems)


def _checked(name: str, tree: Any) -> tuple[list[str], str]:
    """What is not true in a certificate, and what it says."""
    if "parts" in tree:
        return of_year.faults_of_tree(tree), _sentence_of_year(name, of_year.from_tree(tree))
    certificate = of_forms.from_tree(tree)
    return of_forms.faults(certificate), _sentence(name, certificate)


def _sentence_of_year(name: str, proofs: Sequence[Proof]) -> str:
    lacking = open_months(proofs)
    asked = sum(len(each.solved.chosen) * each.many for each in proofs)
    least = sum(each.bound.least * each.many for each in proofs)
    words = (
        _("{file}：成立。十二个月里当月台账没有的 {open} 项，问 {asked} 次，不能更少。")
        if asked == least
        else _("{file}：成立。十二个月里当月台账没有的 {open} 项，问 {asked} 次，至少要 {least} 次。")
    )
    return words.format(file=name, open=lacking, asked=asked, least=least)


def _sentence(name: str, certificate: Certificate) -> str:
    words = (
        _("{file}：成立。{blanks} 格，问 {asked} 次，不能更少。")
        if certificate.proven
        else _("{file}：成立。{blanks} 格，问 {asked} 次，至少要 {least} 次。")
    )
    blanks = len(certificate.blanks)
    return words.format(file=name, blanks=blanks, asked=len(certificate.asked), least=len(certificate.apart))
