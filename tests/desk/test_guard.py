"""Nobody reads or writes a briefing through the desk but the page that its own address opened."""

import re

import pytest

from briefbook.desk.guard import Guard
from tests.desk.desks import PORT


def test_the_first_address_lets_a_browser_in_and_takes_the_token_out_of_sight(desk):
    answer = desk.stranger().get(desk.guard.address, follow_redirects=False)
    assert answer.status_code == 303
    assert desk.guard.token not in answer.headers["location"]
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert f"Path={desk.guard.base}" in cookie
    assert desk.get().status_code == 200


@pytest.mark.parametrize("address", ["/", "/?token=", "/?token=wrong", "/?token=%C3%A9"])
def test_without_the_token_nobody_gets_in(desk, address):
    answer = desk.stranger().get(address)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", ["", "view", "version", "picture/paper/0", "desk.js", "nothing"])
def test_without_the_cookie_nothing_is_shown(desk, path):
    answer = desk.stranger().get(desk.guard.base + path)
    assert answer.status_code == 403
    assert "Verania" not in answer.text


def test_a_wrong_cookie_is_no_cookie(desk):
    stranger = desk.stranger()
    for wrong in ("briefbook-desk=x", "briefbook-desk=", "briefbook-desk=é", "=;=", "a" * 5000):
        answer = stranger.get(desk.guard.base, headers={"Cookie": wrong.encode()})
        assert answer.status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1:{PORT + 1}", ""]
)
def test_another_host_is_refused_even_with_the_cookie(desk, host):
    answer = desk.get(Host=host)
    assert answer.status_code == 421
    assert "Verania" not in answer.text


@pytest.mark.parametrize("origin", ["null", "http://evil.example", f"http://127.0.0.1:{PORT + 1}"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_another_origin_is_refused_even_with_the_cookie(desk, origin, method):
    before = desk.text
    answer = desk.browser.request(
        method,
        desk.guard.base + ("drop" if method == "POST" else ""),
        data={"id": "trains"} if method == "POST" else None,
        headers={"Origin": origin},
    )
    assert answer.status_code == 403
    assert desk.text == before


def test_a_change_without_an_origin_is_refused(desk):
    before = desk.text
    answer = desk.browser.post(desk.guard.base + "drop", data={"id": "trains"})
    assert answer.status_code == 403
    assert desk.text == before


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_page_asks_for_is_refused_also_from_another_port(desk, site):
    assert desk.get(**{"Sec-Fetch-Site": site}).status_code == 403
    assert desk.get(**{"Sec-Fetch-Site": "same-origin"}).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_another_method_is_refused(desk, method):
    answer = desk.browser.request(method, desk.guard.base)
    assert answer.status_code == 405
    assert "access-control-allow-origin" not in answer.headers


def test_nothing_is_changed_by_looking(desk):
    before = desk.text
    for action in ("drop", "undo", "words", "state"):
        assert desk.get(f"{action}?id=trains&was={desk.mark('trains')}").status_code == 405
    assert desk.text == before


def test_only_forms_of_the_page_are_read(desk):
    before = desk.text
    answer = desk.browser.post(
        desk.guard.base + "drop",
        content=b'{"id": "trains"}',
        headers={"Origin": desk.guard.origin, "Content-Type": "text/plain"},
    )
    assert answer.status_code == 422
    too_much = desk.post("words", id="trains", was=desk.mark("trains"), text="a" * 300_000)
    assert too_much.status_code == 422
    assert desk.text == before


def test_every_answer_forbids_requests_to_the_outside_and_frames(desk):
    answers = [desk.get(), desk.get("view"), desk.get("desk.js"), desk.get(Host="evil.example")]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["referrer-policy"] == "same-origin"


def test_the_page_names_no_address_outside(desk):
    for path in ("?s=bridge", "view?s=bridge", "desk.js", "desk.css"):
        text = re.sub(r"https?://(www\.w3\.org|127\.0\.0\.1)[^\s\"]*", "", desk.get(path).text)
        assert "//" not in re.sub(r"^\s*//.*|\s//\s.*", "", text, flags=re.MULTILINE), path


def test_what_a_briefing_says_is_never_markup(desk):
    words = "<script>alert(1)</script> & “x”"
    desk.post("words", id="trains", was=desk.mark("trains"), text=words)
    page = desk.get("?s=trains").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; “x”" in page


def test_every_run_has_secrets_of_its_own():
    one, other = Guard(PORT), Guard(PORT)
    assert one.token != other.token
    assert one.cookie != other.cookie
    assert one.base != other.base
    assert len(one.token) > 40
