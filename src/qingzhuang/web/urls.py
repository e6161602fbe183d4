"""All addresses. Every view declares its audience (see access.py); a test asks each as everybody."""

from django.urls import include, path

from qingzhuang.web.erased import erased
from qingzhuang.web.home.views import about, home, missing, refused
from qingzhuang.web.language import choose
from qingzhuang.web.paper.views import download, paper
from qingzhuang.web.report.views import report

urlpatterns = [
    path("", home, name="home"),
    path("about", about, name="about"),
    path("report", report, name="report"),
    path("paper/<slug:paper_id>", paper, name="paper"),
    path("paper/<slug:paper_id>/download", download, name="download"),
    path("language", choose, name="language"),
    path("erased/<int:number>", erased, name="erased"),
    path("", include("qingzhuang.web.door.urls")),
    path("", include("qingzhuang.web.desk.urls")),
    path("", include("qingzhuang.web.ledger.urls")),
    path("", include("qingzhuang.web.gate.urls")),
    path("", include("qingzhuang.web.board.urls")),
    path("", include("qingzhuang.web.rulebook.urls")),
    path("", include("qingzhuang.web.admin.urls")),
    path("", include("qingzhuang.web.api.urls")),
    path("", include("qingzhuang.web.review.urls")),
]
handler400 = refused
handler404 = missing
