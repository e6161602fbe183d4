"""Addresses of the door."""

from django.urls import path

from qingzhuang.web.door.outside import come_back, go_out, left
from qingzhuang.web.door.views import own_password, sign_in, sign_out, take_seat, try_seat

urlpatterns = [
    path("door/in", sign_in, name="sign_in"),
    path("door/out", sign_out, name="sign_out"),
    path("door/outside", go_out, name="go_out"),
    path("door/outside/back", come_back, name="come_back"),
    path("door/left", left, name="left"),
    path("door/own", own_password, name="own_password"),
    path("door/seat/<int:number>", take_seat, name="take_seat"),
    path("door/try/<slug:role>", try_seat, name="try_seat"),
]
