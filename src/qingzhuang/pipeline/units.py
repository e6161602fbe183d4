"""Units from a sheet: columns 单位, 上级, 种类, 代码, or the division data as it is published; what cannot be placed is told."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.intake.read import read_workbook
from qingzhuang.language import gettext as _
from qingzhuang.model.organisation import UnitKind
from qingzhuang.model.problem import Problem, ProblemError

MOST_LINES = 20_000
_HEADS: Mapping[str, tuple[str, ...]] = {
    "name": ("单位", "单位名称", "名称", "机构名称", "name"),
    "parent": ("上级", "上级单位", "上级名称", "parent"),
    "kind": ("种类", "类型", "单位种类", "kind"),
    "code": ("代码", "区划代码", "单位代码", "统计用区划代码", "code", "adcode"),
}
_KINDS = (
    (
        UnitKind.VILLAGE,
        re.compile("^(?:村|社区)$|(?:村|社区|居委会|村委会|居民委员会|村民委员会)$|^village$"),
    ),
    (UnitKind.TOWNSHIP, re.compile("^(?:乡镇|乡|镇|街道)$|(?:镇|乡|街道|街道办事处)$|^township$")),
    (
        UnitKind.OFFICE,
        re.compile(
            "^(?:部门|站所|学校|单位)$|(?:局|办|办公室|委|部|队|中心|站|所|院|校|学校|联合会|妇联|团委|总工会)$|^office$"
        ),
    ),
    (UnitKind.COUNTY, re.compile("^(?:县|区|市)$|(?:县|区|旗|市)$|^county$")),
)
_LEVELS = {6: UnitKind.COUNTY, 9: UnitKind.TOWNSHIP, 12: UnitKind.VILLAGE}


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit as the sheet names it; `parent` "" when the sheet does not say, `kind` None when nobody can tell."""

    row: int
    name: str
    parent: str
    kind: UnitKind | None
    code: str


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """One unit that stands in the tree."""

    number: int
    name: str
    kind: UnitKind
    parent: int | None
    code: str


@dataclass(frozen=True, slots=True)
class NewUnit:
    """One unit to come. Its parent is one that stands (`under`), or one to come before it (`after`, a row of the sheet), or
    neither: then it stands at the top."""

    line: UnitLine
    kind: UnitKind
    under: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """What an import would do: units to come, parents first; those that stand already; lines left out, each with why."""

    new: tuple[NewUnit, ...]
    known: tuple[UnitLine, ...]
    left: tuple[tuple[UnitLine, str], ...]


def read_units(file: str, content: bytes) -> tuple[UnitLine, ...]:
    """Read the lines of a sheet. Raises ProblemError as reading does, QZ-W120 when no column names units."""
    rows = _csv(content) if file.lower().endswith(".csv") else _sheet(file, content)
    grid = [[cell.strip() for cell in row] for row in rows][: MOST_LINES + 20]
    for number, row in enumerate(grid[:20]):
        columns = _columns(row)
        if "name" in columns:
            lines = [_line(number + at + 2, cells, columns) for at, cells in enumerate(grid[number + 1 :])]
            return tuple(each for each in lines if each.name)[:MOST_LINES]
    raise ProblemError(
        Problem(
            "QZ-W120",
            file,
            _("没有找到写单位的那一栏。"),
            _("表头写：单位、上级、种类、代码；后三样可以没有。"),
        )
    )


def plan_units(lines: Sequence[UnitLine], known: Sequence[KnownUnit]) -> UnitPlan:
    """Say what importing these lines would do. Once units stand, new ones come below them, never beside the top."""
    return _Planner(lines, known).plan()


