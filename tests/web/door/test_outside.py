"""Whom the provider vouches for comes in, if an administrator bound them; nobody else, whatever comes back."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from qingzhuang.store.models import Account, SeatRow, TrailRow
from qingzhuang.web.door.openid import forget
from qingzhuang.web.door.provider import Provider
from tests.web.conftest import People
from tests.web.door.op import CLIENT, SECRET, Op

Answer = HttpResponse


def _over_there(browser: Client, wanted: str = "") -> str:
    """Go out by the button and return the address by which the provider sends the browser back."""
    query = f"?{urlencode({'next': wanted})}" if wanted else ""
    out = browser.get(f"/door/outside{query}")
    assert out.status_code == 302, out.content.decode()
    back = requests.get(out["Location"], allow_redirects=False, timeout=5).headers["Location"]
    assert back.startswith("http://testserver/door/outside/back?")
    return back.removeprefix("http://testserver")


def _sign_in(browser: Client, wanted: str = "") -> Answer:
    answer: Answer = browser.get(_over_there(browser, wanted))  # type: ignore[assignment]
    return answer


def _stays_out(browser: Client, answer: Answer, words: str, status: int = 403) -> None:
    page = answer.content.decode()
    assert answer.status_code == status, page
    assert words in page
    assert browser.get("/desk/").status_code == 302
    assert not TrailRow.objects.filter(act="signed_in").exists()


def test_the_button_leads_to_the_provider_and_back_to_the_first_room(bound: People, op: Op) -> None:
    browser = Client()
    page = browser.get("/door/in?next=/desk/%3Fx=1").content.decode()
    assert "用政务通登录" in page
    assert "/door/outside?next=%2Fdesk%2F%3Fx%3D1" in page
    assert _sign_in(browser)["Location"] == "/desk/"
    assert browser.get("/desk/").status_code == 200


def test_the_way_out_carries_state_nonce_and_a_challenge_that_are_new_each_time(
    bound: People, op: Op
) -> None:
    for _ in range(2):
        _over_there(Client())
    for name in ("state", "nonce", "code_challenge"):
        assert len({each[name] for each in op.asked}) == 2
        assert all(len(each[name]) >= 20 for each in op.asked)


def test_behind_another_server_the_provider_sends_people_to_the_address_of_that_one(
    bound: People, op: Op, settings: Settings
) -> None:
    settings.ADDRESS = "https://qz.example.gov.cn"
    out = Client().get("/door/outside")["Location"]
    assert parse_qs(urlsplit(out).query)["redirect_uri"] == ["https://qz.example.gov.cn/door/outside/back"]


def test_the_trail_names_the_provider_and_no_token_is_kept(bound: People, op: Op) -> None:
    browser = Client()
    _sign_in(browser)
    row = TrailRow.objects.get(act="signed_in")
    assert (row.actor, row.thing) == (bound.post.holder, "柳湾村 · 政务通")
    kept = str(dict(browser.session.items()))
    assert not any(each in kept for each in ("at-1", "eyJ", "verifier", "nonce"))


def test_one_goes_on_to_where_one_wanted_but_never_to_another_site(bound: People, op: Op) -> None:
    assert _sign_in(Client(), "/desk/?x=1")["Location"] == "/desk/?x=1"
    for evil in ("https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"):
        assert _sign_in(Client(), evil)["Location"] == "/desk/"


@pytest.mark.parametrize(
    "lies",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "another-client"},
        {"aud": ["another-client", "third"]},
        {"aud": [CLIENT, "another"], "azp": "another"},
        {"iss": "https://evil.example"},
        {"exp": 1_700_000_300, "iat": 1_700_000_000},
        {"exp": None},
        {"iat": 4_000_000_000},
        {"sub": None},
    ],
    ids=str,
)
def test_a_token_that_was_not_made_for_this_visit_lets_nobody_in(
    bound: People, op: Op, lies: dict[str, object]
) -> None:
    op.lies = lies
    browser = Client()
    _stays_out(browser, _sign_in(browser), "没有通过核对")


@pytest.mark.parametrize("alg", ["none", "HS256"])
def test_a_token_that_anybody_could_have_made_lets_nobody_in(bound: People, op: Op, alg: str) -> None:
    """The provider may say that it supports these: they are refused all the same."""
    op.alg = alg
    browser = Client()
    _stays_out(browser, _sign_in(browser), "没有通过核对")


def test_a_token_signed_by_another_key_lets_nobody_in(bound: People, op: Op) -> None:
    op.forged = True
    browser = Client()
    _stays_out(browser, _sign_in(browser), "没有通过核对")


def test_a_new_key_of_the_provider_is_learnt(bound: People, op: Op) -> None:
    _sign_in(Client())
    op.key = op.key.generate_key(2048, {"kid": "two", "use": "sig"})
    assert _sign_in(Client())["Location"] == "/desk/"


def test_what_another_browser_began_is_not_finished_here(bound: People, op: Op) -> None:
    """Else somebody could seat others at their own desk (login CSRF)."""
    back = _over_there(Client())
    victim = Client()
    _stays_out(victim, victim.get(back), "没有接上")  # type: ignore[arg-type]
    begun = Client()
    other = _over_there(begun).replace("state=", "state=x")
    _stays_out(begun, begun.get(other), "没有接上")  # type: ignore[arg-type]


def test_the_way_back_works_once(bound: People, op: Op) -> None:
    browser = Client()
    back = _over_there(browser)
    browser.get(back)
    assert browser.get(back).status_code == 403


def test_a_code_of_another_visit_does_not_fit(bound: People, op: Op) -> None:
    """PKCE: the code was given for another browser's challenge."""
    stolen = parse_qs(urlsplit(_over_there(Client())).query)["code"][0]
    browser = Client()
    state = parse_qs(urlsplit(_over_there(browser)).query)["state"][0]
    answer = browser.get("/door/outside/back", {"code": stolen, "state": state})
    _stays_out(browser, answer, "没有通过核对")  # type: ignore[arg-type]


