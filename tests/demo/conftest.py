"""One township for all tests: making it takes a moment."""

import pytest

from qingzhuang.demo.make import township_files
from qingzhuang.demo.township import Township, imagine


@pytest.fixture(scope="session")
def township() -> Township:
    """The township of the product's own seed."""
    return imagine()


@pytest.fixture(scope="session")
def files(township: Township) -> dict[str, bytes]:
    """Every file of the example by its path."""
    return dict(township_files(township))
