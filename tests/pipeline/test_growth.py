"""The work of the text path grows with the length of a text and no faster, whatever stands in it. Counted, not timed."""

import json
import re
import subprocess
import sys
from re import _constants, _parser
from typing import Any

import pytest

SIZE = 900
SLACK = 2.35  # twice the text, twice the work, and a little that depends on where a sentence is cut


def count(size: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.pipeline.counted_work", str(size)], capture_output=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def counts() -> tuple[dict[str, Any], dict[str, Any]]:
    return count(SIZE), count(2 * SIZE)


def test_twice_the_text_is_twice_the_work(counts: tuple[dict[str, Any], dict[str, Any]]) -> None:
    first, second = (each["work"] for each in counts)
    grown = {
        (task, text): (work, second[task][text])
        for task, texts in first.items()
        for text, work in texts.items()
        if second[task][text] > max(work, 200) * SLACK
    }
    assert grown == {}


def test_no_pattern_of_the_text_path_can_run_away(counts: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """No repeat without end inside a repeat without end, and none at the front of a pattern, where each letter of the text
    would begin it anew."""
    assert len(counts[0]["patterns"]) > 300
    assert [
        source for source in counts[0]["patterns"] if nested(_parser.parse(source)) or fronted(source)
    ] == []


def repeats(parsed: Any) -> list[Any]:
    """Every repeat without end of a parsed pattern, with what it repeats."""
    found = []
    for operation, argument in parsed:
        if (
            operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
            and argument[1] is _constants.MAXREPEAT
        ):
            found.append(argument[2])
        for inner in inside(argument):
            found += repeats(inner)
    return found


def inside(argument: Any) -> list[Any]:
    """The patterns within the argument of an operation."""
    if isinstance(argument, _parser.SubPattern):
        return [argument]
    if isinstance(argument, tuple | list):
        return [each for part in argument for each in inside(part)]
    return []


def nested(parsed: Any) -> bool:
    return any(repeats(body) for body in repeats(parsed))


def fronted(source: str) -> bool:
    """Whether something must follow a repeat without end that begins a way to match: `[^,]*x`, `(?:a|[0-9]+)x`."""
    parsed = _parser.parse(source)
    return _fronted(list(parsed), followed=False)


def _fronted(parts: list[Any], *, followed: bool) -> bool:
    for index, (operation, argument) in enumerate(parts):
        rest = followed or any(width(part) for part in parts[index + 1 :])
        if operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
            if argument[1] is _constants.MAXREPEAT and rest:
                return True
            if argument[0] > 0 or _fronted(list(argument[2]), followed=rest):
                return argument[0] > 0 and _fronted(list(argument[2]), followed=rest)
            continue
        if operation is _constants.AT:
            return False
        if operation in (_constants.ASSERT, _constants.ASSERT_NOT):
            continue
        if operation in (_constants.SUBPATTERN, _constants.BRANCH):
            ways = argument[1] if operation is _constants.BRANCH else [argument[-1]]
            return any(_fronted(list(way), followed=rest) for way in ways)
        return False
    return False


def width(part: tuple[Any, Any]) -> int:
    """The least letters a part takes; the end of a line is something that must follow, too."""
    if part[0] is _constants.AT:
        return 1
    least: int = _parser.SubPattern(_parser.State(), [part]).getwidth()[0]
    return least


def test_the_test_sees_a_pattern_that_runs_away() -> None:
    assert nested(_parser.parse("(?:a+b*)+"))
    assert fronted(r"\s*前")
    assert fronted(r"(?:第|[0-9]+)个")
    assert not fronted(r"\s{0,3}前")
    assert not fronted(r"每[0-9]+个")
    assert not fronted(r"^\s*前")
    assert re.compile("a").pattern == "a"
