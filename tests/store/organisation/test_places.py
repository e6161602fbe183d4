"""Local rules bind a unit and what is below it; what was on for a whole site before is on for every unit at the top."""

import importlib

import pytest
from django.apps import apps

from qingzhuang.model.organisation import UnitKind
from qingzhuang.store.models import PlaceRow
from qingzhuang.store.organisation.places import places_on, switch_place, switched
from qingzhuang.store.organisation.units import add_unit

pytestmark = pytest.mark.django_db
_TO_THE_TOPS = importlib.import_module("qingzhuang.store.migrations.0018_places_by_unit")._to_the_tops


def test_what_a_unit_switches_on_binds_what_is_below_it() -> None:
    county, other = add_unit("云泽县", UnitKind.COUNTY), add_unit("邻川县", UnitKind.COUNTY)
    town = add_unit("青禾镇", UnitKind.TOWNSHIP, county)
    assert switch_place(county, "江苏省", True)
    assert not switch_place(county, "江苏省", True)
    assert not switch_place(county, "没有的省", True)
    assert places_on(county) == places_on(town) == ("江苏省",)
    assert switched(town) == {"江苏省": True}, "a unit above did"
    assert switched(county) == {"江苏省": False}
    assert places_on(other) == ()
    assert not switch_place(town, "江苏省", False), (
        "what a unit above switched on is not this one's to switch off"
    )
    assert switch_place(county, "江苏省", False)
    assert places_on(town) == ()


def test_what_was_on_for_the_whole_site_is_on_for_every_top() -> None:
    PlaceRow.objects.create(place="山西省")
    county, other = add_unit("云泽县", UnitKind.COUNTY), add_unit("邻川县", UnitKind.COUNTY)
    assert places_on(county) == ("山西省",)
    _TO_THE_TOPS(apps, None)
    assert not PlaceRow.objects.filter(unit=None).exists()
    assert places_on(county) == places_on(other) == ("山西省",)
