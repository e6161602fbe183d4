"""Rosters of people in a function (网格员花名册): the function is what a row is about, so its columns ask about that
person."""

from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.whose.context import row_of
from qingzhuang.match.whose.rows import read_row
from qingzhuang.match.wording.title import read_title
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import Form


def own_role(form: Form, lexicon: Lexicon) -> str | None:
    """Return the function whose people the rows of a form are, None for any other form."""
    row = read_row(row_of(form), read_title(form.title, lexicon), lexicon)
    known = lexicon.roles.get(row.role) if row.group == "role" and row.role else None
    return known.name if known is not None and known.kind is SubjectKind.PERSON else None


def own_key(key: str, role: str | None) -> str:
    """Return what a key asks of the row's own person."""
    return key.removeprefix(f"{role}@") if role else key
