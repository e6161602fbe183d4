"""Addresses of the administrator's room."""

from django.urls import path

from qingzhuang.web.admin import accounts, changing, lists, programs, readings, views

urlpatterns = [
    path("admin/", views.admin, name="admin"),
    path("admin/units", views.bring_units, name="admin_bring_units"),
    path("admin/units/import", views.import_them, name="admin_import_units"),
    path("admin/units/<int:number>", changing.change_unit, name="admin_unit"),
    path("admin/identities", changing.identities, name="admin_identities"),
    path("admin/accounts", accounts.accounts, name="admin_accounts"),
    path("admin/accounts/open", accounts.open_account, name="admin_open_account"),
    path("admin/seats/<int:number>/password", accounts.reset_password, name="admin_reset_password"),
    path("admin/seats/<int:number>/end", accounts.wish, name="admin_wish"),
    path("admin/wishes/<int:number>", accounts.settle, name="admin_settle"),
    path("admin/programs", programs.programs, name="admin_programs"),
    path("admin/programs/token", programs.make_a_token, name="admin_make_token"),
    path(
        "admin/programs/token/<int:number>/withdraw", programs.withdraw_a_token, name="admin_withdraw_token"
    ),
    path("admin/programs/hook", programs.make_a_hook, name="admin_make_hook"),
    path("admin/programs/hook/<int:number>/end", programs.end_a_hook, name="admin_end_hook"),
    path("admin/switches", views.switches, name="admin_switches"),
    path("admin/switches/set", views.switch, name="admin_switch"),
    path("admin/readings", readings.readings, name="admin_readings"),
    path("admin/readings/all.zip", readings.readings_file, name="admin_readings_file"),
    path("admin/readings/bring", readings.bring_readings, name="admin_bring_readings"),
    path("admin/health", views.well, name="admin_health"),
    path("admin/health/copy", views.carry_off, name="admin_carry_off"),
    path("admin/trail", views.trail, name="admin_trail"),
    path("admin/units/list.<slug:kind>", lists.units_list, name="units_list"),
    path("admin/accounts/list.<slug:kind>", lists.seats_list, name="seats_list"),
]
