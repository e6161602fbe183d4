"""Pages that better themselves with scripts of our own; all of them work without."""

from collections.abc import Callable
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.http.response import HttpResponseBase


def own_scripts(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let a page load this site's scripts and ask this site, nothing else."""
    mark: Any = csp_update({"script-src": [SELF], "connect-src": [SELF]})
    scripted: Callable[..., HttpResponseBase] = mark(view)
    return scripted
