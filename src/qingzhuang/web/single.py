"""Sets a page as one HTML file: no script, nothing fetched, styles inlined."""

import re
from functools import cache
from importlib.resources import files

from django.template import Context, Engine
from django.utils.safestring import mark_safe


def single_file(template: str, styles: tuple[str, ...], page: object) -> str:
    """Return the whole document."""
    context = Context({"page": page, "css": mark_safe(_css(styles))}, use_l10n=False, use_tz=False)  # noqa: S308
    return _engine().get_template(template).render(context)


@cache
def _engine() -> Engine:
    return Engine(
        dirs=[str(files("qingzhuang.web").joinpath("templates"))], builtins=["qingzhuang.web.spoken"]
    )


@cache
def _css(styles: tuple[str, ...]) -> str:
    """Our own style sheets, without comments."""
    folder = files("qingzhuang.web").joinpath("static", "qz")
    text = "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in styles)
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).strip()
