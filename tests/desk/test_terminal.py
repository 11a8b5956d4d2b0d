"""The desk's edits from the terminal: add, move, add-source, fmt; comments and layout are kept."""

from typing import Any

import pytest

from briefbook.cli import main
from briefbook.cli.fmt import formatted
from briefbook.model.yaml_changes import data_of
from tests.seeds import EXAMPLE, KETTERIA, TAJIKISTAN, copy_of, problems_of


@pytest.fixture
def seed(tmp_path):
    return copy_of(EXAMPLE, tmp_path)


def text_of(seed):
    return (seed / "briefing.yaml").read_text(encoding="utf-8")


def model_of(seed) -> dict[str, Any]:
    return dict(data_of(text_of(seed)))


def claims_of(seed, section):
    found = next(s for s in model_of(seed)["sections"] if s["id"] == section)
    return [part["claims"] for part in found["body"] if "claims" in part]


def test_a_claim_is_added_with_its_quote_behind_another(seed, capsys):
    text = "Some 40 trains cross the bridge each day."
    quote = "About 40 trains cross it daily"
    assert main(["claim", "add", str(seed), text, "--quote", quote, "--after", "trains"]) == 0
    assert "some-trains" in capsys.readouterr().out
    assert claims_of(seed, "works") == [["bridge", "trains", "some-trains", "clinics"]]
    (new,) = (claim for claim in model_of(seed)["claims"] if claim["id"] == "some-trains")
    assert new["evidence"] == [{"quote": quote}]
    assert "state" not in new
    assert problems_of(seed) == ()


def test_a_claim_in_the_words_of_its_quote_is_a_draft_and_the_briefing_says_too_much_then(seed):
    words = "About 40 trains cross it daily"
    assert main(["claim", "add", str(seed), f"{words}.", "--quote", words, "--id", "daily"]) == 0
    (new,) = (claim for claim in model_of(seed)["claims"] if claim["id"] == "daily")
    assert new["state"] == "draft"
    (problem,) = problems_of(seed)
    assert (problem.rule, "daily" in problem.message) == ("status-ahead", True)


def test_a_claim_whose_quote_stands_nowhere_is_not_added(seed, capsys):
    before = text_of(seed)
    added = ["claim", "add", str(seed), "It flies.", "--quote", "the bridge flies at night"]
    assert main(added) == 2
    assert "letter for letter" in capsys.readouterr().err
    assert text_of(seed) == before


@pytest.mark.parametrize(
    ("id_", "to", "works", "history"),
    [
        ("clinics", ("--after", "bridge"), ["bridge", "clinics", "trains"], None),
        ("bridge", ("--after", "clinics"), ["trains", "clinics", "bridge"], None),
        ("trains", ("--section", "works"), ["bridge", "clinics", "trains"], None),
        ("clinics", ("--section", "history"), ["bridge", "trains"], "clinics"),
        ("trains", ("--after", "relations"), ["bridge", "clinics"], "trains"),
    ],
)
def test_a_claim_is_printed_where_it_is_moved_to(seed, id_, to, works, history):
    before = [id_ for part in claims_of(seed, "history") for id_ in part]
    assert main(["claim", "move", str(seed), id_, *to]) == 0
    assert claims_of(seed, "works") == [works]
    after = [id_ for part in claims_of(seed, "history") for id_ in part]
    assert [id_ for id_ in after if id_ != history] == before
    assert (history in after) == bool(history)
    assert not [p for p in problems_of(seed) if p.rule in ("yaml", "model", "reference")]


def test_a_claim_that_is_there_already_changes_nothing(seed, capsys):
    before = text_of(seed)
    assert main(["claim", "move", str(seed), "trains", "--after", "bridge"]) == 0
    assert "already" in capsys.readouterr().out
    assert text_of(seed) == before


@pytest.mark.parametrize(
    "to", [("--after", "nothing"), ("--section", "nothing"), ("--after", "trains")]
)
def test_a_place_that_is_none_is_told(seed, capsys, to):
    before = text_of(seed)
    assert main(["claim", "move", str(seed), "trains", *to]) == 2
    assert capsys.readouterr().err.startswith("error: ")
    assert text_of(seed) == before


def test_a_source_is_added_with_its_text_and_hash_and_can_be_quoted(seed, tmp_path):
    page = tmp_path / "note.html"
    page.write_text(
        "<html><head><title>Rail traffic in Verania</title></head><body><h1>Rail traffic in Verania"
        "</h1><p>The Tarn bridge carried 14,600 trains in 2024, the ministry says. It was closed for "
        "nine days in March.</p></body></html>",
        encoding="utf-8",
    )
    assert main(["add-source", str(seed), str(page), "--id", "traffic", "--outside"]) == 0
    assert "14,600 trains" in (seed / "traffic.txt").read_text(encoding="utf-8")
    assert "  traffic:\n    file: traffic.txt\n    title: Rail traffic in Verania\n" in text_of(
        seed
    )
    assert problems_of(seed) == ()
    words = "closed for nine days in March"
    pinned = ["claim", "add", str(seed), "In March it was closed for nine days.", "--quote", words]
    assert main([*pinned, "--source", "traffic", "--after", "trains"]) == 0
    assert problems_of(seed) == ()


def test_a_source_never_takes_the_place_of_another(seed, tmp_path, capsys):
    text = tmp_path / "note.txt"
    text.write_text("A text of some words, long enough to be read as one.\n", encoding="utf-8")
    before = text_of(seed), (seed / "source.txt").read_bytes()
    assert main(["add-source", str(seed), str(text), "--id", "history"]) == 2
    assert main(["add-source", str(seed), str(text), "--id", "source"]) == 2
    assert capsys.readouterr().err.count("error: ") == 2
    assert (text_of(seed), (seed / "source.txt").read_bytes()) == before


@pytest.mark.parametrize("model", [EXAMPLE, KETTERIA, TAJIKISTAN], ids=lambda seed: seed.name)
def test_formatting_changes_no_data_and_is_done_once(model):
    text = text_of(model)
    new = formatted(text)
    assert data_of(new) == data_of(text)
    assert formatted(new) == new
    assert [line for line in new.split("\n") if line] == [
        line for line in text.split("\n") if line.strip()
    ]


def test_what_is_laid_out_unevenly_is_told_and_mended(seed, capsys):
    assert main(["fmt", str(seed)]) == 0
    even = text_of(seed)
    uneven = even.replace("\n\nsources:", "   \r\n\r\n\r\nsources:  ")
    (seed / "briefing.yaml").write_bytes(uneven.encode())
    assert main(["fmt", str(seed), "--check"]) == 1
    assert (seed / "briefing.yaml").read_bytes() == uneven.encode()
    assert main(["fmt", str(seed)]) == 0
    assert text_of(seed) == even
    assert main(["fmt", str(seed), "--check"]) == 0
    assert "already" in capsys.readouterr().out
