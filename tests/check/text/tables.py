"""All texts of the tables of this folder."""

from importlib import import_module
from pathlib import Path

_NAMES = sorted(path.stem for path in Path(__file__).parent.glob("test_*.py"))


def orders() -> list[str]:
    """The texts that order something."""
    return [text for text, _ in _all("ORDERS")]


def labelled() -> list[tuple[str, tuple[str, ...]]]:
    """All texts with the labels that they order."""
    listed = [(text, tuple(labels.split())) for text, labels in _all("ORDERS")]
    return [*listed, *((text, ()) for text in others())]


def others() -> list[str]:
    """The texts that order nothing."""
    return _all("OTHERS")


def _all(name: str) -> list:  # type: ignore[type-arg]
    return [row for table in _NAMES for row in getattr(import_module(f"tests.check.text.{table}"), name, ())]
