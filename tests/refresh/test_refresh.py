"""What is fetched again becomes a snapshot, every quote is looked for, the model is spliced."""

import difflib
import os
import subprocess

import pytest

from briefbook.checks import check
from briefbook.evidence.resolve import resolve
from briefbook.model.reader import read_briefing
from briefbook.refresh.formatters import as_json, as_markdown, as_text
from briefbook.refresh.report import Outcome
from tests.refresh.faults import PATH, SOURCE
from tests.refresh.server import Reply
from tests.seeds import edit
from tests.tools import ROOT

pytestmark = pytest.mark.slow

TEXT_OF_SOURCE = SOURCE.decode()


def changed_lines(before, after):
    """The lines of the model that are not as they were."""
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def statuses(report):
    return {quote.text: quote.found.status.value for quote in report.sources[0].quotes}


def test_the_same_text_leaves_the_seed_untouched(refreshing):
    before = refreshing.files()
    report = refreshing()
    assert report.sources[0].outcome is Outcome.UNCHANGED
    assert report.exit_code == 0
    assert refreshing.files() == before


def test_a_new_text_becomes_a_dated_snapshot_and_only_its_record_changes(refreshing):
    before = refreshing.files()
    refreshing.sends(TEXT_OF_SOURCE + "\nA second embassy is planned.\n")
    report = refreshing()
    after = refreshing.files()
    assert report.exit_code == 0
    assert set(after) - set(before) == {"source-2026-11-24.txt"}
    assert after["source.txt"] == before["source.txt"]
    changed = changed_lines(before["briefing.yaml"].decode(), refreshing.model())
    fields = [line[1:].strip().split(":")[0] for line in changed]
    assert sorted(fields) == ["accessed", "file", "file", "sha256", "sha256"]
    assert [
        p for p in check(resolve(read_briefing(refreshing.seed))) if p.severity == "error"
    ] == []


def test_what_was_kept_is_asked_for_only_if_it_is_newer(refreshing):
    refreshing.sends(TEXT_OF_SOURCE + "\nMore.\n", ETag='"two"')
    refreshing()
    after = refreshing.files()
    refreshing.server.asked.clear()
    refreshing.server.tell(PATH, Reply(304))
    report = refreshing()
    [asked] = refreshing.server.asked[PATH]
    assert asked["if-none-match"] == '"two"'
    assert report.sources[0].outcome is Outcome.UNCHANGED
    assert refreshing.files() == after


def test_another_fact_is_a_problem_with_the_nearest_text_beside_it(refreshing):
    refreshing.sends(TEXT_OF_SOURCE.replace("About 40 trains", "About 55 trains"))
    report = refreshing(moved=True, edited=True)
    assert report.exit_code == 1
    [problem] = report.problems
    assert "40 → 55" in f"{problem.message} {problem.hint}"
    assert "About 55 trains cross it daily" in f"{problem.message} {problem.hint}"
    line = refreshing.model().splitlines()[problem.place.line - 1]
    assert "About 40 trains cross it daily." in line
    errors = [p for p in check(resolve(read_briefing(refreshing.seed))) if p.severity == "error"]
    assert any(p.place.line == problem.place.line for p in errors)


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        ("Critics call it timid.", "Critics call it timid. And so on.", "same"),
        ("Critics call it timid.", "It was cold.\n\nCritics call it timid.", "moved"),
        ("Critics call it timid.", "Critics say that it is timid.", "edited"),
        ("Critics call it timid.", "", "lost"),
        ("Critics call it timid.", "Critics call it timid. Critics call it timid.", "ambiguous"),
        ("$2.5 million", "$3.5 million", "facts-changed"),
        ("clinics in 2013", "clinics in 2014", "facts-changed"),
    ],
)
def test_what_became_of_a_quote_is_told(refreshing, old, new, status):
    refreshing.sends(TEXT_OF_SOURCE.replace(old, new) + "\nThe end.\n")
    found = statuses(refreshing())
    [quote] = [quote for quote in found if old in quote]
    assert found[quote] == status


def test_updating_anchors_rewrites_only_the_quotes_that_have_other_breaks(refreshing):
    refreshing.sends(
        TEXT_OF_SOURCE.replace("cross-border trade", "cross‑border\u00a0trade") + "\nX.\n"
    )
    report = refreshing(moved=True)
    assert report.exit_code == 0
    before = refreshing.model()
    assert [
        p for p in check(resolve(read_briefing(refreshing.seed))) if p.severity == "error"
    ] == []
    assert "# The model of this briefing" in before  # comments stay


