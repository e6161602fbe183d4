"""A spreadsheet template, parsed once and filled many times."""

from collections.abc import Sequence

from qingzhuang.answer.keys import Keys
from qingzhuang.answer.writers.xlsx.book import Book
from qingzhuang.answer.writers.xlsx.fields import Fields
from qingzhuang.answer.writers.xlsx.filling import Filling
from qingzhuang.answer.writers.xlsx.lists import Allocator
from qingzhuang.language import gettext as _
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.form import Form
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.ooxml.package import broken, open_package
from qingzhuang.ooxml.save import save
from qingzhuang.ooxml.workbook import SheetPart


class Template:
    """A template opened for filling. One instance may fill any number of copies; it never changes itself."""

    def __init__(self, file: str, content: bytes) -> None:
        """Open the file. Raises ProblemError QZ-R004 to QZ-R007 when it is no readable spreadsheet package, or one that
        lacks a sheet: what stood there is lost, and a copy of it would not open."""
        self._book = Book(open_package(file, content))
        for part in self._book.map.missing:
            raise ProblemError(broken(file, part))
        self._known: tuple[Form, Keys, Allocator, Fields] | None = None

    def fill(self, form: Form, answers: Answers) -> Filled:
        """Return a copy with the answers in. `form` is what was read from the same file; rows and columns count from 1.
        Raises ProblemError QZ-R005 when a part that must change is broken; all else becomes problems of the result."""
        filling, problems = self._begun(form, answers)
        changed = filling.finish()
        return Filled(
            save(self._book.package.with_changes(changed)),
            tuple(filling.written),
            (*problems, *filling.problems),
        )

    def where(self, form: Form, answers: Answers) -> tuple[Place, ...]:
        """Return where `fill` would write, without making the copy."""
        return tuple(self._begun(form, answers)[0].written)

    def worked(self, form: Form, answers: Answers) -> tuple[Filling, Sequence[Problem]]:
        """Return what `fill` would change, without making the copy."""
        return self._begun(form, answers)

    def _begun(self, form: Form, answers: Answers) -> tuple[Filling, list[Problem]]:
        """Put the answers where they go."""
        keys, allocator, fields = self._of(form)
        resolved = keys.resolve(answers)
        problems = list(resolved.problems)
        filling = Filling(self._book, form, allocator, fields)
        for name in self._sheet_names(form):
            rows = {i: resolved.rows[i] for i in resolved.rows if form.tables[i].sheet == name}
            cards = [card for card in resolved.cards if card[0].place.sheet == name]
            sheet = self._sheet(name)
            if sheet is not None:
                filling.add(sheet, rows, cards)
            elif rows or cards:
                problems.append(_no_sheet(form.file, name))
        return filling, problems

    def _of(self, form: Form) -> tuple[Keys, Allocator, Fields]:
        """What is worked out once per form."""
        if self._known is None or self._known[0] is not form:
            self._known = (form, Keys(form), Allocator(self._book, form), Fields(self._book))
        return self._known[1:]

    def _sheet_names(self, form: Form) -> list[str]:
        return list(dict.fromkeys(table.sheet for table in form.tables))

    def _sheet(self, name: str) -> SheetPart | None:
        try:
            return self._book.map.sheet(name)
        except KeyError:
            return None


def fill(file: str, content: bytes, form: Form, answers: Answers) -> Filled:
    """Fill one copy of a template: see `Template.fill`."""
    return Template(file, content).fill(form, answers)


def where(file: str, content: bytes, form: Form, answers: Answers) -> tuple[Place, ...]:
    """Return where one fill would write: see `Template.where`."""
    return Template(file, content).where(form, answers)


def _no_sheet(file: str, name: str) -> Problem:
    return Problem(
        "QZ-F014",
        file,
        _("文件里没有“{name}”这张工作表，它的各项没有填。").format(name=name),
        _("请确认模板没有被换过，再读一次。"),
    )
