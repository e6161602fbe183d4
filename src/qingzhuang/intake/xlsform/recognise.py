"""Is a file an XLSForm? Its content tells: a sheet of questions with a type and a name each."""

from qingzhuang.intake.xlsform.pages import headers_of, words
from qingzhuang.intake.xlsform.spellings import BEGIN, END, SELECT, SURVEY_COLUMNS, TYPES
from qingzhuang.intake.xlsform.types import known
from qingzhuang.model.sheet import Sheet, Workbook

_LOOKED_AT, _SURVEY = 200, "survey"


def is_xlsform(book: Workbook) -> bool:
    """Tell whether a workbook asks as an XLSForm does. A sheet called survey needs one known type among its first rows,
    the only sheet of a book under another name mostly such."""
    for sheet in book.sheets:
        named = sheet.name.strip().lower() == _SURVEY
        if named or len(book.sheets) == 1:
            found = _types(sheet)
            good = sum(map(_is_type, found))
            return good > 0 if named else 0 < len(found) < 2 * good
    return False


def _types(sheet: Sheet) -> list[str]:
    """The first types of a sheet that has both columns; a roster with a column 类型 or type has no such words."""
    columns = {_column(text): column for column, text in headers_of(sheet).items()}
    kind = columns.get("type")
    if kind is None or not columns.keys() & {"name", "label"}:
        return []
    cells = (sheet.cells.get((row, kind)) for row in range(2, _LOOKED_AT))
    return [text for cell in cells if cell is not None and (text := words(cell))]


def _column(header: str) -> str:
    word = "_".join(header.split(":")[0].split()).lower()
    return SURVEY_COLUMNS.get(word, (word,))[0]


def _is_type(word: str) -> bool:
    word = TYPES.get(word, word)
    return known(word) or word == "include" or any(each.match(word) for each in (BEGIN, END, SELECT))