class _Planner:
    """Finds each line's parent: by the name that the sheet gives, else by the beginning of the code."""

    def __init__(self, lines: Sequence[UnitLine], known: Sequence[KnownUnit]) -> None:
        self._lines, self._all_known = lines, known
        self._names = {each.number: each.name for each in known}
        self._by_name: dict[str, list[KnownUnit | UnitLine]] = {}
        self._by_code: dict[str, KnownUnit | UnitLine] = {}
        everything: list[KnownUnit | UnitLine] = [*known, *lines]
        for each in everything:
            named = self._by_name.setdefault(each.name, [])
            if not any(self._same(each, other) for other in named):
                named.append(each)
            if each.code:
                self._by_code.setdefault(each.code, each)
        self._standing = {(each.name, each.parent): each for each in known}
        self._new: dict[int, NewUnit] = {}
        self._known: dict[int, KnownUnit] = {}
        self._lines_known: list[UnitLine] = []
        self._left: list[tuple[UnitLine, str]] = []

    def plan(self) -> UnitPlan:
        """Place line after line; a line whose parent comes later waits for it."""
        waiting = list(self._lines)
        while waiting:
            rest = [each for each in waiting if not self._place(each)]
            if len(rest) == len(waiting):
                self._left += [(each, _("上级还没有，或者转了一圈又是自己")) for each in rest]
                break
            waiting = rest
        return UnitPlan(tuple(self._new.values()), tuple(self._lines_known), tuple(self._left))

    def _place(self, line: UnitLine) -> bool:
        """Place a line, or leave it out with the reason; false when its parent is not placed yet."""
        if line.kind is None:
            return self._leave(line, _("看不出是县、乡镇、村还是部门，请写种类"))
        standing = self._stands(line)
        if standing is not None:
            return self._keep(line, standing)
        above, why = self._parent(line)
        if why:
            return self._leave(line, why)
        if isinstance(above, UnitLine):
            if above.row in self._known:
                above = self._known[above.row]
            elif above.row not in self._new:
                return any(above is left for left, _why in self._left) and self._leave(
                    line, _("上级没有放进去")
                )
        self._put(line, line.kind, above)
        return True

    def _put(self, line: UnitLine, kind: UnitKind, above: KnownUnit | UnitLine | None) -> None:
        under = above.number if isinstance(above, KnownUnit) else None
        standing = self._standing.get((line.name, under)) if not isinstance(above, UnitLine) else None
        if standing is not None:
            self._keep(line, standing)
            return
        self._new[line.row] = NewUnit(line, kind, under, above.row if isinstance(above, UnitLine) else None)

    def _parent(self, line: UnitLine) -> tuple[KnownUnit | UnitLine | None, str]:
        if line.parent:
            named = self._by_name.get(line.parent, [])
            if not named:
                return None, _("没有“{name}”这个上级").format(name=line.parent)
            if len(named) > 1:
                return None, _("有几个单位都叫“{name}”，分不清是哪一个").format(name=line.parent)
            return named[0], ""
        for length in (9, 6):
            above = self._by_code.get(line.code[:length]) if len(line.code) > length else None
            if above is not None:
                return above, ""
        if line.kind is UnitKind.COUNTY:
            return None, _("不在已有的单位下面") if self._all_known else ""
        return None, _("没有写上级，代码也对不上")

    def _same(self, one: KnownUnit | UnitLine, other: KnownUnit | UnitLine) -> bool:
        """Tell whether a line names a standing unit again, not another one that is called alike."""
        if isinstance(one, KnownUnit) or isinstance(other, UnitLine):
            return False
        if one.parent and self._names.get(other.parent or 0) != one.parent:
            return False
        return not (one.code and other.code) or one.code == other.code

    def _stands(self, line: UnitLine) -> KnownUnit | None:
        """The one unit that a line without a parent names again."""
        alike = (each for each in self._by_name.get(line.name, ()) if isinstance(each, KnownUnit))
        found = [each for each in alike if each.kind is line.kind and self._same(line, each)]
        return found[0] if len(found) == 1 and not line.parent else None

    def _keep(self, line: UnitLine, standing: KnownUnit) -> bool:
        self._known[line.row] = standing
        self._lines_known.append(line)
        return True

    def _leave(self, line: UnitLine, why: str) -> bool:
        self._left.append((line, why))
        return True


def _csv(content: bytes) -> Iterable[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return list(csv.reader(io.StringIO(content.decode(encoding).replace("\0", ""))))
        except (UnicodeDecodeError, csv.Error):
            continue
    return []


def _sheet(file: str, content: bytes) -> Iterator[list[str]]:
    for sheet in read_workbook(file, content).sheets[:1]:
        rows = max((row for row, _column in sheet.cells), default=0)
        columns = max((column for _row, column in sheet.cells), default=0)
        for row in range(1, rows + 1):
            cells = (sheet.cells.get((row, column)) for column in range(1, columns + 1))
            yield [cell.text if cell else "" for cell in cells]


def _columns(row: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        for field, words in _HEADS.items():
            if cell in words:
                found.setdefault(field, at)
    return found


def _line(row: int, cells: Sequence[str], columns: Mapping[str, int]) -> UnitLine:
    said = {field: cells[at] if at < len(cells) else "" for field, at in columns.items()}
    code = _bare(said.get("code", ""))
    name = said["name"][:200]
    return UnitLine(
        row, name, said.get("parent", "")[:200], _kind(said.get("kind", ""), code, name), code[:20]
    )


def _bare(code: str) -> str:
    """A division code without the noughts of lower levels: 500233000000 → 500233."""
    digits = code.strip()
    for kept in (6, 9):
        if len(digits) == 12 and digits.isdigit() and not digits[kept:].strip("0"):
            return digits[:kept]
    return digits


def _kind(said: str, code: str, name: str) -> UnitKind | None:
    if said:
        return next((kind for kind, words in _KINDS if words.search(said)), None)
    if code.isdigit() and len(code) in _LEVELS:
        return _LEVELS[len(code)]
    return next((kind for kind, words in _KINDS if words.search(name)), None)
