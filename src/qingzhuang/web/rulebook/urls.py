"""Addresses of the rulebook."""

from django.urls import path

from qingzhuang.web.rulebook.lists import rules_list
from qingzhuang.web.rulebook.views import changed, covered, own, rule, rules, tried

urlpatterns = [
    path("rules/", rules, name="rules"),
    path("rules/coverage", covered, name="rules_coverage"),
    path("rules/changes", changed, name="rules_changes"),
    path("rules/own", own, name="rules_own"),
    path("rules/try", tried, name="rules_try"),
    path("rules/list.<slug:kind>", rules_list, name="rules_list"),
    path("rules/<slug:code>", rule, name="rule"),
]
