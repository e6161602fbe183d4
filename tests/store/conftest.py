"""Every test of this room keeps to a database of its own; the user's ledger is never touched."""

import os
import tempfile

import pytest

from qingzhuang.store.gate.admitted import forget as forget_admitted
from qingzhuang.store.memory.current import forget

os.environ["QZ_HOME"] = tempfile.mkdtemp(prefix="qz-test-")


@pytest.fixture(autouse=True)
def _ledger(db: None) -> None:
    """Each test gets an empty ledger and leaves none."""
    forget()
    forget_admitted()
