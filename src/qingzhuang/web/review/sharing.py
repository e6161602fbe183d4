"""Views by which offices share what people said: a file to hand on, a file that is looked at and brought."""

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.language import gettext as _
from qingzhuang.match.grouping.rulings import words
from qingzhuang.match.people.shared import as_text, coming, read_shared
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.problem import ProblemError
from qingzhuang.store import clock
from qingzhuang.store.blobs import fetch, keep
from qingzhuang.store.pairs.reviewing import rulings_now, said_until, say
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import elsewhere, serves
from qingzhuang.web.review.forms import FileForm
from qingzhuang.web.review.views import shown

_SALT = "review"


@serves(Role.ADMIN)
@require_safe
def hand_on(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What was said here, as a file."""
    said = [each for each in said_until() if not each.source]
    answer = HttpResponse(as_text(said, seat.unit.name, "said.yaml"), content_type="application/yaml")
    answer["Content-Disposition"] = 'attachment; filename="said.yaml"'
    return answer


@serves(Role.ADMIN)
@require_POST
def look(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show what a file would bring; nothing is changed yet."""
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return shown(request, seat, _("请选一份文件。"), 400)
    brought = form.cleaned_data["file"]
    content = brought.read()
    try:
        found = coming(read_shared(brought.name, content), rulings_now())
    except ProblemError as error:
        return shown(request, seat, f"{error.problem.message}{error.problem.cure}", 400)
    lines = [(each.a.label, each.b.label, words(each.reply), each.who) for each in found.new[:200]]
    against = [
        (each.a.label, each.b.label, words(each.reply), words(ours.reply), ours.who)
        for each, ours in found.against[:200]
    ]
    key = signing.dumps([brought.name, keep(content)], salt=_SALT)
    page = {"found": found, "lines": lines, "against": against, "key": key, "name": brought.name}
    return render(request, "review/coming.html", page)


@serves(Role.ADMIN)
@require_POST
def bring(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Bring what was shown and is still new."""
    try:
        name, blob = signing.loads(request.POST.get("key", ""), salt=_SALT, max_age=24 * 60 * 60)
    except signing.BadSignature:
        return elsewhere(request)
    found = coming(read_shared(name, fetch(blob)), rulings_now())
    say(found.new)
    leave(Step(seat.holder, Act.PAIRED, f"{name}：{len(found.new)}", seat.number), clock.now())
    return HttpResponseRedirect(reverse("review"))
