"""A year of editions: what `briefbook diff` tells a person after each month."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest

from briefbook.build import build
from briefbook.provenance.diff import What, compare
from briefbook.provenance.edition import read_edition
from briefbook.provenance.formatters import as_json, as_markdown, as_text
from tests.conftest import Golden
from tests.provenance.year import YEAR, start
from tests.seeds import EXAMPLE, copy_of, edit

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("keeping")]

ID = "example"


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    """The manifest before the year, and after each of its months."""
    folder = tmp_path_factory.mktemp("year")
    seed = start(folder)
    manifests = []
    for number in range(len(YEAR) + 1):
        if number:
            YEAR[number - 1][2](seed)
        build(seed, folder / str(number))
        manifests.append(folder / str(number) / f"{ID}.json")
    return seed, manifests


@pytest.fixture(scope="module")
def months(editions):
    """The changes of each month."""
    read = [read_edition(path) for path in editions[1]]
    return [compare(old, new) for old, new in pairwise(read)]


def test_the_year_reads_as_approved(golden: Golden, months):
    told = [
        f"{when}: {what}\n{'─' * 72}\n{as_text(changes)}"
        for (when, what, _), changes in zip(YEAR, months, strict=True)
    ]
    golden.text("editions/year.txt", "\n".join(told))


def test_the_year_as_bodies_of_pull_requests(golden: Golden, months):
    told = [as_markdown(changes) for changes in months if not changes.is_empty]
    golden.text("editions/year.md", "\n---\n\n".join(told))


def test_a_quiet_month_says_nothing(months):
    december, november = months[0], months[-1]
    for changes in (december, november):
        assert changes.is_empty
        assert changes.old.content == changes.new.content
        assert all(output.is_same_bytes for output in changes.outputs)


def test_a_revised_year_of_a_series_is_told_with_both_values(months):
    [revised, added] = months[2].values
    assert (revised.what, revised.year, revised.old, revised.new) == (
        What.REVISED,
        "2012",
        "2600000",
        "2850000",
    )
    assert (added.what, added.year, added.old, added.new) == (What.ADDED, "2015", "", "3100000")


def test_backwards_what_was_added_is_removed(months):
    september = months[3]
    back = compare(september.new, september.old)
    assert [c.fact.name for c in september.facts if c.what is What.ADDED] == ["claim slow"]
    assert [c.fact.name for c in back.facts if c.what is What.REMOVED] == ["claim slow"]


def test_as_data_it_says_the_same(months):
    data = json.loads(as_json(months[1]))
    assert not data["is_empty"]
    [claim] = [fact for fact in data["facts"] if fact["name"] == "claim trains"]
    assert (claim["what"], claim["old"][0], claim["new"][0]) == (
        "revised",
        "About 40 trains use it every day.",
        "About 55 trains use it every day.",
    )


def test_paper_and_deck_tell_what_changed_since(golden: Golden, editions, tmp_path):
    from briefbook.verify import verify

    seed, manifests = editions
    files = build(seed, tmp_path, since=manifests[0]).files
    ledger = json.loads((tmp_path / f"{ID}.json").read_bytes())
    [slide] = [slide for slide in ledger["deck"]["slides"] if slide["id"] == "changes"]
    paper = ["".join(text for text, _ in entry["parts"]) for entry in ledger["paper"]["texts"]]
    section = paper[paper.index("3 Changes since the last edition") : paper.index("A Evidence")]
    shown = ["".join(text for text, _ in entry["parts"]) for entry in slide["texts"]]
    golden.text("editions/since.txt", "\n".join([*section, "", "─── the slide", *shown]) + "\n")
    assert verify(tuple(file for file in files if file.suffix != ".json"), None) == ()


def test_without_a_change_the_paper_says_so_and_the_deck_nothing(editions, tmp_path):
    seed, manifests = editions
    build(seed, tmp_path, since=manifests[-1])
    ledger = json.loads((tmp_path / f"{ID}.json").read_bytes())
    said = [text for entry in ledger["paper"]["texts"] for text, _ in entry["parts"]]
    assert (
        "No statement, source or figure has changed since the edition of 1 September 2027." in said
    )
    assert "changes" not in [slide["id"] for slide in ledger["deck"]["slides"]]


def test_the_edition_of_another_briefing_is_refused(editions, tmp_path):
    from briefbook.errors import WrongUse
    from tests.seeds import TAJIKISTAN

    with pytest.raises(WrongUse, match="is an edition of “example”"):
        build(TAJIKISTAN, tmp_path, since=editions[1][0])
    assert list(tmp_path.iterdir()) == []


def test_a_briefing_without_series_tells_its_changes_too(tmp_path):
    seed = copy_of(EXAMPLE, tmp_path)
    text = (seed / "briefing.yaml").read_text(encoding="utf-8")
    head, _, rest = text.partition("series:\n")
    entries = rest[rest.index("\nexhibits:") :]
    before, _, after = entries.partition("  - id: grants\n")
    text = (
        head + before + after[after.index("\nsections:") :].replace("      - exhibit: grants\n", "")
    )
    text = text.replace("see: [amounts, grants]", "see: [amounts]")
    (seed / "briefing.yaml").write_text(text, encoding="utf-8")
    build(seed, tmp_path / "old", pdf=False)
    edit(seed, "short: About 40 trains a day", "short: About 40 trains each day")
    built = build(seed, tmp_path / "new", pdf=False, since=tmp_path / "old" / "example.json")
    assert [path.suffix for path in built.files] == [".pptx", ".json"]


def test_an_answer_in_wholly_other_words_is_the_same_answer_revised(editions):
    old = read_edition(editions[1][0])
    other = tuple(
        replace(fact, texts=("No.",)) if fact.statement == "bottom-line" else fact
        for fact in old.facts
    )
    [change, *_] = compare(old, replace(old, facts=other)).facts
    assert (change.what, change.fact.text) == (What.REVISED, "No.")


def test_an_edition_of_format_2_is_compared_as_before(editions, tmp_path):
    """Its slides say nothing of their exhibits, which no edition is compared by."""
    new = editions[1][0]
    data = json.loads(new.read_bytes())
    for slide in data["deck"]["slides"]:
        del slide["exhibit"]
    old = tmp_path / new.name
    old.write_text(json.dumps({**data, "format": 2}), encoding="utf-8")
    assert compare(read_edition(old), read_edition(new)).is_empty


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "not a manifest"),
        ("[]", "not a manifest"),
        ('{"format": 1}', r"an older Briefbook \(manifest format 1\)"),
        ('{"format": "other"}', "manifest format other"),
    ],
)
def test_what_is_no_manifest_is_a_clear_error(tmp_path, content, message):
    from briefbook.errors import Unreadable

    path = tmp_path / "old.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Unreadable, match=message):
        read_edition(path)


def test_a_missing_manifest_is_a_clear_error(tmp_path):
    from briefbook.errors import Unreadable

    with pytest.raises(Unreadable, match="cannot read the manifest"):
        read_edition(tmp_path / "none.json")
