"""Addresses of the board."""

from django.urls import path

from qingzhuang.web.board import lists, views, year_views
from qingzhuang.web.board.tip import tip

urlpatterns = [
    path("board/", views.board, name="board"),
    path("board/cut", views.cut, name="board_cut"),
    path("board/cut/again", views.weigh_again, name="board_cut_again"),
    path("board/weigh", views.weigh, name="board_weigh"),
    path("board/months", views.months_side_by_side, name="board_months"),
    path("board/year", year_views.year, name="board_year"),
    path("board/year/again", year_views.year_again, name="board_year_again"),
    path("board/year/certificate.json", year_views.certificate, name="board_year_certificate"),
    path("board/year/list.<slug:kind>", year_views.year_list, name="board_year_list"),
    path("board/note", views.note, name="board_note"),
    path("board/registers", views.registers, name="board_registers"),
    path("board/registers/<int:number>", views.register, name="board_run"),
    path("board/clues", views.clues, name="board_clues"),
    path("board/monthly", views.monthly, name="board_monthly"),
    path("board/monthly.docx", views.monthly_document, name="board_monthly_document"),
    path("board/tip", tip, name="tip"),
    path("board/list.<slug:kind>", lists.minutes_list, name="board_list"),
    path("board/cut/list.<slug:kind>", lists.cut_list_out, name="cut_list"),
    path("board/registers/<int:number>/list.<slug:kind>", lists.finds_list, name="run_list"),
    path("board/clues/list.<slug:kind>", lists.clues_list, name="clues_list"),
]
