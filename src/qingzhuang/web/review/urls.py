"""Addresses of the people's queue."""

from django.urls import path

from qingzhuang.web.review import said_views, sharing, views

urlpatterns = [
    path("review/", views.review, name="review"),
    path("review/said/", said_views.said_list, name="review_said"),
    path("review/say", views.reply, name="review_say"),
    path("review/twice", views.settle, name="review_twice"),
    path("review/undo", views.undo, name="review_undo"),
    path("review/file", sharing.hand_on, name="review_file"),
    path("review/file/look", sharing.look, name="review_look"),
    path("review/file/bring", sharing.bring, name="review_bring"),
]
