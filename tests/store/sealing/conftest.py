"""A file of keys of the test's own, and a ledger sealed with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qingzhuang.store.sealing import rotation
from qingzhuang.store.sealing.opening import settle
from qingzhuang.store.sealing.ring import forget_keys


@pytest.fixture
def key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the keys are looked for; there are none yet, and no ledger's files."""
    path = tmp_path / "钥匙" / "ledger.key"
    monkeypatch.delenv("QZ_KEY")
    monkeypatch.setenv("QZ_KEY_FILE", str(path))
    monkeypatch.setenv("QZ_HOME", str(tmp_path / "home"))
    forget_keys()
    yield path
    forget_keys()


@pytest.fixture
def sealed(key_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty ledger with its first key; nobody else seals, so that nobody is waited for."""
    monkeypatch.setattr(rotation, "FRESH_SECONDS", 0)
    settle()
    return key_file
