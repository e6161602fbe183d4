"""Places whose own rules are on: the national rules always hold, local ones only where they are switched on."""

from qingzhuang.packs.load import packs
from qingzhuang.store.models import PlaceRow


def places_on() -> tuple[str, ...]:
    """Return the places whose rules are on."""
    return tuple(PlaceRow.objects.order_by("place").values_list("place", flat=True))


def known_places() -> tuple[str, ...]:
    """Return the places for which there are rules at all."""
    return tuple(sorted({pack.instrument.place for pack in packs() if pack.instrument.place}))


def switch_place(place: str, on: bool) -> bool:
    """Switch a place's rules; tell whether that changed anything. An unknown place changes nothing."""
    if place not in known_places():
        return False
    if on:
        return PlaceRow.objects.get_or_create(place=place)[1]
    return PlaceRow.objects.filter(place=place).delete()[0] > 0
