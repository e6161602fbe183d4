"""Addresses of the desk."""

from django.urls import path

from qingzhuang.web.desk import (
    answer_views,
    calendar_views,
    hand_views,
    letter_views,
    no_views,
    whom,
    year_views,
)
from qingzhuang.web.desk.lists import desk_list
from qingzhuang.web.desk.views import desk

urlpatterns = [
    path("desk/", desk, name="desk"),
    path("desk/<int:number>/", answer_views.answer, name="answer"),
    path("desk/<int:number>/about", whom.about, name="about"),
    path("desk/<int:number>/sheet", hand_views.sheet, name="sheet"),
    path("desk/<int:number>/picture/<str:digest>/<int:at>.png", hand_views.picture, name="picture"),
    path("desk/<int:number>/picture/again", hand_views.draw_again, name="draw_again"),
    path("desk/<int:number>/file", hand_views.file, name="task_file"),
    path("desk/<int:number>/original", hand_views.original, name="original"),
    path("desk/<int:number>/hand", hand_views.hand, name="hand"),
    path("desk/<int:number>/receipt", hand_views.receipt, name="receipt"),
    path("desk/<int:number>/no/<slug:said>", no_views.say_no, name="say_no"),
    path("desk/<int:number>/again", no_views.think_again, name="think_again"),
    path("desk/<int:number>/letter", letter_views.letter, name="letter"),
    path("desk/<int:number>/letter.docx", letter_views.letter_file, name="letter_file"),
    path("desk/year", year_views.year, name="desk_year"),
    path("desk/year/again", year_views.year_again, name="desk_year_again"),
    path("desk/calendar", calendar_views.calendar_page, name="desk_calendar"),
    path("desk/calendar/end", calendar_views.calendar_end, name="desk_calendar_end"),
    path("calendar/<slug:secret>.ics", calendar_views.feed, name="feed"),
    path("desk/list.<slug:kind>", desk_list, name="desk_list"),
]
