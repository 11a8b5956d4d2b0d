"""A source that changed becomes a dated snapshot; one that did not is left alone."""

import hashlib
import json
import os
import shutil
import time
from dataclasses import replace

import pytest

from briefbook.cli import main
from briefbook.errors import Unreadable, Unwritable
from briefbook.refresh.clean import to_text
from briefbook.refresh.errors import Unfetched
from briefbook.refresh.fetch import Fetched, FetchPolicy, Validators, fetch
from briefbook.refresh.report import Outcome
from briefbook.refresh.source import fetch_source
from tests.killing import assert_old_or_new, files_of, outcomes
from tests.refresh.faults import PATH, SOURCE
from tests.refresh.server import Reply
from tests.seeds import edit, problems_of

TEXT = SOURCE.decode()
NEW = TEXT.replace("Since 2006 Ostmark", "It is said that since 2006 Ostmark")
LONGER = TEXT + "\nA new bridge is planned.\n"


def test_a_changed_source_becomes_a_dated_snapshot_with_its_hash(refreshing):
    refreshing.sends(LONGER)
    report = refreshing()
    assert report.exit_code == 0
    assert report.sources[0].outcome is Outcome.CHANGED
    files = refreshing.files()
    assert files["source-2026-11-24.txt"] == LONGER.encode()
    assert files["source.txt"] == SOURCE
    assert "    file: source-2026-11-24.txt\n" in refreshing.model()
    assert f"    sha256: {hashlib.sha256(LONGER.encode()).hexdigest()}\n" in refreshing.model()
    assert "\n    accessed: 2026-11-24\n" in refreshing.model()


def test_the_refreshed_seed_passes_its_check(refreshing):
    refreshing.sends(LONGER)
    refreshing()
    assert not [p for p in problems_of(refreshing.seed) if p.severity == "error"]


def test_nothing_of_the_model_changes_but_three_lines(refreshing):
    before = refreshing.model().splitlines()
    refreshing.sends(LONGER)
    refreshing()
    after = refreshing.model().splitlines()
    assert len(set(before) - set(after)) == 2  # file, sha256
    assert len(set(after) - set(before)) == 3  # and accessed


def test_a_source_that_did_not_change_is_not_touched_and_asked_for_with_its_validators(refreshing):
    refreshing.sends(SOURCE, ETag='"a1"', Last_Modified="Mon, 02 Nov 2026 09:00:00 GMT")
    refreshing()
    before = refreshing.files()
    refreshing.server.tell(PATH, Reply(304))
    refreshing.server.asked.clear()
    report = refreshing()
    [headers] = refreshing.server.asked[PATH]
    assert headers["if-none-match"] == '"a1"'
    assert headers["if-modified-since"] == "Mon, 02 Nov 2026 09:00:00 GMT"
    assert report.sources[0].outcome is Outcome.UNCHANGED
    assert report.files == ()
    assert refreshing.files() == before


def test_the_validators_of_a_text_that_is_no_longer_there_are_not_sent(refreshing):
    """Who puts the old snapshot back must not be told that it is still the newest."""
    refreshing.sends(LONGER, ETag='"a2"')
    before = refreshing.model()
    refreshing()
    (refreshing.seed / "briefing.yaml").write_text(before, encoding="utf-8")
    refreshing.server.asked.clear()
    refreshing()
    assert "if-none-match" not in refreshing.server.asked[PATH][0]


def test_what_is_remembered_holds_addresses_validators_and_no_more(refreshing):
    refreshing.sends(SOURCE, ETag='"a1"')
    refreshing()
    [(url, entry)] = json.loads(refreshing.files()["fetched.json"]).items()
    assert url == refreshing.server.url(PATH)
    assert set(entry) == {"etag", "last_modified", "used"}


def test_a_damaged_memory_is_told_with_what_to_do(refreshing):
    (refreshing.seed / "fetched.json").write_text("[]")
    with pytest.raises(Unreadable) as caught:
        refreshing()
    assert "delete it" in caught.value.hint


