"""Sets a report page as one HTML file."""

from qingzhuang.web.report.page import ReportPage
from qingzhuang.web.single import single_file

STYLES = ("tokens.css", "report.css")


def render_report(page: ReportPage) -> str:
    """Return the whole document."""
    return single_file("report/report.html", STYLES, page)
