"""Addresses of the ledger."""

from django.urls import path

from qingzhuang.web.ledger import bringing, deciding, lists, placing, rights, taking, taking_back, views

urlpatterns = [
    path("ledger/", views.ledger, name="ledger"),
    path("ledger/<int:number>/", views.subject, name="subject"),
    path("ledger/sheet", bringing.bring, name="sheet_bring"),
    path("ledger/sheet/look", bringing.look, name="sheet_look"),
    path("ledger/sheet/take", bringing.take, name="sheet_take"),
    path("ledger/sheet/again", bringing.read_again, name="sheet_read_again"),
    path("ledger/sheet/drop", bringing.drop, name="sheet_drop"),
    path("ledger/sheets", taking_back.put_in, name="sheets"),
    path("ledger/sheets/<int:number>", taking_back.put_in_one, name="sheet_back"),
    path("ledger/list", taking.taking, name="take_list"),
    path("ledger/recheck", deciding.recheck, name="recheck"),
    path("ledger/unplaced", placing.unplaced, name="unplaced"),
    path("ledger/odd", deciding.odd, name="odd"),
    path("ledger/out", deciding.out, name="out"),
    path("ledger/<int:number>/settle", deciding.settling, name="settle"),
    path("ledger/<int:number>/undo", deciding.undoing, name="undo"),
    path("ledger/<int:number>/wrong", deciding.wrong, name="wrong"),
    path("ledger/<int:number>/rights", rights.rights, name="rights"),
    path("ledger/<int:number>/export", rights.export, name="export_person"),
    path("ledger/<int:number>/erase", rights.erase, name="erase_person"),
    path("ledger/<int:number>/erase/settle", rights.settle_erasure, name="settle_erasure"),
    path("ledger/<int:number>/whole", views.whole, name="whole"),
    path("ledger/<int:number>/list.<slug:kind>", lists.facts_list, name="facts_list"),
    path("ledger/recheck/list.<slug:kind>", lists.due_list, name="due_list"),
    path("ledger/odd/list.<slug:kind>", lists.odd_list, name="odd_list"),
]
