"""What `briefbook verify` promises: true files are clean, and every change is found and named."""

import json
from pathlib import Path

import pytest

from briefbook import cli
from briefbook.errors import Unreadable, WrongUse
from briefbook.verify import verify
from tests.verify.tampering import TAMPERINGS, apply, built, in_part, in_sheet

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("read_once")]


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, Path]:
    return built(tmp_path_factory.mktemp("built"))


@pytest.mark.parametrize("suffix", [".pdf", ".pptx"])
def test_either_file_can_be_held_against_the_ledger_alone(files, suffix):
    assert verify((files[suffix],)) == ()


def test_a_renamed_pair_is_still_clean_when_the_manifest_is_named(files, tmp_path):
    pdf = tmp_path / "received.pdf"
    pdf.write_bytes(files[".pdf"].read_bytes())
    assert verify((pdf,), files[".json"]) == ()


@pytest.mark.parametrize("name", TAMPERINGS)
def test_every_change_is_reported_and_its_statement_named(name, files, tmp_path):
    tampering = TAMPERINGS[name]
    changed = apply(tampering, files, tmp_path)
    problems = verify((changed[".pdf"], changed[".pptx"]))
    found = [p for p in problems if p.rule.startswith(tampering.rule)]
    assert found, [f"{p.place}: {p.message}" for p in problems]
    if tampering.names:
        named = {problem.statement for problem in found}
        assert any(statement.startswith(tampering.names) for statement in named), named


@pytest.mark.parametrize("name", [n for n, t in TAMPERINGS.items() if t.suffix != ".json"])
def test_a_changed_file_is_said_to_be_changed(name, files, tmp_path):
    tampering = TAMPERINGS[name]
    changed = apply(tampering, files, tmp_path)
    rules = [problem.rule for problem in verify((changed[tampering.suffix],))]
    assert rules.count("file-changed") == 1


@pytest.mark.parametrize("name", [n for n, t in TAMPERINGS.items() if t.suffix == ".json"])
def test_a_changed_ledger_is_said_to_be_changed(name, files, tmp_path):
    changed = apply(TAMPERINGS[name], files, tmp_path)
    assert "ledger-changed" in {p.rule for p in verify((changed[".pdf"], changed[".pptx"]))}


def test_a_figure_changed_in_chart_and_sheet_differs_from_the_paper_too(files, tmp_path):
    data = in_sheet("<v>5200000</v>", "<v>6200000</v>")(files[".pptx"].read_bytes())
    data = in_part("charts/chart", "<c:v>5200000</c:v>", "<c:v>6200000</c:v>")(data)
    deck = tmp_path / "example.pptx"
    deck.write_bytes(data)
    problems = verify((files[".pdf"], deck), files[".json"])
    [between] = [problem for problem in problems if problem.rule == "differs-between"]
    assert "grants.csv has 5200000 (2010)" in between.message


def test_a_file_that_was_only_saved_again_is_changed_and_nothing_else(files, tmp_path):
    from tests.verify.tampering import _in_pdf, _in_pptx

    for suffix, saved in ((".pdf", _in_pdf), (".pptx", _in_pptx)):
        path = tmp_path / f"example{suffix}"
        path.write_bytes(saved(lambda _: None)(files[suffix].read_bytes()))
        problems = verify((path,), files[".json"])
        assert [problem.rule for problem in problems] == ["file-changed"]


def test_a_message_names_file_page_words_fact_and_other_places(files, tmp_path, capsys):
    changed = apply(TAMPERINGS["pdf-amount"], files, tmp_path)
    assert cli.main(["verify", str(changed[".pdf"])]) == 1
    said = capsys.readouterr().err
    assert "example.pdf, page " in said
    assert "$15 million" in said
    assert "the ledger has “" in said
    assert "(claim bridge)" in said
    assert "slide" in said


def test_a_clean_pair_ends_with_0_and_says_so(files, capsys):
    assert cli.main(["verify", str(files[".pdf"]), str(files[".pptx"])]) == 0
    assert "as built" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"", b"not a document"])
@pytest.mark.parametrize("suffix", [".pdf", ".pptx", ".json"])
def test_what_cannot_be_read_ends_with_3(files, tmp_path, suffix, content, capsys):
    for path in files.values():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / f"example{suffix}").write_bytes(content)
    arguments = ["verify", str(tmp_path / "example.pdf"), str(tmp_path / "example.pptx")]
    assert cli.main(arguments) == 3
    assert "error:" in capsys.readouterr().err


def test_a_missing_manifest_is_asked_for(files, tmp_path):
    path = tmp_path / "alone.pdf"
    path.write_bytes(files[".pdf"].read_bytes())
    with pytest.raises(Unreadable, match="manifest") as caught:
        verify((path,))
    assert "--manifest" in caught.value.hint


def test_two_papers_are_wrong_use(files):
    with pytest.raises(WrongUse):
        verify((files[".pdf"], files[".pdf"]))


@pytest.mark.parametrize(
    ("number", "said"),
    [(2, "an older Briefbook (manifest format 2)"), (4, "a newer Briefbook (manifest format 4)")],
)
def test_a_ledger_of_another_format_is_refused_in_one_sentence(files, tmp_path, number, said):
    data = json.loads(files[".json"].read_bytes())
    manifest = tmp_path / "other.json"
    manifest.write_text(json.dumps({**data, "format": number}), encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        verify((files[".pdf"],), manifest)
    assert caught.value.message == f"made by {said}"
    assert "build the documents again" in caught.value.hint
