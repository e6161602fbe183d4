"""Refusal slips in a folder: one letter a file, as a Word document and as text."""

from collections.abc import Iterable, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qingzhuang.pipeline.checked import Checked

if TYPE_CHECKING:
    from qingzhuang.letters.slip import Slip


def write_slips(done: Sequence[Checked], folder: Path) -> None:
    """Write the letters and say so. A letter that is there already is left alone: somebody may have signed it."""
    from qingzhuang.letters.document import as_docx
    from qingzhuang.letters.plain import as_text
    from qingzhuang.letters.slip import slip
    from qingzhuang.packs.load import encoded

    provisions = {code: each.provision for code, each in encoded().items()}
    letters = [(name, letter) for name, held in _files(done) if (letter := slip(held, provisions))]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, letter in _named(folder, letters):
            if path.exists():
                click.echo(_("{file} 已经有了，没有动它。").format(file=path), err=True)
                continue
            path.write_bytes(as_docx(letter))
            path.with_suffix(".txt").write_text(as_text(letter), encoding="utf-8")
            click.echo(_("商请函写在 {file}，同名的 .txt 可以直接粘贴。").format(file=path), err=True)
    except OSError as error:
        raise click.BadParameter(
            _("写不进 {file}：{reason}").format(file=folder, reason=error.strerror), param_hint="--slip"
        ) from error
    if not letters:
        click.echo(_("没有要商请的，没有写信。"), err=True)


def _files(done: Sequence[Checked]) -> list[tuple[str, list[Checked]]]:
    """All that was read of one file together: its text, its registers, its form."""
    held: dict[str, list[Checked]] = {}
    for each in done:
        held.setdefault(each.path or each.file, []).append(each)
    return [(each[0].file, each) for each in held.values()]


def _named(folder: Path, letters: Iterable[tuple[str, "Slip"]]) -> Iterable[tuple[Path, "Slip"]]:
    """Two files of one name from two folders get two letters."""
    taken: dict[str, int] = {}
    for file, letter in letters:
        stem = _("{name}-商请函").format(name=Path(file).stem)
        taken[stem] = taken.get(stem, 0) + 1
        number = f"（{taken[stem]}）" if taken[stem] > 1 else ""
        yield folder / f"{stem}{number}.docx", letter
