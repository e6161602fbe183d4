"""Addresses of the desk."""

from django.urls import path

from qingzhuang.web.desk.views import desk

urlpatterns = [path("desk/", desk, name="desk")]
