"""Problems are told with their place, the statement, and the nearest thing that the source says."""

import json
import re

import pytest

from briefbook.cli import main
from briefbook.errors import Problem, Severity, SourceLocation
from briefbook.language.phrases import shortened
from briefbook.messages import as_github, as_json, as_text
from tests.seeds import EXAMPLE, copy_of, edit

WRONG = Problem(
    SourceLocation("seeds/a, b/briefing.yaml", 12, 7), "claim x: 100% of\n“36”", "source says: “63”",
    "unsupported-value", "x",
)  # fmt: skip


@pytest.fixture
def seed(tmp_path):
    return copy_of(EXAMPLE, tmp_path)


def test_words_begin_with_the_place_and_end_with_what_to_do():
    assert as_text((WRONG,)) == (
        "seeds/a, b/briefing.yaml:12:7: error: claim x: 100% of\\n“36” [unsupported-value]\n    source says: “63”\n"
    )


def test_data_have_every_field_of_every_problem():
    told = json.loads(as_json((WRONG,), {"files": ["a.pdf"]}))
    assert (told["errors"], told["warnings"], told["files"]) == (1, 0, ["a.pdf"])
    [problem] = told["problems"]
    assert (problem["line"], problem["column"], problem["rule"]) == (12, 7, "unsupported-value")
    assert problem["statement"] == "x"


def test_an_annotation_escapes_what_would_end_a_field():
    assert as_github((WRONG,)) == (
        "::error file=seeds/a%2C b/briefing.yaml,line=12,col=7,title=unsupported-value%3A x"
        "::claim x: 100%25 of%0A“36”%0Asource says: “63”\n"
    )


def test_a_warning_is_annotated_as_a_warning():
    problem = Problem(SourceLocation("briefing.yaml", 3), "look", severity=Severity.WARNING)
    assert as_github((problem,)) == "::warning file=briefing.yaml,line=3::look\n"


def test_a_page_is_no_line_of_a_file():
    problem = Problem(SourceLocation("a.pdf, page 3"), "says “41”", rule="text-differs")
    assert as_github((problem,)) == "::error file=a.pdf,title=text-differs::page 3: says “41”\n"


NEAREST = [
    ("text: About 40 trains use it", "text: About 63 trains use it", "source says “40”, statement says “63”"),
    ("at a cost of $14 million", "at a cost of $41 million", "source says “14 million US dollars”, statement says “$41 million”"),
    ("opened on 21 June 2011.", "opened on 22 June 2011.", "source says “21 June 2011”, statement says “22 June 2011”"),
    ("value: USD 14 million", "value: USD 41 million", "source says “14 million US dollars”, amount says “$41 million”"),
    ("date: 2011-06-21", "date: 2011-06-22", "source says “21 June 2011”, event says “22 June 2011”"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), NEAREST)
def test_the_nearest_value_of_the_source_stands_beside_the_false_one(old, new, said, seed, capsys):
    edit(seed, old, new)
    assert main(["check", str(seed)]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert re.match(rf"{re.escape(str(seed))}/briefing\.yaml:\d+:\d+: error: ", error)


def test_a_name_is_told_with_the_nearest_name_of_its_evidence(seed, capsys):
    edit(seed, "A railway bridge over the Tarn, at", "A railway bridge over the Quirm, at")
    assert main(["check", str(seed)]) == 1
    assert "source says “Tarn”, statement says “Quirm”" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "build"])
def test_problems_as_data_are_the_only_thing_on_standard_output(command, seed, tmp_path, capsys):
    edit(seed, "value: USD 14 million", "value: USD 41 million")
    arguments = [command, str(seed), "--format", "json"]
    assert main([*arguments, *(["--out", str(tmp_path / "o")] if command == "build" else [])]) == 1
    out = json.loads(capsys.readouterr().out)
    assert out["errors"] == len(out["problems"]) > 0


