"""What every test may ask for."""

import base64
import os
from pathlib import Path

import pytest

# what tests seal is sealed by one key; a test of keys takes it away
os.environ["QZ_KEY"] = base64.urlsafe_b64encode(bytes(range(32))).decode()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of files by others: test data that is not part of the repository."""
    root = Path(os.environ.get("QZ_CORPUS", Path(__file__).resolve().parents[2] / "shared" / "corpus"))
    if not root.is_dir():
        pytest.skip("needs ../shared/corpus (test data that is not part of the repository)")
    return root
