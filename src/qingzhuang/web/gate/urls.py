"""Addresses of the gate."""

from django.urls import path

from qingzhuang.web.gate import answering, deciding, due, following, issuing, lists, reading, teaching

urlpatterns = [
    path("gate/", issuing.gate, name="gate"),
    path("gate/reading/<int:number>", reading.reading, name="draft_reading"),
    path("gate/reading/<int:number>/again", reading.read_again, name="draft_read_again"),
    path("gate/<int:number>", issuing.draft, name="draft"),
    path("gate/<int:number>/again", issuing.again, name="again"),
    path("gate/<int:number>/shorter.xlsx", issuing.shorter_form, name="shorter"),
    path("gate/<int:number>/shorter", issuing.take_shorter, name="take_shorter"),
    path("gate/<int:number>/sheet", issuing.take_sheet, name="take_sheet"),
    path("gate/<int:number>/reworded.<slug:kind>", issuing.reworded, name="reworded"),
    path("gate/<int:number>/apply", issuing.applying, name="apply"),
    path("gate/<int:number>/reached", issuing.reached, name="reached"),
    path("gate/<int:number>/adopt", answering.adopting, name="adopt"),
    path("gate/<int:number>/taught", teaching.taking, name="take_reading"),
    path("gate/<int:number>/reason", answering.reasoning, name="give_reason"),
    path("gate/<int:number>/withdraw", issuing.withdrawing, name="withdraw"),
    path("gate/<int:number>/discard", issuing.discarding, name="discard"),
    path("gate/<int:number>/follow", following.follow, name="follow"),
    path("gate/<int:number>/papers.zip", following.papers, name="papers"),
    path("gate/<int:number>/paper/<int:task_number>", following.paper, name="handed"),
    path("gate/<int:number>/use", following.use, name="use"),
    path("gate/due", due.due_list, name="due"),
    path("gate/due/<int:number>", due.erase_demand, name="erase_demand"),
    path("gate/waiting", deciding.waiting_room, name="waiting"),
    path("gate/waiting/<int:number>", deciding.deciding, name="decide"),
    path("gate/waiting/<int:number>/admit", deciding.admitting, name="admit"),
    path("gate/waiting/<int:number>/back", deciding.returning, name="send_back"),
    path("gate/list.<slug:kind>", lists.gate_list, name="gate_list"),
    path("gate/waiting/list.<slug:kind>", lists.waiting_list, name="waiting_list"),
    path("gate/<int:number>/items.<slug:kind>", lists.items_list, name="items_list"),
    path("gate/<int:number>/findings.<slug:kind>", lists.finds_list, name="finds_list"),
    path("gate/<int:number>/posts.<slug:kind>", lists.posts_list, name="posts_list"),
]
