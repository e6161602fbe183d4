"""Addresses of the ledger."""

from django.urls import path

from qingzhuang.web.ledger import deciding, views

urlpatterns = [
    path("ledger/", views.ledger, name="ledger"),
    path("ledger/<int:number>/", views.subject, name="subject"),
    path("ledger/recheck", deciding.recheck, name="recheck"),
    path("ledger/odd", deciding.odd, name="odd"),
    path("ledger/out", deciding.out, name="out"),
    path("ledger/<int:number>/settle", deciding.settling, name="settle"),
    path("ledger/<int:number>/undo", deciding.undoing, name="undo"),
    path("ledger/<int:number>/wrong", deciding.wrong, name="wrong"),
    path("ledger/<int:number>/whole", views.whole, name="whole"),
]
