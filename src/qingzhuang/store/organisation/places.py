"""Places whose own rules are on: the national rules always hold, local ones only where a unit or one above it has switched
them on, so that each county goes by its own province's."""

from django.db.models import Q

from qingzhuang.model.organisation import Unit
from qingzhuang.packs.load import packs
from qingzhuang.store.models import PlaceRow


def places_on(at: Unit) -> tuple[str, ...]:
    """Return the places whose rules are on for a unit: by itself or by one above it."""
    return tuple(switched(at))


def switched(at: Unit) -> dict[str, bool]:
    """Return the same, with whether a unit above switched it on."""
    numbers = [int(each) for each in at.path.split("/") if each]
    rows = PlaceRow.objects.filter(Q(unit__in=numbers) | Q(unit__isnull=True)).order_by("place")
    found: dict[str, bool] = {}
    for place, unit in rows.values_list("place", "unit"):
        found[place] = found.get(place, False) or unit != at.number
    return found


def known_places() -> tuple[str, ...]:
    """Return the places for which there are rules at all."""
    return tuple(sorted({pack.instrument.place for pack in packs() if pack.instrument.place}))


def switch_place(at: Unit, place: str, on: bool) -> bool:
    """Switch a place's rules for a unit and all below it; tell whether that changed anything. An unknown place changes
    nothing."""
    if place not in known_places():
        return False
    if on:
        return PlaceRow.objects.get_or_create(unit_id=at.number, place=place)[1]
    return PlaceRow.objects.filter(unit=at.number, place=place).delete()[0] > 0
