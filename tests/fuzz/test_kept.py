"""What the fuzzer once found, and what it begins with, stays harmless."""

import time
from pathlib import Path

import pytest

from tests.fuzz.readers import ROADS, run
from tests.fuzz.seeds import seeds

KEPT = sorted((Path(__file__).parent / "kept").glob("*"))
SECONDS = 5


@pytest.mark.parametrize("path", KEPT, ids=[path.name for path in KEPT])
def test_what_was_found_once_stays_harmless(path: Path) -> None:
    """It is read, or refused with a problem, in time."""
    start = time.process_time()
    run(path.read_bytes())
    assert time.process_time() - start < SECONDS


def test_every_seed_is_read_and_every_road_has_one() -> None:
    """The seeds themselves do no harm; cut anywhere, they do none either."""
    roads = set()
    for seed in seeds():
        roads.add(seed[0])
        for end in (len(seed), len(seed) // 2, len(seed) // 3):
            run(seed[:end])
    assert roads == set(range(len(ROADS)))
