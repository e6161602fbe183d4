"""Views of one filled file. Files are found by id on the shelf, never by a path from the address."""

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from qingzhuang.intake.read import read_workbook
from qingzhuang.web.access import this_machine
from qingzhuang.web.paper.page import paper_page
from qingzhuang.web.shelf import FILLED, Paper, read_shelf


@this_machine
@require_safe
def paper(request: HttpRequest, paper_id: str) -> HttpResponse:
    """Show the file as it stands on paper."""
    found, path = _find(paper_id)
    page = paper_page(found, read_workbook(path.name, path.read_bytes()))
    return render(request, "paper/paper.html", {"page": page})


@this_machine
@require_safe
def download(request: HttpRequest, paper_id: str) -> FileResponse:
    """Hand out the file itself."""
    _found, path = _find(paper_id)
    return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)


def _find(paper_id: str) -> tuple[Paper, Path]:
    found = read_shelf(settings.FOLDER).paper(paper_id)
    root = (settings.FOLDER / FILLED).resolve()
    path = (root / found.file).resolve() if found else root
    if found is None or root not in path.parents or not path.is_file():
        raise Http404
    return found, path
