"""Views of the rulebook: public, nothing is kept."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.store import clock
from qingzhuang.web.access import public
from qingzhuang.web.rulebook import page
from qingzhuang.web.rulebook.own import own_check
from qingzhuang.web.rulebook.trial import MOST_LETTERS, Try, hits


@public
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """All rules by instrument."""
    return render(request, "rulebook/rules.html", {"page": page.rules_page(), "most": MOST_LETTERS})


@public
@require_safe
def rule(request: HttpRequest, code: str) -> HttpResponse:
    """One rule."""
    found = page.one_rule(code)
    if found is None:
        raise Http404
    return render(request, "rulebook/rule.html", {"one": found})


@public
@require_safe
def covered(request: HttpRequest) -> HttpResponse:
    """What is covered."""
    return render(request, "rulebook/coverage.html", {"page": page.coverage()})


@public
@require_safe
def changed(request: HttpRequest) -> HttpResponse:
    """What changed."""
    return render(request, "rulebook/changes.html", {"page": page.changes_page()})


@public
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Our own cost and our own check."""
    return render(request, "rulebook/own.html", {"page": own_check(clock.today())})


@public
@require_POST
def tried(request: HttpRequest) -> HttpResponse:
    """Hold a sentence against the rules."""
    form = Try(request.POST)
    found = hits(form.cleaned_data["text"], clock.today()) if form.is_valid() else ()
    shown = {
        "text": form.cleaned_data.get("text", ""),
        "hits": found,
        "most": MOST_LETTERS,
        "valid": form.is_valid(),
    }
    return render(request, "rulebook/tried.html", shown, status=200 if form.is_valid() else 400)
