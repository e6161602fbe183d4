"""Small XLSForms of our own, written as tables of Markdown."""

from qingzhuang.intake.read import read_xlsform
from qingzhuang.model.xlsform import XlsForm

LISTS = """
| choices |
| | list_name | name | label |
| | sex | 1 | 男 |
| | sex | 2 | 女 |
| | help | low | 低保 |
| | help | none | 没有 |
"""


def survey(*rows: str, heads: str = "type | name | label", more: str = LISTS) -> str:
    """Return a form whose survey has these rows."""
    lines = "\n".join(f"| | {row} |" for row in rows)
    return f"| survey |\n| | {heads} |\n{lines}\n{more}"


def read(text: str, file: str = "登记.md") -> XlsForm:
    """Read a form written as text."""
    return read_xlsform(file, text.encode())


def codes(text: str) -> list[str]:
    """The codes of what is wrong with a form, each once, in order."""
    return list(dict.fromkeys(problem.code for problem in read(text).problems))
