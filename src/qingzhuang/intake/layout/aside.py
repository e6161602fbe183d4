"""Words that stand beside the cells, in the page's header or in a text box: they may be a form's only title."""

import re
from collections.abc import Sequence

from qingzhuang.intake.layout.inline import is_inline
from qingzhuang.intake.layout.text import is_sentence, squash
from qingzhuang.intake.layout.titles import may_be_title

_TITLE = re.compile(r"(表|册|台账|台帐|名单|清单|卡|簿)([（(].*[)）])?$")
_LEAST, _MOST = 4, 40


def title_aside(texts: Sequence[str]) -> str | None:
    """Return the first line that can only be a form's title, or None."""
    lines = (line for text in texts for line in text.splitlines())
    return next((squash(line) for line in lines if _is_title(line)), None)


def _is_title(line: str) -> bool:
    bare = squash(line)
    plain = not (is_sentence(bare) or is_inline(line))
    return _LEAST <= len(bare) <= _MOST and plain and may_be_title(bare) and bool(_TITLE.search(bare))
