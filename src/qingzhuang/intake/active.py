"""What a file would do by itself if a program let it: macros, controls, programs inside, data fetched from elsewhere.
Nothing of it is run or fetched here and all of it is kept; a person should know that it is there."""

import re
from collections.abc import Iterator

from qingzhuang.intake.ole import top_names
from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.problem import Problem, ProblemError, Severity
from qingzhuang.model.sheet import FileKind
from qingzhuang.ooxml.package import Package

MACROS, CONTROLS, INSIDE = later("宏"), later("控件"), later("嵌入的文件或程序")
LINKS, DDE, QUERIES = (
    later("指向别的文件的链接"),
    later("调用别的程序的动态数据交换（DDE）"),
    later("外部数据连接"),
)
_PARTS = (
    (re.compile(r"vbaProject\.bin$|/macrosheets/", re.IGNORECASE), MACROS),
    (re.compile(r"/(?:activeX|ctrlProps)/"), CONTROLS),
    (re.compile(r"/embeddings/"), INSIDE),
    (re.compile(r"/externalLinks/[^/]+\.xml$"), LINKS),
    (re.compile(r"/(?:connections\.xml|queryTables/)"), QUERIES),
)
_LOOKED_INTO = re.compile(r"/externalLinks/[^/]+\.xml$|word/document\.xml$|word/_rels/[^/]+\.rels$")
_WORTH_A_LOOK = re.compile(
    "|".join(pattern.pattern for pattern in (_LOOKED_INTO, *(each for each, _ in _PARTS))),
    re.IGNORECASE | re.MULTILINE,
)
"""Most packages are plain: one look at all names together tells."""
_DDE = re.compile(rb"<(?:\w+:)?ddeLink\b|<(?:\w+:)?instrText[^>]*>\s*DDE(?:AUTO)?\b")
_FETCHED = re.compile(
    rb'/(?:attachedTemplate|frame|subDocument|image)"[^>]*TargetMode="External"|'
    rb'TargetMode="External"[^>]*/(?:attachedTemplate|frame|subDocument|image)"'
)
_OLD = (("_vba_project_cur", MACROS), ("macros", MACROS), ("objectpool", INSIDE))


def active(file: str, kind: FileKind, content: bytes, package: Package | None) -> tuple[Problem, ...]:
    """Return the note QZ-R050 that names what a file would run or fetch, if there is anything; `package` is the file
    opened, None where it is none. The file has been read before."""
    words = tuple(dict.fromkeys(_of_package(package) if package else _of_old(kind, content)))
    return (_told(file, words),) if words else ()


def _of_package(package: Package) -> Iterator[str]:
    names = package.names
    if not _WORTH_A_LOOK.search("\n".join(names)):
        return
    for name in names:
        yield from (words for pattern, words in _PARTS if pattern.search(name))
    for name in filter(_LOOKED_INTO.search, names):
        try:
            part = package.part(name)
        except ProblemError:
            continue
        if name.endswith(".rels"):
            if _FETCHED.search(part):
                yield LINKS
        elif _DDE.search(part):
            yield DDE


def _of_old(kind: FileKind, content: bytes) -> Iterator[str]:
    if kind not in {FileKind.XLS, FileKind.DOC}:
        return
    try:
        names = top_names(content)
    except ValueError:
        return
    yield from (words for name, words in _OLD if name in names)


def _told(file: str, words: tuple[str, ...]) -> Problem:
    return Problem(
        "QZ-R050",
        file,
        _("文件里带着{what}，都原样保留，一样也没有运行或打开。").format(
            what="、".join(_(each) for each in words)
        ),
        _("来路不明的，请先问清发表单位，打开时不要点“启用内容”。"),
        Severity.NOTE,
    )