def test_a_clean_seed_as_data_has_no_problems(seed, capsys):
    assert main(["check", str(seed), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []


def test_a_seed_that_cannot_be_read_is_annotated_too(tmp_path, capsys):
    assert main(["check", str(tmp_path / "nothing"), "--format", "github"]) == 3
    assert capsys.readouterr().out.startswith("::error file=")


def test_a_finished_file_that_was_changed_is_annotated(tmp_path, seed, capsys):
    assert main(["build", str(seed), "--out", str(tmp_path), "--pptx"]) == 0
    deck = tmp_path / "example.pptx"
    deck.write_bytes(deck.read_bytes() + b"\0")
    capsys.readouterr()
    assert main(["verify", str(deck), "--format", "github"]) == 1
    assert "title=file-changed::changed since it was built" in capsys.readouterr().out


def test_what_a_server_or_a_file_says_moves_no_cursor_and_begins_no_line():
    said = "it has: \x1b[2Ja\n::add-mask::b\u202ec\r\x9b1m"
    problems = (Problem(SourceLocation("a.csv"), said, said),)
    for told in (as_text(problems), as_github(problems)):
        assert not any(letter in told for letter in "\x1b\u202e\r\x9b")
        assert not any(line.startswith("::add") for line in told.splitlines())
    assert r"\x1b[2Ja\n::add-mask::b\u202ec" in as_text(problems)


def told(seed, capsys, *arguments):
    """What `check` says of a seed, or another command of what it is given."""
    main(list(arguments) or ["check", str(seed)])
    return capsys.readouterr().err


def test_the_line_is_shown_with_a_caret_below_the_place_and_the_rule_is_named(seed, capsys):
    edit(seed, "text: About 40 trains use it", "text: About 400 trains use it")
    lines = told(seed, capsys).splitlines()
    assert lines[0].endswith("[unsupported-value]")
    assert lines[1].endswith("| text: About 400 trains use it every day.")
    assert lines[1].index("400") == lines[2].index("^")


def test_a_long_line_is_shown_around_the_place(seed, capsys):
    edit(seed, "text: About 40 trains use it every day.", f"text: {'Every day ' * 30}400 trains use it.")  # fmt: skip
    line, caret = told(seed, capsys).splitlines()[1:3]
    assert len(line) < 120
    assert line[caret.index("^") :].startswith("400")


def test_all_problems_are_told_at_once_even_where_a_field_is_misspelt(seed, capsys):
    edit(seed, "    voice: Ostmark\n", "    voise: Ostmark\n")
    edit(seed, "text: About 40 trains use it", "text: About 400 trains use it")
    edit(seed, "Critics call it timid.}", "Critics call it timidd.}")
    said = told(seed, capsys)
    for each in ("did you mean “voice”?", "400", "timidd", "3 errors"):
        assert each in said
    assert "names no voice" not in said


def test_a_misspelt_field_still_stops_a_build(seed, tmp_path, capsys):
    edit(seed, "    voice: Ostmark\n", "    voise: Ostmark\n")
    assert main(["build", str(seed), "--out", str(tmp_path / "out")]) == 1
    assert "voise" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_misspelt_field_that_must_be_there_is_read_as_it_is_meant(seed, capsys):
    edit(seed, "    text: About 40 trains use it", "    txet: About 40 trains use it")
    said = told(seed, capsys)
    assert "did you mean “text”?" in said
    assert "is missing" not in said


def test_a_misspelt_id_is_told_with_the_nearest(seed, capsys):
    edit(seed, "key_points: [bridge,", "key_points: [brigde,")
    assert "did you mean “bridge”?" in told(seed, capsys)


def test_a_tab_is_named(seed, capsys):
    edit(seed, "    voice: Ostmark\n", "\tvoice: Ostmark\n")
    said = told(seed, capsys)
    assert "a tab before the text of a line" in said
    assert "quotation marks" not in said


def test_a_source_without_a_hash_is_told_its_hash(seed, capsys):
    [line] = [line for line in (seed / "briefing.yaml").read_text().splitlines() if "sha256: 49ec" in line]  # fmt: skip
    edit(seed, f"{line}\n", "")
    edit(seed, "Critics call it timid.}", "Critics call it timidd.}")
    said = told(seed, capsys)
    assert f"write: {line.strip()}" in said
    assert "timidd" in said


@pytest.mark.parametrize("command", ["check", "build", "status", "watch"])
def test_an_address_is_named_for_what_it_is(command, capsys):
    assert main([command, "https://example.org/a.html"]) == 3
    said = capsys.readouterr().err
    assert "https://example.org/a.html: error: this is an address" in said
    assert "url:" in said


def test_a_file_for_a_folder_and_a_folder_for_a_file_are_named(seed, tmp_path, capsys):
    assert main(["check", str(seed / "briefing.yaml")]) == 3
    assert f"give the folder: {seed}\n" in capsys.readouterr().err
    assert main(["draft", str(seed), "-o", str(tmp_path / "x")]) == 3
    assert "this is a folder, and a file is wanted" in capsys.readouterr().err


def test_a_misspelt_command_is_told_with_the_nearest(capsys):
    with pytest.raises(SystemExit):
        main(["biuld", "x"])
    said = capsys.readouterr().err
    assert "did you mean “build”?" in said
    assert "choose from" not in said


@pytest.mark.parametrize("most", range(2, 60))
def test_what_is_shortened_ends_between_words_and_keeps_numbers_whole(most):
    text = "Relations were established on 14 February 1992, and broken off in 1,998 letters."
    short = shortened(text, most)
    kept = short.removesuffix("…")
    assert len(short) <= most
    assert text.startswith(kept)
    assert most < len("Relations…") or text[len(kept)] == " "


def test_a_text_that_is_short_enough_is_not_shortened():
    assert shortened("Two words", 9) == "Two words"
