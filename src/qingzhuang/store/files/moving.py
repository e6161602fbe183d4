"""Bringing files from the ledger's folder into the bucket, or back."""

from collections.abc import Iterator

from qingzhuang.store.files.kept import Place


def carry(source: Place, target: Place, folders: tuple[str, ...]) -> Iterator[int]:
    """Bring every file over as it lies, read it back, and only then take it away where it was; yield 1 after each. Broken off,
    it is begun again. Raises OSError, OutOfReachError."""
    for each in [kept for folder in folders for kept in source.below(folder)]:
        content = source.read(each.name)
        target.write(each.name, content)
        if target.read(each.name) != content:
            raise OSError(5, each.name)
        source.remove(each.name)
        yield 1
