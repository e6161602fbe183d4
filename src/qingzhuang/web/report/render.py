"""Sets a report page as one HTML file: no script, nothing fetched, styles inlined."""

import re
from functools import cache
from importlib.resources import files

from django.template import Context, Engine
from django.utils.safestring import mark_safe

from qingzhuang.web.report.page import ReportPage

STYLES = ("tokens.css", "report.css")


def render_report(page: ReportPage) -> str:
    """Return the whole document."""
    context = Context({"page": page, "css": mark_safe(_css())}, use_l10n=False, use_tz=False)  # noqa: S308
    return _engine().get_template("report/report.html").render(context)


@cache
def _engine() -> Engine:
    return Engine(dirs=[str(files("qingzhuang.web").joinpath("templates"))])


@cache
def _css() -> str:
    """Our own style sheets, without comments."""
    folder = files("qingzhuang.web").joinpath("static", "qz")
    text = "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in STYLES)
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).strip()
