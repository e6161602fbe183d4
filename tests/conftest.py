"""What every test may ask for."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of files by others: test data that is not part of the repository."""
    root = Path(os.environ.get("QZ_CORPUS", Path(__file__).resolve().parents[2] / "shared" / "corpus"))
    if not root.is_dir():
        pytest.skip("needs ../shared/corpus (test data that is not part of the repository)")
    return root
