"""Whatever a server does, the seed stays whole and the report says what happened."""

import re
import socket

import pytest

from briefbook.errors import WrongUse
from briefbook.refresh.address import Address, is_public, parse_address, resolve
from briefbook.refresh.errors import Unfetched
from briefbook.refresh.fetch import FetchPolicy, _asked_wait
from briefbook.version import __version__
from tests.refresh.faults import FAULTS, GOOD, PATH, Fault, fault_table
from tests.refresh.server import Reply
from tests.tools import ROOT


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.server)
def test_each_fault_ends_as_the_table_says(refreshing, fault: Fault, monkeypatch):
    server = refreshing.server
    replies = [_ported(reply, server.server_port) for reply in fault.replies]
    server.tell(PATH, *replies)
    server.tell(PATH + "?2", GOOD)
    if not fault.is_trusted:
        monkeypatch.delenv("SSL_CERT_FILE")
    before = refreshing.files()

    report = refreshing(allow_private=fault.is_private_allowed, seconds=fault.seconds)

    [source] = report.sources
    assert fault.message in source.message
    assert report.exit_code == fault.code
    assert len(server.asked[PATH]) == fault.asked
    assert tuple(refreshing.waits) == fault.waited
    assert refreshing.files() == before


def _ported(reply: Reply, port: int) -> Reply:
    headers = {name: value.replace("{port}", str(port)) for name, value in reply.headers.items()}
    return Reply(**{**vars(reply), "headers": headers})


def test_the_table_of_the_documentation_is_these_cases():
    text = (ROOT / "docs" / "refresh.md").read_text(encoding="utf-8")
    assert fault_table() in text, "renew it: python -m tests.refresh.faults"


def test_the_statuses_of_the_documentation_are_all_that_there_are():
    from briefbook.refresh.anchors import Status

    text = (ROOT / "docs" / "refresh.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `([a-z]+(?:-[a-z]+)?)` \|", text, re.MULTILINE)
    assert named == [status.value for status in Status]


def test_a_failed_source_is_a_problem_at_its_address_and_its_quotes_are_still_looked_for(
    refreshing,
):
    refreshing.server.tell(PATH, Reply(404))
    report = refreshing()
    [problem] = report.problems
    line = refreshing.model().splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :].startswith("https://localhost")
    assert problem.rule == "not-fetched"
    assert "the snapshot is kept" in problem.hint
    assert {q.found.status for q in report.sources[0].quotes} == {"same"}


def test_a_server_is_told_who_asks_and_asked_for_one_page_at_a_time(refreshing):
    refreshing()
    [headers] = refreshing.server.asked[PATH]
    assert headers["user-agent"] == f"briefbook/{__version__}"
    assert headers["accept-encoding"] == "gzip"
    assert "if-none-match" not in headers


def test_a_contact_is_told_with_the_name():
    manners = FetchPolicy(contact="mailto:desk@example.org")
    assert manners.user_agent() == f"briefbook/{__version__} (+mailto:desk@example.org)"


def test_a_contact_that_would_break_the_header_is_refused():
    with pytest.raises(WrongUse, match="--contact"):
        FetchPolicy(contact="me\r\nX-Evil: 1").user_agent()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://example.org/a", "is not https"),
        ("file:///etc/passwd", "is not https"),
        ("https://user:secret@example.org/", "holds a user name"),
        ("https:///path", "names no host"),
        ("https://example.org/a b", "spaces or control characters"),
        ("https://example.org/a\r\nHost: evil", "spaces or control characters"),
        ("https://example.org:99999/", "is not an address"),
    ],
)
def test_an_address_that_is_not_plain_https_is_refused(url, said):
    with pytest.raises(Unfetched, match=said):
        parse_address(url)


def test_a_secret_in_an_address_is_not_repeated():
    with pytest.raises(Unfetched) as caught:
        parse_address("https://user:secret@example.org/")
    assert "secret" not in str(caught.value)


def test_letters_beyond_ascii_are_sent_as_the_web_does():
    address = parse_address("https://bücher.example/straße?q=ä#part")
    assert address == Address("xn--bcher-kva.example", 443, "/stra%C3%9Fe?q=%C3%A4")


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1",
        "fec0::1", "ff02::1", "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1",
    ],
)  # fmt: skip
def test_private_addresses_are_told_in_every_disguise(number):
    assert not is_public(number)


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_public_addresses_may_be_asked(number):
    assert is_public(number)


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch):
    found = [(2, 1, 6, "", ("93.184.215.14", 443)), (2, 1, 6, "", ("10.0.0.1", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(Unfetched, match=r"example.org is 10.0.0.1"):
        resolve(Address("example.org", 443, "/"), allow_private=False)


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [("7", 7), ("", 0), ("soon", 0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0)],
)
def test_a_server_may_ask_to_wait_by_number_or_by_date(retry_after, seconds):
    assert _asked_wait(retry_after) == seconds
