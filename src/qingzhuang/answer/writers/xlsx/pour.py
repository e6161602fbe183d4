"""One very long list poured into its template: records come one by one and go out as compressed rows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from qingzhuang.answer.keys import Keys, RowAnswer
from qingzhuang.answer.writers.xlsx.book import Book
from qingzhuang.answer.writers.xlsx.fields import Fields
from qingzhuang.answer.writers.xlsx.filling import Filling
from qingzhuang.answer.writers.xlsx.lists import Allocator
from qingzhuang.answer.writers.xlsx.rowmap import LAST_ROW
from qingzhuang.language import gettext as _
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import Scalar
from qingzhuang.ooxml.package import open_package
from qingzhuang.ooxml.save import save


@dataclass(frozen=True, slots=True)
class Poured:
    """A filled file, how many cells got an answer, and what a person should know."""

    content: bytes
    cells: int
    problems: tuple[Problem, ...] = ()


def pour(
    file: str,
    content: bytes,
    form: Form,
    records: Iterable[Mapping[str, Scalar]],
    count: int,
    cards: Mapping[str, Scalar] | None = None,
) -> Poured:
    """Fill the list that the first record's keys fit with `count` records, never holding more than one of them. Sums over
    the list are left to the program that opens the file (QZ-F010). Raises ProblemError QZ-F016 when no list of the form
    takes such a record or its sheet cannot hold so many, QZ-R004 to QZ-R007 for a template that is none."""
    book = Book(open_package(file, content))
    keys, fields = Keys(form), Fields(book)
    resolved = keys.resolve(Answers((), cards or {}))
    incoming = iter(records)
    first = next(incoming, None)
    index = None if first is None else keys.list_of(first)
    if first is None or index is None:
        raise ProblemError(_no_list(file))
    table = form.tables[index]
    sheet = book.map.sheet(table.sheet)
    if (table.data_start_row or 1) + count > LAST_ROW:
        raise ProblemError(_too_many(file, count))
    strangers: dict[str, int] = {}
    flowing = _answers(keys, index, chain([first], incoming), strangers)
    filling = Filling(book, form, Allocator(book, form), fields)
    flow = filling.pour(sheet, table, flowing, count, resolved.cards)
    changed = filling.finish()
    made = save(book.package.with_changes(changed), filling.streams)
    unknown = [keys.unknown_column(key, rows) for key, rows in strangers.items()]
    return Poured(made, flow.cells, (*resolved.problems, *unknown, *filling.problems))


def _answers(
    keys: Keys, index: int, records: Iterable[Mapping[str, Scalar]], strangers: dict[str, int]
) -> Iterator[RowAnswer]:
    for number, record in enumerate(records, 1):
        values, left = keys.columns_of(record, index)
        for key in left:
            strangers[key] = strangers.get(key, 0) + 1
        yield RowAnswer(number, values)


def _no_list(file: str) -> Problem:
    return Problem(
        "QZ-F016",
        file,
        _("表里没有放得下这些记录的列表，没有填。"),
        _("请对照表头改正各项的名称。"),
    )


def _too_many(file: str, count: int) -> Problem:
    return Problem(
        "QZ-F016",
        file,
        _("有 {count} 条记录，一张工作表放不下，没有填。").format(count=count),
        _("请按村分成几份再填。"),
    )
