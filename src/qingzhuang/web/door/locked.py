"""What the door says to whom django-axes makes wait."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from qingzhuang.language import gettext as _
from qingzhuang.web.door.forms import SignIn
from qingzhuang.web.door.outside import outside


def locked(request: HttpRequest, *_more: object) -> HttpResponse:
    """Say in words that one has to wait, and how long."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    said = _("没进来的次数太多了，请等 {minutes} 分钟再试。急的话，请找本单位的管理员。").format(
        minutes=minutes
    )
    page = {"form": SignIn(), "refused": said, "outside": outside("")}
    return render(request, "door/sign_in.html", page, status=429)
