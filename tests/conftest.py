"""What every test may ask for."""

import base64
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.s3_peer import Peer

# what tests seal is sealed by one key; a test of keys takes it away
os.environ["QZ_KEY"] = base64.urlsafe_b64encode(bytes(range(32))).decode()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of files by others: test data that is not part of the repository."""
    root = Path(os.environ.get("QZ_CORPUS", Path(__file__).resolve().parents[2] / "shared" / "corpus"))
    if not root.is_dir():
        pytest.skip("needs ../shared/corpus (test data that is not part of the repository)")
    return root


@pytest.fixture(scope="session")
def s3_server() -> "Iterator[Peer]":
    """A server that speaks S3, for all tests that do not stop it."""
    from tests.s3_peer import peer

    with peer() as found:
        yield found


@pytest.fixture
def bucket(s3_server: "Peer", monkeypatch: pytest.MonkeyPatch) -> "Peer":
    """Files of this test lie in a part of the bucket that is its own."""
    prefix = f"{s3_server.address.prefix}{token_hex(6)}/"
    mine = replace(s3_server, address=replace(s3_server.address, prefix=prefix))
    for name, value in mine.settings.items():
        monkeypatch.setenv(name, value)
    return mine