def test_a_dry_run_reports_the_same_and_writes_nothing(refreshing):
    refreshing.sends(TEXT_OF_SOURCE.replace("About 40 trains", "About 55 trains"))
    before = refreshing.files()
    dry = refreshing(is_dry=True)
    assert refreshing.files() == before
    assert dry.exit_code == refreshing().exit_code == 1


# ── Figures ──────────────────────────────────────────────────────────────────────────────────────

FIGURES = "/grants.csv"


@pytest.fixture
def feeding(refreshing):
    feed = f"feed: {{url: {refreshing.server.url(FIGURES)}}}"
    edit(refreshing.seed, "edition: invented figures}", f"edition: invented figures, {feed}}}")
    refreshing.csv = (refreshing.seed / "grants.csv").read_text(encoding="utf-8")
    return refreshing


def sends_figures(feeding, text):
    feeding.server.tell(FIGURES, Reply(body=text.encode(), headers={"Content-Type": "text/csv"}))


def test_the_same_figures_leave_the_seed_untouched(feeding):
    sends_figures(feeding, feeding.csv)
    before = feeding.files()
    report = feeding()
    assert report.series[0].outcome is Outcome.UNCHANGED
    assert feeding.files() == before


def test_a_revised_year_is_told_with_both_values_and_a_new_one_is_appended(feeding):
    year, old = feeding.csv.splitlines()[3].split(",")[:2]
    new = str(int(old) + 250_000)
    sends_figures(feeding, feeding.csv.replace(f"{year},{old}", f"{year},{new}") + "2015,3100000\n")
    report = feeding()
    [series] = report.series
    [revised], [added] = series.laid.revised, series.laid.added
    assert (str(revised.year), revised.old, revised.new) == (year, old, new)
    assert (added.year, added.new) == (2015, "3100000")
    assert series.old_edition == "invented figures"
    assert series.new_edition == "fetched 24 November 2026"
    for told in (as_text(report), as_markdown(report), as_json(report)):
        assert "invented figures" in told
        assert "fetched 24 November 2026" in told
    briefing = read_briefing(feeding.seed)
    assert briefing.series[0].by_year[2015] == 3_100_000
    assert (feeding.seed / "grants.csv").read_text(encoding="utf-8") == feeding.csv


# ── The whole run, as CI does it ─────────────────────────────────────────────────────────────────


@pytest.fixture
def make(refreshing, tmp_path):
    """`make` in a folder that has the project's tasks, its environment, and a seed."""
    here = tmp_path / "project"
    here.mkdir()
    for name in ("Makefile", ".venv", "requirements.lock", "pyproject.toml", "report", "figures"):
        (here / name).symlink_to(ROOT / name)

    def make(task):
        return subprocess.run(
            ["make", "--no-print-directory", task, f"SEED={refreshing.seed}",
             "REFRESH=--update-anchors --allow-private"],
            cwd=here, capture_output=True, text=True, check=False, timeout=300,
            env={**os.environ, "SOURCE_DATE_EPOCH": ""},
        )  # fmt: skip

    if not (ROOT / ".venv" / ".ready").exists():
        pytest.skip("no .venv/ here")
    return here, make


def test_regenerating_says_nothing_when_nothing_changed(make, refreshing):
    here, run = make
    before = refreshing.files()
    done = run("regenerate")
    assert done.returncode == 0, done.stderr
    assert "Nothing changed." in done.stdout
    assert not (here / "dist" / "changes.md").exists()
    assert refreshing.files() == before


def test_regenerating_says_what_changed_to_a_reviewer_and_in_the_documents(make, refreshing):
    here, run = make
    refreshing.sends(TEXT_OF_SOURCE + "\nA second embassy is planned.\n")
    done = run("regenerate")
    assert done.returncode == 0, done.stderr
    told = (here / "dist" / "changes.md").read_text(encoding="utf-8")
    assert "Verania and Ostmark: a short history of relations: revised" in told
    ledger = (here / "dist" / "example.json").read_text(encoding="utf-8")
    assert "Changes since the last edition" in ledger


def test_regenerating_stops_where_a_fact_changed(make, refreshing):
    here, run = make
    refreshing.sends(TEXT_OF_SOURCE.replace("About 40 trains", "About 55 trains"))
    done = run("regenerate")
    assert done.returncode != 0
    assert "About 55 trains cross it daily" in done.stdout + done.stderr
    assert not (here / "dist" / "changes.md").exists()
    assert not (here / "dist" / "example.pdf").exists()
