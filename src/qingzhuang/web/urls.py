"""All addresses. Audience of every one: whoever sits at this machine (the server listens on loopback only)."""

from django.urls import path

from qingzhuang.web.home.views import home, missing
from qingzhuang.web.paper.views import download, paper
from qingzhuang.web.report.views import report

urlpatterns = [
    path("", home, name="home"),
    path("report", report, name="report"),
    path("paper/<slug:paper_id>", paper, name="paper"),
    path("paper/<slug:paper_id>/download", download, name="download"),
]
handler404 = missing
