"""Which files are editions of one another: the same name and title but for dates and version marks."""

import re
import unicodedata

_DATES = re.compile(
    r"(?:19|20)[0-9]{2}(?:[年._-]?[0-9]{1,2}(?:[月._-]?[0-9]{1,2}[日号]?|月)?|年度?)?|[0-9]{1,2}月(?:[0-9]{1,2}[日号])?"
)
_VERSIONS = re.compile(
    r"\((?:[0-9]{1,2}|修改|更正|更新|改|新|终|定|最终)(?:版|稿|后)?\)|(?:最终|修改|修订|更正|更新|定|终|新)(?:版|稿|后)"
    r"|副本|复制|更正|-?[ _]?v[0-9]+(?:\.[0-9]+)*"
)
_NOISE = re.compile(r"[\s_\-—.·,，、。:：]+")
_SUFFIX = re.compile(r"\.[0-9A-Za-z]{2,5}$")


def lineage_of(file: str, title: str | None = None) -> str:
    """Return the name shared by all editions of a file: 低保花名册2026年3月(更正).xlsx and 低保花名册.xlsx are one."""
    name = _SUFFIX.sub("", unicodedata.normalize("NFKC", file))
    return f"{_bare(name)}|{_bare(title or '')}"


def _bare(text: str) -> str:
    plain = "".join(unicodedata.normalize("NFKC", text).split()).casefold()
    for noise in (_VERSIONS, _DATES, _NOISE):
        plain = noise.sub("", plain)
    return plain
