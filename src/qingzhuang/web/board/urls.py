"""Addresses of the board."""

from django.urls import path

from qingzhuang.web.board.views import board, cut, weigh

urlpatterns = [
    path("board/", board, name="board"),
    path("board/cut", cut, name="board_cut"),
    path("board/weigh", weigh, name="board_weigh"),
]
