"""Pages are light: packed for the way where that tells nobody anything, and never more than 150 KB at first sight."""

import re
from collections.abc import Callable

import pytest
from django.http.response import HttpResponseBase
from django.test import Client

from qingzhuang.model.organisation import Seat, UnitKind
from qingzhuang.store.models import UnitRow
from qingzhuang.store.organisation.units import add_unit
from tests.web.conftest import People

As = Callable[[Seat | None], Client]
MOST = 150_000
PACKED = {"Accept-Encoding": "gzip"}
FIRST = {
    "post": ("/desk/", "/ledger/", "/review/"),
    "issuer": ("/gate/",),
    "overseer": ("/board/", "/gate/waiting"),
    "admin": ("/admin/", "/admin/accounts", "/admin/programs"),
    "": ("/", "/door/in", "/rules/"),
}


def sent(answer: HttpResponseBase) -> bytes:
    assert answer.status_code == 200
    return b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]


def _thousand_villages() -> None:
    town = add_unit("大镇", UnitKind.TOWNSHIP)
    rows = [
        UnitRow(name=f"示例{at:04}村", kind=UnitKind.VILLAGE.value, parent_id=town.number, path="", order=at)
        for at in range(1_000)
    ]
    made = UnitRow.objects.bulk_create(rows)
    for row in made:
        row.path = f"{town.path}{row.pk}/"
    UnitRow.objects.bulk_update(made, ["path"], batch_size=500)


@pytest.mark.parametrize(("who", "address"), [(who, each) for who, rooms in FIRST.items() for each in rooms])
def test_the_first_look_at_a_room_is_150_kilobytes_at_most_in_a_county_of_a_thousand_villages(
    people: People, as_: As, who: str, address: str
) -> None:
    _thousand_villages()
    client = as_(people.all()[who] if who else None)
    plain = sent(client.get(address)).decode()
    linked = set(re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js|svg))"', plain))
    assert linked
    weight = len(sent(client.get(address, headers=PACKED)))
    weight += sum(len(sent(client.get(each, headers=PACKED))) for each in linked)
    assert weight <= MOST


def test_styles_and_pages_are_packed(people: People, as_: As) -> None:
    client = as_(people.post)
    for address in ("/static/qz/parts.css", "/desk/"):
        answer = client.get(address, headers=PACKED)
        assert answer["Content-Encoding"] == "gzip"
        assert len(sent(answer)) < len(sent(client.get(address))) * 0.65


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/ledger/?q=田", {}),
        ("/desk/", {"Sec-Fetch-Site": "cross-site"}),
        ("/desk/", {"Sec-Fetch-Site": "same-site"}),
        ("/desk/list.xlsx", {}),
    ],
)
def test_what_another_site_asked_for_or_an_address_says_is_never_packed_with_anybodys_data(
    people: People, as_: As, address: str, said: dict[str, str]
) -> None:
    answer = as_(people.post).get(address, headers=PACKED | said)
    assert answer.status_code == 200
    assert "Content-Encoding" not in answer
