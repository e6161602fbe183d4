"""Many files of one form: one for each village or each subject, named the issuer's way, packed for each post."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from gettext import gettext as _
from pathlib import Path

from qingzhuang.answer.plan import Plan, is_card
from qingzhuang.cli.copies import contents_name
from qingzhuang.cli.fill_extras import RECEIPT
from qingzhuang.cli.fill_report import FileResult
from qingzhuang.cli.fill_write import Outputs
from qingzhuang.letters.listing import list_xlsx
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import Form
from qingzhuang.pipeline.answering import Desk, Wishes
from qingzhuang.pipeline.naming import Pattern, clean, known_parts, printed_pattern

VILLAGE, SUBJECT = "village", "subject"
_STEADY = (2026, 1, 1, 0, 0, 0)  # the same files give the same bytes


@dataclass(frozen=True, slots=True)
class Many:
    """How one form becomes several files: `per` village or subject (empty: as the form has it), the `pattern` of their names (None:
    the issuer's own, where it prints one), whether they are packed; `sheets`: a sheet for each village in one file instead."""

    per: str = ""
    pattern: Pattern | None = None
    packed: bool = False
    sheets: bool = False


def split(desk: Desk, form: Form, wishes: Wishes, per: str) -> Iterator[Wishes]:
    """Yield the wishes for each file of a form."""
    scope = wishes.scope
    if per == VILLAGE:
        for village in scope.villages or sorted(desk.kin.villages):
            yield replace(wishes, scope=replace(scope, villages=(village,)))
    elif per == SUBJECT and is_card(form) and not scope.keys:
        yield replace(
            wishes, scope=replace(scope, keys=tuple(each.key for each in desk.listed(form, wishes)))
        )
    else:
        yield wishes


def unit_of(plan: Plan, wishes: Wishes, desk: Desk) -> str:
    """Return the village whose file this is, empty for one of several."""
    if plan.card is not None:
        return desk.village(plan.card)
    return wishes.scope.villages[0] if len(wishes.scope.villages) == 1 else ""


def name_of(template: Path, plan: Plan, unit: str, many: Many, texts: Sequence[str] = ()) -> str:
    """Return the name of one filled file: by the pattern given, else by the one that the issuer prints, else the template's name with
    whose it is. A number that names a person is never part of it."""
    card = plan.card
    name = (card.name or card.key[-4:]) if card else ""
    code = card.key if card and card.kind is SubjectKind.HOUSEHOLD else ""
    pattern = many.pattern or printed_pattern((*plan.form.notes, *texts))
    if pattern is not None:
        title = "".join((plan.form.title or template.stem).split())
        made = pattern.named(known_parts(unit, name, title, plan.as_of, code))
        if made and (name in made or not name):
            return f"{clean(made)}{template.suffix}"
        if made:
            return f"{clean(f'{made}-{name}')}{template.suffix}"
    whose = name or (unit if many.per == VILLAGE else "")
    return f"{template.stem}-{whose}{template.suffix}" if whose else template.name


def together(plans: Sequence[Plan], form: Form) -> Plan:
    """Return the plans of all sheets of one file as one; its form is the whole file's. Rows are answered sheet by sheet."""
    return replace(
        plans[0],
        form=form,
        answers=replace(plans[0].answers, rows=tuple(row for each in plans for row in each.answers.rows)),
        cells=tuple(cell for each in plans for cell in each.cells),
        missing=tuple(dict.fromkeys(gap for each in plans for gap in each.missing)),
        problems=tuple(dict.fromkeys(problem for each in plans for problem in each.problems)),
        undecided=tuple(chosen for each in plans for chosen in each.undecided),
    )


def pack(results: Sequence[FileResult], outputs: Outputs, day: date) -> list[Path]:
    """Write an archive for each post: its files, their receipts and a list of contents. Names are UTF-8 and marked as such, which
    Windows reads; no hour is in it."""
    by_unit: dict[str, list[FileResult]] = {}
    for each in results:
        if each.output:
            by_unit.setdefault(each.unit, []).append(each)
    return [
        outputs.save(f"{clean(unit or _('填好的表'))}-{day:%Y%m%d}.zip", _archive(unit, files))
        for unit, files in by_unit.items()
    ]


def _archive(unit: str, files: Sequence[FileResult]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as box:
        for path in (Path(each.output or "") for each in files):
            for part in (path, path.with_name(path.name + RECEIPT)):
                if part.exists():
                    _put(box, part.name, part.read_bytes())
        _put(box, contents_name(), _contents(unit, files))
    return kept.getvalue()


def _put(box: zipfile.ZipFile, name: str, content: bytes) -> None:
    box.writestr(zipfile.ZipInfo(name, _STEADY), content, zipfile.ZIP_DEFLATED)


def _contents(unit: str, files: Sequence[FileResult]) -> bytes:
    heads = [_("文件"), _("原表"), _("填了几格"), _("还缺几格"), _("存疑几处")]
    rows = [
        (
            Path(each.output or "").name,
            Path(each.file).name,
            str(each.cells),
            str(sum(gap.cells for gap in each.gaps)),
            str(len(each.doubts)),
        )
        for each in files
    ]
    return list_xlsx(_("{unit}：{count} 份").format(unit=unit or _("填好的表"), count=len(rows)), heads, rows)
