"""Whatever program packed a form, and whether rows are put in or not: nothing that hangs on the list's rows is lost."""

import shutil
import warnings

import pytest
from benchmarks.feature_packages import STYLES
from benchmarks.features import COUNT, FEATURES, had, losses, ours


@pytest.mark.parametrize("blank", [COUNT, 1], ids=["blank rows filled", "rows put in"])
@pytest.mark.parametrize("style", list(STYLES))
def test_nothing_that_hangs_on_rows_is_lost(style: str, blank: int) -> None:
    """Twenty-four features of a form are there and right afterwards, its totals computed."""
    if style == "LibreOffice" and shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        there = had(style, COUNT)
        assert losses(ours, style, blank) == []
    assert len(FEATURES) == 24
    assert [name for name, known in there.items() if not known] == ["totals and their stored values"]
