"""Addresses of the ledger."""

from django.urls import path

from qingzhuang.web.ledger import views

urlpatterns = [
    path("ledger/", views.ledger, name="ledger"),
    path("ledger/<int:number>/", views.subject, name="subject"),
    path("ledger/<int:number>/whole", views.whole, name="whole"),
]
