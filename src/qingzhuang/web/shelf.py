"""The shelf: a folder of filled files, with a list beside them that says what each is and what is still open."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

FILLED, LIST, REPORT = "填好", "清单.json", "称一称.html"
REPORTS = {"en": "称一称（English）.html"}  # the same in other languages
SHOWN = (".xlsx", ".xlsm", ".xltx", ".docx")


@dataclass(frozen=True, slots=True)
class Paper:
    """One filled file. `file` is its path below the shelf's folder of filled files; `written` are sheet!cell. A card
    names whom it is `about`; `stopped` says why a list was left alone; not `counted`: nobody wrote a list."""

    file: str
    title: str
    issuer: str
    filled: int
    blank: int
    written: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    about: str = ""
    stopped: str = ""
    counted: bool = True

    @property
    def id(self) -> str:
        """A name for addresses; says nothing about folders."""
        return hashlib.sha256(self.file.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Weight:
    """What the forms cost all posts together, minutes a month: as issued, and when only the unknown is asked."""

    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Open:
    """One kind of thing that nobody knows yet: answering it fills `cells` cells in `forms` forms."""

    question: str
    who: str
    cells: int
    forms: int


@dataclass(frozen=True, slots=True)
class Failed:
    """One file that could not be filled."""

    file: str
    message: str
    cure: str
    code: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """All papers in directory order. `open` gathers the `questions` that are open by what they ask."""

    place: str
    papers: tuple[Paper, ...] = ()
    open: tuple[Open, ...] = ()
    failed: tuple[Failed, ...] = ()
    questions: int = 0
    weight: Weight | None = None

    def paper(self, paper_id: str) -> Paper | None:
        """Find a paper by its id."""
        return next((paper for paper in self.papers if paper.id == paper_id), None)


def write_shelf(folder: Path, shelf: Shelf) -> None:
    """Write the list beside the filled files."""
    target = folder / FILLED / LIST
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(asdict(shelf), ensure_ascii=False, indent=1), encoding="utf-8")


def read_shelf(folder: Path) -> Shelf:
    """Read the list; in a folder without one every filled file is taken as it lies there."""
    source = folder / FILLED / LIST
    if not source.is_file():
        return Shelf(folder.resolve().name, tuple(_found(folder / FILLED)))
    raw = json.loads(source.read_text(encoding="utf-8"))
    return Shelf(
        raw["place"],
        tuple(_paper(each) for each in raw["papers"]),
        tuple(Open(**each) for each in raw["open"]),
        tuple(Failed(**each) for each in raw["failed"]),
        raw["questions"],
        Weight(**raw["weight"]) if raw.get("weight") else None,
    )


def _found(root: Path) -> Iterator[Paper]:
    """Yield the files that `qz fill -o 填好` wrote; hidden files and those that are open in an office are left."""
    for path in sorted(root.rglob("*")) if root.is_dir() else ():
        if path.suffix.lower() in SHOWN and not path.name.startswith((".", "~$")) and path.is_file():
            office = path.parent.name if path.parent != root else ""
            yield Paper(path.relative_to(root).as_posix(), path.stem, office, 0, 0, counted=False)


def _paper(raw: dict[str, object]) -> Paper:
    lists: Sequence[str] = ("written", "doubts")
    return Paper(**{name: tuple(value) if name in lists else value for name, value in raw.items()})  # type: ignore[arg-type]