def test_a_second_change_on_the_same_day_writes_over_nothing(refreshing):
    refreshing.sends(LONGER)
    refreshing()
    refreshing.sends(LONGER + "And a tunnel.\n")
    refreshing()
    files = refreshing.files()
    assert files["source-2026-11-24.txt"] == LONGER.encode()
    assert files["source-2026-11-24b.txt"].endswith(b"And a tunnel.\n")
    assert "file: source-2026-11-24b.txt" in refreshing.model()


def test_the_next_snapshot_is_named_after_the_source_and_its_own_date(refreshing):
    import datetime

    refreshing.sends(LONGER)
    refreshing()
    refreshing.sends(LONGER + "And a tunnel.\n")
    refreshing(today=datetime.date(2027, 1, 2))
    assert "file: source-2027-01-02.txt" in refreshing.model()
    assert "accessed: 2027-01-02" in refreshing.model()


def test_a_dry_run_says_the_same_and_writes_nothing(refreshing):
    refreshing.sends(LONGER)
    before = refreshing.files()
    report = refreshing(is_dry=True)
    assert report.sources[0].outcome is Outcome.CHANGED
    assert [path.name for path in report.files] == ["source-2026-11-24.txt", "briefing.yaml"]
    assert refreshing.files() == before


def test_an_edit_made_while_a_server_is_asked_is_kept(refreshing, monkeypatch):
    refreshing.sends(LONGER)

    def edited_meanwhile(*arguments):
        answer = fetch(*arguments)
        edit(refreshing.seed, "An example about two", "An edit about two")
        return answer

    monkeypatch.setattr("briefbook.refresh.run.fetch", edited_meanwhile)
    with pytest.raises(Unwritable, match=r"left as it is; the proposed text is in briefing\.prop"):
        refreshing()
    assert "An edit about two" in refreshing.model()
    assert "source-2026-11-24" not in refreshing.model()
    proposed = refreshing.files()["briefing.proposed.yaml"].decode()
    assert "file: source-2026-11-24.txt" in proposed
    assert "source-2026-11-24.txt" in refreshing.files()
    assert not [p for p in problems_of(refreshing.seed) if p.severity == "error"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
@pytest.mark.filterwarnings("ignore:This process.*fork:DeprecationWarning")
def test_a_refresh_killed_at_any_step_leaves_the_seed_as_it_was_or_refreshed(refreshing, tmp_path):
    refreshing.sends(LONGER)
    start = tmp_path / "start"
    shutil.copytree(refreshing.seed, start)
    found = outcomes(start, refreshing, refreshing.seed)
    assert_old_or_new(start, found, steps=2)
    assert set(found[-1]) - set(files_of(start)) == {"source-2026-11-24.txt"}


def test_one_source_that_fails_keeps_no_other_from_being_refreshed(refreshing):
    url = refreshing.server.tell("/gone.txt", Reply(404))
    edit(
        refreshing.seed,
        "sources:\n",
        f"sources:\n  gone: {{file: source.txt, title: Gone, publisher: Nobody, url: {url}, sha256: "
        f"{hashlib.sha256(SOURCE).hexdigest()}, redistribute: yes, quality: None}}\n",
    )
    refreshing.sends(LONGER)
    report = refreshing()
    assert [source.outcome for source in report.sources] == [Outcome.FAILED, Outcome.CHANGED]
    assert "source-2026-11-24.txt" in refreshing.files()


def test_an_address_of_two_sources_is_asked_once(refreshing):
    edit(
        refreshing.seed,
        "sources:\n",
        f"sources:\n  twin: {{file: source.txt, title: Twin, publisher: Nobody, "
        f"url: {refreshing.server.url(PATH)}, sha256: {hashlib.sha256(SOURCE).hexdigest()}, "
        "redistribute: yes, quality: None}\n",
    )
    refreshing.sends(LONGER, ETag='"b"')
    report = refreshing()
    assert len(refreshing.server.asked[PATH]) == 1
    assert [source.outcome for source in report.sources] == [Outcome.CHANGED] * 2
    assert refreshing.model().count("file: source-2026-11-24.txt") == 2
    assert ", accessed: 2026-11-24," in refreshing.model()
    refreshing()
    assert refreshing.server.asked[PATH][1]["if-none-match"] == '"b"'


def test_an_address_that_moved_for_good_is_told(refreshing):
    refreshing.server.tell(PATH, Reply(301, headers={"Location": "/new.txt"}))
    refreshing.server.tell("/new.txt", Reply(body=SOURCE, headers={"Content-Type": "text/plain"}))
    [source] = refreshing().sources
    assert source.message == f"moved for good to {refreshing.server.url('/new.txt')}"


def test_a_byte_order_mark_and_line_ends_of_the_model_are_kept(refreshing):
    path = refreshing.seed / "briefing.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    refreshing.sends(LONGER)
    refreshing()
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b"\r\n    accessed: 2026-11-24\r\n" in data


def test_a_text_in_the_encoding_that_the_server_names_is_read_so():
    answer = Fetched(
        "Embassy of Côte d’Ivoire".encode("cp1252"), "text/plain", "windows-1252", Validators()
    )
    assert to_text(answer, "a.txt") == "Embassy of Côte d’Ivoire"


def test_markup_is_never_kept_as_if_it_were_the_words_of_the_source():
    """Either a reader takes the markup away, or the page is refused."""
    page = b"<!DOCTYPE html><html><body><p>The embassy opened in 1996.</p></body></html>"
    try:
        text = to_text(Fetched(page, "text/html", "utf-8", Validators()), "page.txt")
    except Unfetched as error:
        text = error.message
    assert text.strip() in ("The embassy opened in 1996.", "there is no reader for text/html yet")


def test_reading_ends_when_the_time_for_fetching_ends(monkeypatch):
    def endless(_text: str, _place: str) -> None:
        while True:
            time.sleep(1)

    monkeypatch.setattr("briefbook.sources.formats._reader", lambda _: endless)
    answer = Fetched(b"<html><body>A page.</body></html>", "text/html", "", Validators())
    with pytest.raises(Unfetched, match="takes more than"):
        to_text(replace(answer, seconds_left=0.2), "page.txt")


# ── The command ──────────────────────────────────────────────────────────────────────────────────


def test_the_command_reports_on_the_terminal_and_names_what_it_wrote(
    refreshing, capsys, monkeypatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    refreshing.sends(LONGER)
    assert main(["refresh", str(refreshing.seed), "--allow-private"]) == 0
    out = capsys.readouterr().out
    assert "history: changed, now source-2026-11-24.txt; quotes: 9 same\n" in out
    assert f"wrote {refreshing.seed}/briefing.yaml" in out


def test_the_command_refuses_this_machine_unless_it_is_allowed(refreshing, capsys):
    assert main(["refresh", str(refreshing.seed)]) == 3
    assert "--allow-private" in capsys.readouterr().err


def test_the_command_gives_data(refreshing, capsys):
    refreshing.sends(NEW)
    arguments = [
        "refresh",
        str(refreshing.seed),
        "--allow-private",
        "--dry-run",
        "--format",
        "json",
    ]
    code = main(arguments)
    data = json.loads(capsys.readouterr().out)
    assert data["exit_code"] == code
    assert data["is_dry"] is True
    assert data["sources"][0]["outcome"] == "changed"


def test_the_command_gives_the_body_of_a_pull_request(refreshing, capsys):
    refreshing.sends(TEXT.replace("14 million", "41 million"))
    assert main(["refresh", str(refreshing.seed), "--allow-private", "--format", "markdown"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("### Sources\n\n- history: changed")
    assert "### To look at" in out
    assert "14 → 41" in out


def test_an_address_is_a_source_of_a_draft_and_keeps_its_address(refreshing):
    page = "<html><head><title>Quay</title></head><body><p>The second quay was opened on 4 March 2015.</p></body></html>"
    refreshing.sends(page, Content_Type="text/html; charset=utf-8")
    url = refreshing.server.url(PATH)
    read = fetch_source(url, FetchPolicy(allow_private=True))
    assert read.format == "html"
    assert "The second quay was opened" in read.document.text
    assert read.about.address == url


def test_an_address_that_answers_with_no_document_is_refused_with_the_address(refreshing):
    refreshing.sends(b"\x89PNG\r\n\x1a\n" + bytes(99), Content_Type="image/png")
    url = refreshing.server.url(PATH)
    with pytest.raises(Unreadable, match="not a document") as raised:
        fetch_source(url, FetchPolicy(allow_private=True))
    assert str(raised.value.place).startswith(url)
