"""Filled forms rendered and compared with their templates outside the filled cells: how many regions differ.

    python -m benchmarks.visual [--own | --corpus] [--only PART] [--every N] [--out out/visual]

Over the forms of the example township (two fillings: blank rows, and rows put in) and, where `QZ_CORPUS` names it, over
the forms of the corpus (counts only). Pages that differ are kept as pictures: template, filled, what differs in red.
"""

import argparse
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.visual.compare import Page, Region, differing, mask_of
from benchmarks.visual.marking import marked, shown
from benchmarks.visual.papers import papers
from benchmarks.visual.picture import picture
from benchmarks.visual.samples import answers
from benchmarks.visual.tools import PEERS, values
from PIL import Image

from qingzhuang.answer.fill import fill
from qingzhuang.demo.forms.load import all_forms
from qingzhuang.demo.make import paint
from qingzhuang.intake.read import read_form
from qingzhuang.model.place import Place
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.office.convert import Source

CORPUS = Path(os.environ.get("QZ_CORPUS", Path(__file__).resolve().parents[3] / "shared" / "corpus"))
_KINDS = (FileKind.XLSX, FileKind.DOCX)
_LARGEST = 60_000


@dataclass(slots=True)
class Copy:
    """One filled copy: whose, of what, and its renderings as they come."""

    tool: str
    group: str
    source: Source
    filled: bytes
    written: tuple[Place, ...]
    pages: list[Page] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    numbered: int = 0


def own(part: str) -> Iterator[tuple[str, bytes]]:
    """The blank forms of the example township."""
    for form in all_forms():
        if part in form.file:
            yield form.file, paint(form)


def corpus(part: str, every: int) -> Iterator[tuple[str, bytes]]:
    """The forms of the corpus that are written natively, each `every`th of them; not those of thousands of pages."""
    folder = CORPUS / "forms"
    found = [
        path for kind in ("*.xlsx", "*.docx") for path in sorted(folder.rglob(kind)) if part in path.name
    ]
    for path in found[::every]:
        if path.stat().st_size < _LARGEST:
            yield path.name, path.read_bytes()


def copies(group: str, file: str, content: bytes) -> Iterator[Copy]:
    """Fill one form: blank rows, then with rows put in; the peer where it can be asked for the same."""
    try:
        form = read_form(file, content)
    except ProblemError:
        return
    if form.kind not in _KINDS or not form.tables:
        return
    source = Source(file, content, form.kind)
    for longer in (False, True):
        if longer and not any(table.columns and not table.stubs for table in form.tables):
            continue
        try:
            filled = fill(file, content, form, answers(form, longer=longer))
        except ProblemError:
            continue
        if not filled.written:
            continue
        name = f"{group}, rows put in" if longer else f"{group}, blank rows"
        yield Copy("Qingzhuang", name, source, filled.content, filled.written)
        peer, write = PEERS[form.kind]
        try:
            made = write(content, values(file, filled))
        except Exception:  # noqa: S112  a peer that cannot load a file fills none
            continue
        yield Copy(peer, name, source, made, filled.written)


def render(found: list[Copy]) -> dict[bytes, list[Image.Image]]:
    """Lay everything out together; fill in the pages of each copy and return those of the templates."""
    templates = {each.source.content: each.source for each in found}
    filled = [Source(each.source.file, each.filled, each.source.kind) for each in found]
    coloured = [Source(each.source.file, _coloured(each), each.source.kind) for each in found]
    drawn = papers([*templates.values(), *filled, *coloured])
    first, second = len(templates), len(templates) + len(found)
    for each, plain, colour in zip(found, drawn[first:second], drawn[second:], strict=True):
        masks = [mask_of(*pair) for pair in zip(plain, colour, strict=False)]
        each.pages = [Page(*pair) for pair in zip(plain, masks, strict=False)]
    return dict(zip(templates, drawn[:first], strict=True))


def _coloured(copy: Copy) -> bytes:
    return marked(copy.source.file, copy.filled, copy.source.kind, copy.written)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--own", action="store_true", help="only our own forms")
    options.add_argument("--only", default="", help="a part of the file's name")
    options.add_argument("--every", type=int, default=1, help="each nth form of the corpus only")
    options.add_argument("--corpus", action="store_true", help="only the corpus")
    options.add_argument("--out", type=Path, default=Path("out/visual"))
    given = options.parse_args()
    forms = [] if given.corpus else [("own", *each) for each in own(given.only)]
    if not given.own and CORPUS.is_dir():
        forms += [("corpus", *each) for each in corpus(given.only, given.every)]
    found = [copy for each in forms for copy in copies(*each)]
    templates = render(found)
    for copy in found:
        copy.regions, copy.numbered = _without_page_numbers(copy, templates[copy.source.content])
    _keep(found, templates, given.out)
    _print(found)


def _without_page_numbers(copy: Copy, template: list[Image.Image]) -> tuple[list[Region], int]:
    """What differs, without what stands in the margins of a copy that has more pages than its template: their numbers."""
    found = differing(template, copy.pages) if copy.pages and template else []
    if len(copy.pages) == len(template):
        return found, 0
    kept = [
        each for each in found if not _in_margin(each, (template if each.lost else copy.pages)[each.page])
    ]
    return kept, len(found) - len(kept)


def _in_margin(region: Region, page: Page | Image.Image) -> bool:
    height = page.picture.height if isinstance(page, Page) else page.height
    return region.box[3] < 0.09 * height or region.box[1] > 0.91 * height


def _keep(found: list[Copy], templates: dict[bytes, list[Image.Image]], folder: Path) -> None:
    for number, copy in enumerate(found):
        for page in sorted({region.page for region in copy.regions}):
            folder.mkdir(parents=True, exist_ok=True)
            boxes = [region for region in copy.regions if region.page == page]
            name = f"{copy.tool}-{shown(copy.source.file)}-{number}-{page + 1}.png"
            picture(templates[copy.source.content], copy.pages, page, boxes).save(folder / name)


def _print(found: list[Copy]) -> None:
    print("| filled | tool | forms | pages | regions that differ | forms with any | page numbers |")
    print("|---|---|---|---|---|---|---|")
    for group, tool in dict.fromkeys((copy.group, copy.tool) for copy in found):
        mine = [copy for copy in found if (copy.group, copy.tool) == (group, tool)]
        drawn = [copy for copy in mine if copy.pages]
        pages, regions = sum(len(each.pages) for each in drawn), sum(len(each.regions) for each in drawn)
        any_ = sum(bool(each.regions) for each in drawn)
        numbers = sum(each.numbered for each in drawn)
        print(f"| {group} | {tool} | {len(drawn)} | {pages} | {regions} | {any_} | {numbers} |")
        if len(drawn) < len(mine):
            print(f"  ({len(mine) - len(drawn)} not laid out)")
    for copy in found:
        if copy.regions and copy.tool == "Qingzhuang" and copy.group.startswith("own"):
            print(f"{copy.source.file} ({copy.group}): {len(copy.regions)}")


if __name__ == "__main__":
    main()
