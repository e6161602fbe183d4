"""What `qz fill` makes beside a filled file: how it looks on paper, a receipt, what changed since it was sent before."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from gettext import gettext as _
from pathlib import Path

from qingzhuang.answer.lookover import Doubt
from qingzhuang.answer.plan import Plan
from qingzhuang.cli.fill_report import FileResult
from qingzhuang.cli.fill_source import load
from qingzhuang.cli.fill_write import Outputs
from qingzhuang.cli.guard import attempt
from qingzhuang.intake.read import form_of, read_workbook
from qingzhuang.letters.listing import list_xlsx
from qingzhuang.model.fact import Fact
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.office.convert import Source, converter
from qingzhuang.office.printing import pages, print_many
from qingzhuang.pipeline.filling import fill
from qingzhuang.pipeline.since import Difference, difference

RECEIPT = ".回执.json"


@dataclass(frozen=True, slots=True)
class Extras:
    """What is wanted: PDF, pictures, a receipt (made at `at` for `to`), the changes `since` a file or its receipt, a `look` over what
    was filled, photographs from a folder; `anyway` is why a file goes out with what is doubtful in it."""

    pdf: bool = False
    png: bool = False
    receipt: bool = False
    to: str = ""
    at: datetime | None = None
    since: Path | None = None
    look: bool = True
    anyway: str = ""
    photos: Path | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """One filled file: the template with its bytes, the plan, what was written and where, what in it is doubtful."""

    template: Path
    content: bytes
    plan: Plan
    filled: bytes
    place: Path
    doubts: tuple[Doubt, ...] = ()


def beside(extras: Extras, written: Written, outputs: Outputs) -> tuple[Problem, ...]:
    """Write what changed since the file was sent before, and a receipt; returns what went wrong."""
    done: list[object] = []
    if extras.since is not None and (
        not extras.since.is_dir() or (extras.since / written.place.name).exists()
    ):
        since = _same_file(extras.since, written.place.name)
        done.append(attempt(str(since), lambda: _changes(since, written, outputs)))
    if extras.receipt:
        receipt = json.dumps(receipt_of(extras, written), ensure_ascii=False, indent=1).encode()
        done.append(attempt(str(written.place), lambda: outputs.save(written.place.name + RECEIPT, receipt)))
    return tuple(each for each in done if isinstance(each, Problem))


def _same_file(since: Path, name: str) -> Path:
    """The file sent before: itself, or in a folder the one of the same name."""
    return since / name if since.is_dir() else since


def receipt_of(extras: Extras, written: Written) -> dict[str, object]:
    """What anybody can check later: the file by its hash, when and to whom it went, which facts it stands on. Only counts
    and hashes of facts: no personal data."""
    plan = written.plan
    used = [fact for cell in plan.cells if cell.value is not None for fact in cell.origin.facts]
    facts = sorted({_line(fact) for fact in used})
    last = max((fact.recorded_at for fact in used), default=None)
    return {
        "file": written.place.name,
        "sha256": hashlib.sha256(written.filled).hexdigest(),
        "template": written.template.name,
        "template_sha256": hashlib.sha256(written.content).hexdigest(),
        "to": extras.to or plan.form.issuer or "",
        "as_of": plan.as_of.isoformat(),
        "made_at": extras.at.isoformat(timespec="seconds") if extras.at else "",
        "cells": sum(cell.value is not None for cell in plan.cells),
        "blank": sum(cell.value is None for cell in plan.cells),
        "facts": {
            "count": len(facts),
            "sha256": hashlib.sha256("\n".join(facts).encode()).hexdigest(),
            "last_recorded_at": last.isoformat(timespec="seconds") if last else "",
        },
        "doubts": [_doubt(each) for each in written.doubts],
        "anyway": extras.anyway if written.doubts else "",
    }


def _doubt(doubt: Doubt) -> dict[str, object]:
    """A doubt without what stands in the cell."""
    return {"code": doubt.kind.code, "where": doubt.where, "why": doubt.why, "forbidden": doubt.forbidden}


def _line(fact: Fact) -> str:
    words = (
        fact.subject.kind,
        fact.subject.key,
        fact.element,
        fact.value,
        fact.as_of,
        fact.recorded_at.isoformat(),
    )
    return "\t".join(map(str, words))


def earlier(path: Path) -> tuple[str, bytes]:
    """Return name and bytes of a file sent before, given itself or by its receipt. Raises ProblemError QZ-F122 when it cannot
    be read, QZ-F123 when it is not the one that the receipt names, and QZ-F160 when that one is nowhere beside it."""
    if not path.name.endswith(".json"):
        return path.name, load(path)
    try:
        receipt = json.loads(load(path))
        name, wanted = str(receipt["file"]), str(receipt["sha256"])
    except (ValueError, KeyError, TypeError) as error:
        raise ProblemError(_no_receipt(path)) from error
    beside = path.with_name(Path(name).name)
    content = load(beside) if beside.exists() else _by_hash(path, beside, wanted)
    if hashlib.sha256(content).hexdigest() != wanted:
        raise ProblemError(_other_file(path))
    return name, content


def _by_hash(receipt: Path, named: Path, wanted: str) -> bytes:
    """The file that a receipt is about under another name in the receipt's folder. Raises ProblemError QZ-F160."""
    for each in sorted(receipt.parent.glob("*")):
        if each.suffix.lower() == named.suffix.lower() and each.is_file():
            content = load(each)
            if hashlib.sha256(content).hexdigest() == wanted:
                return content
    raise ProblemError(_sent_file_gone(receipt, named.name))


