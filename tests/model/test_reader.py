"""The model's file is read as written: nothing guessed, nothing skipped, every value with its place."""

import copy
import pickle
from decimal import Decimal

import pytest
import yaml

from briefbook.errors import Problems, SourceLocation, Unreadable
from briefbook.model.nodes import MAX_DEPTH, LocatedStr, Mapping, Scalar, Sequence, compose
from briefbook.model.reader import read_briefing
from tests.seeds import EXAMPLE, copy_of, edit, problems_of
from tests.tools import ROOT


@pytest.fixture
def seed(tmp_path):
    return copy_of(EXAMPLE, tmp_path)


def messages(text: str) -> str:
    with pytest.raises(Problems) as caught:
        compose(text, "a.yaml")
    return " | ".join(f"{p.place}: {p.message}" for p in caught.value.problems)


def test_a_text_that_is_copied_or_sent_to_another_process_keeps_its_place():
    text = read_briefing(EXAMPLE).title
    assert isinstance(text, LocatedStr)
    for again in (copy.copy(text), pickle.loads(pickle.dumps(text))):  # noqa: S301  our own
        assert isinstance(again, LocatedStr)
        assert (again, again.place, again.lines) == (text, text.place, text.lines)


@pytest.mark.parametrize(
    "model", [EXAMPLE / "briefing.yaml", *sorted(ROOT.glob("seeds/*/briefing.yaml"))], ids=lambda p: p.parent.name,
)  # fmt: skip
def test_a_shipped_model_is_yaml_for_the_parser_without_libyaml_too(model):
    """It takes “[…, agree?]” for a mark: machines without the other one would refuse the seed."""
    assert yaml.compose(model.read_text(encoding="utf-8"), Loader=yaml.Loader) is not None


def test_scalars_stay_the_text_that_was_written():
    root = compose("a: NO\nb: 1e3\nc: 012\nd: 2026-11-23\ne: ''\n", "a.yaml")
    assert isinstance(root, Mapping)
    values = {key.text: value.text for key, value in root.items if isinstance(value, Scalar)}
    assert values == {"a": "NO", "b": "1e3", "c": "012", "d": "2026-11-23", "e": ""}


def test_every_value_knows_its_line_and_column():
    (_, (_, inner)) = compose("a: 1\nb:\n  - x: yes\n", "a.yaml").items
    assert isinstance(inner, Sequence)
    (entry,) = inner.items
    assert isinstance(entry, Mapping)
    assert entry.items[0][1].place == SourceLocation("a.yaml", 3, 8)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\na: 2\n", "a.yaml:2:1: the key “a” stands twice"),
        ("a: &x 1\nb: 2\n", "a.yaml:1:4: an anchor (&)"),
        ("a: !!python/object:os.system 1\n", "a.yaml:1:4: a tag"),
        ("a: 1\n---\nb: 2\n", "a second document"),
        ("- 1\n", "this is not a mapping"),
        ("", "this is not a mapping"),
        ("a: [1\n", "not YAML"),
        ("a: b: c\n", "a.yaml:1:5: not YAML"),
        ("a: \x07\n", "a.yaml:1:4: not YAML"),
        ("? [x]\n: 1\n", "a key that is not a word"),
        ("a: " + "[" * 50 + "]" * 50, f"nested more than {MAX_DEPTH} levels"),
    ],
)
def test_what_makes_yaml_surprising_is_refused_with_its_place(text, said):
    assert said in messages(text)


def test_an_alias_is_refused_even_where_it_would_work():
    assert "an alias (*)" in messages("a: &x [1]\nb: *x\n")


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("status: edited", "status: done", "“status”: “done” is none of: draft, edited"),
        ("status: edited", "statsu: edited", "unknown field “statsu”"),
        ("redistribute: yes", "redistribute: maybe", "neither yes nor no"),
        ("value: USD 14 million", "value: much", "“much” is not a quantity"),
        ("date: 1994-05-03", "date: 1994-05-33", "not a date of the calendar"),
        ("title: Verania–Ostmark relations", "", "“title” is missing"),
        ("title: Grants from Ostmark to Verania", "title: ''", "“title” is empty"),
        (
            "title: Grants from Ostmark to Verania",
            'title: "\\uFEFF"',
            "“title” has no letter that can be seen: U+FEFF",
        ),
        ("- id: trains", "- id: Trains!", "is not an id such as"),
        (
            "key_points: [bridge, clinics, critics]",
            "key_points: bridge",
            "“key_points” wants a list",
        ),
        ("      - block: critics", "      - blok: critics", "“blok” is no part of “body”"),
    ],
)
def test_a_wrong_field_is_named_with_what_is_allowed(seed, right, wrong, said):
    edit(seed, right, wrong)
    found = problems_of(seed)
    assert any(said in problem.message for problem in found), found
    assert all(problem.place.line for problem in found)


def test_a_mistyped_field_is_answered_with_the_likely_one(seed):
    edit(seed, "    voice: unnamed critics", "    voise: unnamed critics")
    assert any("voice" in problem.hint for problem in problems_of(seed))


def test_numbers_of_a_series_are_read_exactly():
    briefing = read_briefing(EXAMPLE)
    (series,) = briefing.series
    assert (series.points[0].label, series.points[0].value) == ("2006", Decimal(1_200_000))
    assert series.by_year[2010] == Decimal(5_200_000)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2007,1850000", "2007,1 85O 000", "is not a number"),
        ("2007,1850000", "2006,1850000", "“2006” stands twice"),
        ("year,current_usd", "year", "no header"),
        ("2007,1850000", "2007,inf", "is not a number"),
    ],
)
def test_a_damaged_series_is_named_with_its_line(seed, old, new, said):
    edit(seed, old, new, "grants.csv")
    (problem,) = problems_of(seed)
    assert said in problem.message


def test_files_outside_the_seed_folder_are_refused(seed, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    edit(seed, "file: source.txt", "file: ../secret.txt")
    assert any("outside the seed folder" in problem.message for problem in problems_of(seed))


def test_symbolic_links_are_refused(seed, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    (seed / "source.txt").unlink()
    (seed / "source.txt").symlink_to(tmp_path / "secret.txt")
    assert any("symbolic link" in problem.message for problem in problems_of(seed))


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path):
    with pytest.raises(Unreadable, match="no such folder"):
        read_briefing(tmp_path / "nothing")
