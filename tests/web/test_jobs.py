"""Whoever works beside the pages can do all that the pages and the idle worker ask for."""

from pathlib import Path
from types import ModuleType

import qingzhuang
from qingzhuang.web import jobs

ROOT = Path(qingzhuang.__file__).parent


def test_every_room_that_does_work_is_known_to_the_worker() -> None:
    known = {each.__name__ for each in vars(jobs).values() if isinstance(each, ModuleType)}
    rooms = {
        ".".join(("qingzhuang", *path.relative_to(ROOT).with_suffix("").parts))
        for path in ROOT.rglob("*.py")
        if "\n@handles(" in path.read_text(encoding="utf-8")
    }
    assert "qingzhuang.store.tasks.year_ahead" in rooms
    assert rooms <= known