def _changes(since: Path, written: Written, outputs: Outputs) -> None:
    plan, place = written.plan, written.place
    was = read_workbook(*earlier(since), converter=converter())
    now = read_workbook(place.name, written.filled, converter=converter())
    if _same_places(plan):
        found = difference((plan.form, was), (plan.form, now))
    else:
        found = difference((form_of(was), was), (form_of(now), now))
    stem, suffix = place.stem, place.suffix
    outputs.save(f"{stem}（变动清单）.xlsx", _listed(place.name, found))
    only = found.only(plan.answers)
    if only is not None:
        part = fill(written.template.name, written.content, plan.form, only, converter=converter())
        outputs.save(f"{stem}（只有变动）{suffix}", part.content)


def _same_places(plan: Plan) -> bool:
    """Fields of a card stay where the template has them; rows of lists are found anew."""
    return not any(table.columns for table in plan.form.tables)


def _listed(name: str, found: Difference) -> bytes:
    heads = [_("变化"), _("工作表"), _("哪一条"), _("哪一栏"), _("原来"), _("现在")]
    rows = [
        (str(each.kind), each.sheet, each.who, each.label, each.before, each.after) for each in found.changes
    ]
    return list_xlsx(
        _("{name}：与上次相比的变动（{count} 处）").format(name=name, count=len(rows)), heads, rows
    )


def print_out(results: Sequence[FileResult], extras: Extras) -> list[FileResult]:
    """Lay all filled files out on paper in one go, each beside itself; what went wrong joins its file's problems."""
    written = [(at, Path(each.output)) for at, each in enumerate(results) if each.output]
    made = list(results)
    if not written or not (extras.pdf or extras.png):
        return made
    sources = [Source(path.name, path.read_bytes(), _kind(path)) for _at, path in written]
    try:
        printed = print_many(sources)
    except ProblemError as error:
        at = written[0][0]
        made[at] = replace(made[at], problems=(*made[at].problems, error.problem))
        return made
    for (at, path), pdf in zip(written, printed, strict=True):
        problems = [pdf] if isinstance(pdf, Problem) else list(_kept(path, pdf, extras))
        made[at] = replace(made[at], problems=(*made[at].problems, *problems))
    return made


def _kept(path: Path, pdf: bytes, extras: Extras) -> Iterable[Problem]:
    if extras.pdf:
        path.with_suffix(".pdf").write_bytes(pdf)
    if extras.png:
        try:
            for number, page in enumerate(pages(path.name, pdf), 1):
                path.with_name(f"{path.stem}-{number}.png").write_bytes(page)
        except ProblemError as error:
            yield error.problem


def _kind(path: Path) -> FileKind:
    return FileKind.DOCX if path.suffix.lower() in {".docx", ".docm"} else FileKind.XLSX


def _no_receipt(path: Path) -> Problem:
    return Problem(
        "QZ-F123",
        str(path),
        _("这不是填表时生成的回执，没有比较。"),
        _("请用 --since 给上次填好的表，或它旁边的 .回执.json。"),
    )


def _sent_file_gone(path: Path, name: str) -> Problem:
    return Problem(
        "QZ-F160",
        str(path),
        _("回执里只有指纹，没有内容；当时送出的“{name}”不在回执旁边，没有比较。").format(name=name),
        _("请把那份表放到回执旁边（改过名也认得），或直接用 --since 给它。"),
    )


def _other_file(path: Path) -> Problem:
    return Problem(
        "QZ-F123",
        str(path),
        _("回执上的表后来被改过，和当时送出的不是同一份，没有比较。"),
        _("请找出当时送出的那一份，直接用 --since 给它。"),
    )
