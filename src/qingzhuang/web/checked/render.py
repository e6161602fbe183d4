"""Sets a check report as one HTML file."""

from qingzhuang.web.checked.page import CheckedPage
from qingzhuang.web.single import single_file

STYLES = ("tokens.css", "report.css", "checked.css")


def render_checked(page: CheckedPage) -> str:
    """Return the whole document."""
    return single_file("checked/checked.html", STYLES, page)
