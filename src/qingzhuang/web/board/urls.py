"""Addresses of the board."""

from django.urls import path

from qingzhuang.web.board import views
from qingzhuang.web.board.tip import tip

urlpatterns = [
    path("board/", views.board, name="board"),
    path("board/cut", views.cut, name="board_cut"),
    path("board/cut/again", views.weigh_again, name="board_cut_again"),
    path("board/weigh", views.weigh, name="board_weigh"),
    path("board/registers", views.registers, name="board_registers"),
    path("board/registers/<int:number>", views.register, name="board_run"),
    path("board/clues", views.clues, name="board_clues"),
    path("board/monthly", views.monthly, name="board_monthly"),
    path("board/tip", tip, name="tip"),
]
