"""Tokens, limits, and how trouble is answered."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.html import escape

from qingzhuang.model.organisation import Seat
from qingzhuang.model.problem import ProblemError
from qingzhuang.store import clock
from qingzhuang.store.models import Account, TokenRow
from qingzhuang.store.organisation.tokens import Order, Scope, make_token, token_of, tokens, withdraw_token
from qingzhuang.store.organisation.units import give_up_seat
from qingzhuang.web.api import door
from qingzhuang.web.api.problems import every_one
from tests.web.api.conftest import Program, Programs, secret_of
from tests.web.conftest import People

ME = "/api/v1/me"


def test_a_token_says_where_it_sits_and_nothing_of_its_holder(people: People, program: Programs) -> None:
    told = program(people.post).get(ME)
    assert told.json()["unit"]["name"] == "柳湾村"
    assert told.json()["role"] == "post"
    assert people.post.name not in told.content.decode()
    assert told["Cache-Control"] == "no-store"


def test_a_secret_is_kept_only_as_its_digest_and_the_day_of_its_use(people: People) -> None:
    secret = secret_of(people.post)
    assert secret.startswith("qz_")
    kept = " ".join(map(str, TokenRow.objects.values_list().get()))
    assert secret not in kept
    assert TokenRow.objects.get().used_on is None
    assert Program(secret).get(ME).status_code == 200
    assert TokenRow.objects.get().used_on == clock.today()


def _withdrawn(seat: Seat) -> None:
    withdraw_token(tokens("/", clock.today())[0].number, "/", clock.now())


def _seat_ended(seat: Seat) -> None:
    give_up_seat(seat.number, clock.today() - timedelta(days=1))


def _closed(seat: Seat) -> None:
    Account.objects.filter(pk=seat.holder).update(is_active=False)


def _expired(seat: Seat) -> None:
    TokenRow.objects.update(expires_on=clock.today() - timedelta(days=1))


@pytest.mark.parametrize("ends", [_withdrawn, _seat_ended, _closed, _expired])
def test_a_token_goes_when_it_is_withdrawn_or_runs_out_and_with_its_seat(
    ends: object, people: People
) -> None:
    browser = Program(secret_of(people.post))
    assert browser.get(ME).status_code == 200
    ends(people.post)  # type: ignore[operator]
    gone = browser.get(ME)
    assert gone.status_code == 401
    assert gone["WWW-Authenticate"] == "Bearer"
    assert tokens("/", clock.today()) == ()


def test_a_token_lasts_a_year_at_most_and_none_sits_in_an_administrator_s_seat(people: People) -> None:
    today = clock.today()
    for seat, days in ((people.post, 400), (people.post, -1), (people.admin, 30)):
        with pytest.raises(ProblemError):
            make_token(Order(seat, "编名", Scope.READ, today + timedelta(days=days)), None, clock.now())
    assert token_of("qz_" + "x" * 200, today) is None


def test_too_many_requests_in_a_minute_are_turned_away(
    people: People, program: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "MOST", 2)
    monkeypatch.setattr(door, "MOST_WRONG", 1)
    asks = program(people.post)
    assert [asks.get(ME).status_code for _ in range(3)] == [200, 200, 429]
    wrong = Program("qz_wrong")
    assert [wrong.get(ME).status_code for _ in range(4)] == [401, 429, 429, 429]
    assert program(people.post).get(ME).status_code == 200, "whoever has a token is let in all the same"


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("get", "/nowhere", None, 404, "QZ-A404"),
        ("patch", "/me", {}, 405, "QZ-A406"),
        ("put", "/submissions/1", "{", 400, "QZ-A400"),
        ("put", "/submissions/1", {"said": "maybe"}, 422, "QZ-A422"),
        ("put", "/submissions/1", {"said": "none", "reason": "长" * 1_000_000}, 413, "QZ-A413"),
    ],
)
def test_trouble_is_answered_coded_in_words_with_the_cure(
    method: str, path: str, body: object, status: int, code: str, people: People, program: Programs
) -> None:
    answer = program(people.post).say(method, path, body)
    told = answer.json()
    assert answer["Content-Type"] == "application/problem+json"
    assert (answer.status_code, told["status"], told["code"]) == (status, status, code)
    assert told["title"].endswith("。")
    assert told["detail"].endswith("。")
    assert told["type"] == f"/api/v1/#{code}"


def test_the_description_is_a_plain_page_without_any_script(db: None) -> None:
    """Everybody may read it; it names every problem, so that each answer's type leads somewhere."""
    answer = Client().get("/api/")
    page = answer.content.decode()
    assert "<script" not in page
    assert "script-src" not in answer["Content-Security-Policy"]
    for each in every_one():
        assert f'id="{each.code}"' in page
        assert escape(each.message) in page
    assert Client().get("/api/v1/openapi.json").json()["openapi"] == "3.1.0"


def test_what_does_not_fit_is_told_place_by_place_in_chinese(people: People, program: Programs) -> None:
    said = {"said": "maybe", "reason": "长" * 600, "more": 1}
    told = program(people.post).say("put", "/submissions/1", said).json()["errors"]
    assert {each["where"].rpartition(".")[2]: each["says"] for each in told} == {
        "said": "只能是 'open', 'handed', 'not_ours', 'reported'、'none'。",
        "reason": "太长了，最多 500 字。",
        "more": "没有这一项，请去掉。",
    }
    odd = program(people.post).get("/api/v1/submissions?limit=x&offset=-1").json()["errors"]
    assert [each["says"] for each in odd] == ["要写整数。", "最小是 0。"]