def test_who_says_no_over_there_is_told_so(bound: People, op: Op) -> None:
    browser = Client()
    state = parse_qs(urlsplit(_over_there(browser)).query)["state"][0]
    answer = browser.get("/door/outside/back", {"error": "access_denied", "state": state})
    _stays_out(browser, answer, "没有同意")  # type: ignore[arg-type]


def test_who_is_not_bound_gets_no_account_but_the_words_for_the_administrator(bound: People, op: Op) -> None:
    op.person = {"sub": "<b>u-2002</b>"}
    before = Account.objects.count()
    browser = Client()
    answer = _sign_in(browser)
    _stays_out(browser, answer, "请把下面这一串发给本单位的管理员")
    assert "&lt;b&gt;u-2002&lt;/b&gt;" in answer.content.decode()
    assert Account.objects.count() == before


def test_the_same_name_at_another_provider_is_another_person(
    bound: People, op: Op, settings: Settings
) -> None:
    from qingzhuang.store.organisation.identities import Identity, bind, unbind

    unbind(Identity(op.issuer, "u-1001"))
    bind("post", Identity("https://elsewhere.example", "u-1001"))
    browser = Client()
    _stays_out(browser, _sign_in(browser), "请把下面这一串发给本单位的管理员")


def test_a_closed_account_and_one_without_a_seat_stay_outside(bound: People, op: Op) -> None:
    Account.objects.filter(username="post").update(is_active=False)
    browser = Client()
    _stays_out(browser, _sign_in(browser), "停用了，或者眼下没有岗位")
    Account.objects.filter(username="post").update(is_active=True)
    SeatRow.objects.filter(pk=bound.post.number).delete()
    _stays_out(browser, _sign_in(browser), "停用了，或者眼下没有岗位")


def test_lock_out_holds_for_every_way_in_and_is_said_in_words(
    bound: People, op: Op, settings: Settings
) -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        Client().post("/door/in", {"username": "post", "password": "错"})
    browser = Client()
    _stays_out(browser, _sign_in(browser), "请等 15 分钟再试", status=429)


def test_an_unknown_name_that_keeps_knocking_has_to_wait(bound: People, op: Op, settings: Settings) -> None:
    op.person = {"sub": "u-3003"}
    for _ in range(settings.AXES_FAILURE_LIMIT):
        browser = Client()
        answer = _sign_in(browser)
    _stays_out(browser, answer, "请等 15 分钟再试", status=429)


@pytest.mark.parametrize("broken", ["/.well-known/openid-configuration", "/token", "/jwks"])
def test_a_provider_that_fails_ends_in_words(bound: People, op: Op, broken: str) -> None:
    op.broken = broken
    browser = Client()
    out = browser.get("/door/outside")
    answer = out if out.status_code != 302 else _sign_in(browser)
    assert answer.status_code in (403, 503)
    assert "政务通" in answer.content.decode()


def test_a_provider_that_is_gone_ends_in_words_and_the_password_still_works(
    people: People, settings: Settings
) -> None:
    settings.OIDC = Provider("http://127.0.0.1:9", CLIENT, SECRET, name="政务通")
    answer = Client().get("/door/outside")
    assert answer.status_code == 503
    assert "政务通这会儿连不上" in answer.content.decode()
    assert "口令" in answer.content.decode()


def test_a_provider_that_is_gone_is_left_alone_for_a_moment(bound: People, op: Op) -> None:
    """Each try may take seconds: not everybody who presses the button waits for it."""
    op.broken = "/.well-known/openid-configuration"
    assert Client().get("/door/outside").status_code == 503
    op.broken = ""
    assert Client().get("/door/outside").status_code == 503
    forget()
    assert _sign_in(Client())["Location"] == "/desk/"


@pytest.mark.parametrize(
    "described",
    [
        {"issuer": "https://evil.example"},
        {"token_endpoint": "http://evil.example/token"},
        {"authorization_endpoint": None},
        {"id_token_signing_alg_values_supported": ["none"]},
        {"jwks_uri": 7},
        {"client_id": "x", "scope": 3, "name": []},
    ],
    ids=str,
)
def test_a_description_that_does_not_hold_sends_nobody_anywhere(
    people: People, op: Op, described: dict[str, object]
) -> None:
    """Its own issuer, all addresses safe, at least one signature that proves something; what is not known is left aside."""
    op.described = described
    answer = Client().get("/door/outside")
    if "client_id" in described:
        assert answer["Location"].startswith(f"{op.issuer}/authorize?")
    else:
        assert answer.status_code == 403
        assert "没有通过核对" in answer.content.decode()


def test_a_client_that_may_only_post_its_secret_does(bound: People, op: Op) -> None:
    op.described = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    assert _sign_in(Client())["Location"] == "/desk/"
