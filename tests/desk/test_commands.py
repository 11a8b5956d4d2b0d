"""What the desk does, done from the terminal: pin, claim, status, watch, explain."""

import json
import os

import pytest

from briefbook.checks.catalogue import rules
from briefbook.cli import main
from briefbook.cli.arguments import make_parser
from briefbook.cli.watch import watch_command
from briefbook.errors import Severity
from tests.seeds import EXAMPLE, copy_of, edit, problems_of


@pytest.fixture
def seed(tmp_path):
    return copy_of(EXAMPLE, tmp_path)


def text_of(seed):
    return (seed / "briefing.yaml").read_text(encoding="utf-8")


def test_a_quote_is_pinned_by_its_words(seed, capsys):
    assert main(["pin", str(seed), "bridge", "About 40 trains cross it daily."]) == 0
    assert "bridge now quotes history" in capsys.readouterr().out
    assert text_of(seed).count("About 40 trains cross it daily.") == 2
    assert not problems_of(seed)


def test_a_quote_that_stands_more_than_once_is_refused_with_its_places(seed, capsys):
    before = text_of(seed)
    assert main(["pin", str(seed), "bridge", "Ostmark"]) == 2
    told = capsys.readouterr().err
    assert "history ¶ 1" in told
    assert "--prefix" in told
    assert text_of(seed) == before


def test_its_neighbours_tell_which_of_several_is_meant(seed):
    words = ["Verania", "--suffix", "opened an embassy in Ostmark"]
    assert main(["pin", str(seed), "bridge", *words]) == 0
    assert "suffix: opened an embassy in Ostmark" in text_of(seed)
    assert not problems_of(seed)


def test_words_that_are_in_no_source_are_refused_with_the_nearest(seed, capsys):
    assert main(["pin", str(seed), "bridge", "About 50 trains cross it daily."]) == 2
    assert "trains cross it daily." in capsys.readouterr().err


def test_a_quote_is_replaced_where_it_stands(seed):
    before = text_of(seed)
    assert main(["pin", str(seed), "trains", "About 40 trains", "--replace", "1"]) == 0
    assert text_of(seed) == before.replace("{quote: About 40 trains cross it daily.}", "{quote: About 40 trains}")  # fmt: skip


def test_a_statement_that_is_not_there_is_told_with_the_nearest(seed, capsys):
    assert main(["claim", "drop", str(seed), "brigde"]) == 2
    assert "did you mean “bridge”?" in capsys.readouterr().err


def test_a_renamed_statement_is_named_so_everywhere(seed):
    edit(seed, "computed: {two: count(amounts)}", "computed: {two: count(amounts), $14 million: amount(a-bridge)}")  # fmt: skip
    for old, new in (("trains", "traffic"), ("a-bridge", "a-span")):
        assert main(["claim", "rename", str(seed), old, new]) == 0
    assert "trains]" not in text_of(seed)
    assert "amount(a-span)" in text_of(seed)
    assert "reference" not in {problem.rule for problem in problems_of(seed)}


@pytest.mark.parametrize("new", ["bridge", "Two words", "-x", ""])
def test_an_id_that_is_taken_or_none_is_refused(seed, new):
    before = text_of(seed)
    assert main(["claim", "rename", str(seed), "--", "trains", new]) == 2
    assert text_of(seed) == before


def test_status_counts_states_and_says_what_is_next(seed, capsys):
    assert main(["status", str(seed)]) == 0
    assert "next: build it" in capsys.readouterr().out
    edit(seed, "status: edited", "status: draft")
    edit(seed, "  - id: trains\n", "  - id: trains\n    state: edited\n")
    assert main(["status", str(seed), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["states"]["edited"] == 1
    assert told["states"]["draft"] > 10
    assert "draft statements" in told["next"]


def test_a_statement_has_its_own_state_or_the_briefings(seed, capsys):
    edit(seed, "  - id: trains\n", "  - id: trains\n    state: approved\n")
    assert main(["status", str(seed)]) == 0
    assert "18 edited, 1 approved" in capsys.readouterr().out


def test_a_mistake_is_the_next_thing_to_do(seed, capsys):
    edit(seed, "text: About 40 trains use it", "text: About 400 trains use it")
    assert main(["status", str(seed)]) == 0
    assert "mend the errors, first those of trains" in capsys.readouterr().out


def test_watch_builds_again_when_a_file_changes_and_says_what_changed(seed, tmp_path, capsys):
    looks = 0

    def pause():
        nonlocal looks
        looks += 1
        if looks == 2:
            edit(seed, "About 40 trains use it every day.", "Every day about 40 trains use it.")
        if looks == 3:
            edit(seed, "Every day about 40 trains", "Every day about 400 trains")
        if looks == 5:
            raise KeyboardInterrupt

    options = make_parser().parse_args(["watch", str(seed), "--out", str(tmp_path / "out")])
    with pytest.raises(KeyboardInterrupt):
        watch_command(options, pause)
    out, err = capsys.readouterr()
    assert out.count("built in") == 2
    assert "Every day about 40 trains use it." in out
    assert "400" in err
    assert os.listdir(tmp_path / "out")  # noqa: PTH208  what was built last is still there


def test_watching_nothing_is_told(tmp_path, capsys):
    assert main(["watch", str(tmp_path / "none")]) == 3
    assert "there is no such folder" in capsys.readouterr().err


def test_every_rule_is_explained(capsys):
    for rule in rules():
        assert main(["explain", rule.id]) == 0
        assert capsys.readouterr().out.startswith(f"{rule.id} (")


def test_a_rule_that_is_not_there_is_told_with_the_nearest(capsys):
    assert main(["explain", "quote-notfound"]) == 2
    assert "quote-not-found" in capsys.readouterr().err


def test_a_status_says_no_more_than_the_states_of_the_statements(seed):
    edit(seed, "  - id: trains\n", "  - id: trains\n    state: draft\n")
    (problem,) = problems_of(seed)
    assert (problem.rule, problem.severity) == ("status-ahead", Severity.ERROR)
    assert "trains" in problem.message
    edit(seed, "status: edited", "status: draft")
    assert problems_of(seed) == ()


def test_an_answer_that_is_to_be_written_is_no_edited_briefing(seed):
    text = text_of(seed)
    start = text.index("  text:", text.index("bottom_line:"))
    (seed / "briefing.yaml").write_text(f"{text[:start]}  text: To be written.\n" + text[text.index("  supported_by", start):])  # fmt: skip
    assert "its answer is still to be written" in {p.message.partition(", and ")[2] for p in problems_of(seed)}  # fmt: skip


def test_status_tells_who_put_statements_into_their_states_and_what_they_bear(seed, capsys):
    edit(seed, "  - id: trains\n", "  - id: trains\n    state: approved\n    state_by: A. Lee, 2026-11-28\n")  # fmt: skip
    assert main(["status", str(seed)]) == 0
    assert "by A. Lee (1)" in capsys.readouterr().out
    edit(seed, "status: edited", "status: approved")
    assert main(["status", str(seed), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["borne"] == "approved"
    edit(seed, "2026-11-28", "today")
    assert main(["check", str(seed)]) == 1
    assert "a name and a day" in capsys.readouterr().err
