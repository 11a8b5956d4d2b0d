"""Values of a YAML file are exchanged where they stand; not another byte changes."""

import pytest

from briefbook.errors import SourceLocation, Unwritable
from briefbook.model.nodes import compose
from briefbook.model.yaml_edit import Addition, Replacement, places_after, splice, value_at

FILE = "briefing.yaml"


def exchanged(text: str, new: str, *path: str) -> str:
    """Return a YAML text with the value under a path exchanged."""
    scalar = value_at(compose(text, FILE), *path)
    assert scalar is not None
    return splice(text, (Replacement(scalar.place, new),), FILE)


def added(text: str, key: str, new: str, *path: str) -> str:
    scalar = value_at(compose(text, FILE), *path)
    assert scalar is not None
    return splice(text, (Addition(scalar.place, key, new),), FILE)


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ("a: one   # why\n", "two", "a: two   # why\n"),
        ("a:   one\nb: 2\n", "two", "a:   two\nb: 2\n"),
        ("a: one\n", "it: two", 'a: "it: two"\n'),
        ("a: one\n", "two # three", 'a: "two # three"\n'),
        ("a: one\n", "- two", 'a: "- two"\n'),
        ("a: one\n", "“two”, three", "a: “two”, three\n"),
        ("{a: one, b: 2}\n", "two, three", '{a: "two, three", b: 2}\n'),
        ("{a: one, b: 2}\n", "two", "{a: two, b: 2}\n"),
        ('a: "one"   # why\n', 'say "two"', 'a: "say \\"two\\""   # why\n'),
        ("a: 'one'\n", "it's two", "a: 'it''s two'\n"),
        ("a: >-\n  one\n  line\n\n# why\nb: 2\n", "two", "a: >-\n  two\n\n# why\nb: 2\n"),
        ("a: |\n    one\n\nb: 2\n", "two", "a: |\n    two\n\nb: 2\n"),
        ("a: one\n  and more\nb: 2\n", "two", "a: two\nb: 2\n"),
        ("a: one\r\nb: 2\r\n", "two", "a: two\r\nb: 2\r\n"),
    ],
)
def test_a_value_keeps_its_style_where_that_can_hold_it(old, value, new):
    path = ("a",)
    assert exchanged(old, value, *path) == new


def test_a_long_value_of_a_block_is_wrapped_as_far_in_as_before():
    spliced = exchanged("t:\n  a: >-\n      one\n  b: 2\n", "word " * 40 + "end", "t", "a")
    lines = spliced.splitlines()
    assert all(line.startswith("      word") for line in lines[2:-1])
    assert max(map(len, lines)) <= 100
    assert lines[-1] == "  b: 2"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("s:\n  a: one  # why\n  b: 2\n", "s:\n  a: one  # why\n  c: new\n  b: 2\n"),
        ("s:\n  a: one", "s:\n  a: one\n  c: new"),
        ("s: {a: one, b: 2}\n", "s: {a: one, c: new, b: 2}\n"),
        ("s:\r\n  a: one\r\n", "s:\r\n  a: one\r\n  c: new\r\n"),
    ],
)
def test_a_new_key_is_written_like_its_neighbour(old, new):
    assert added(old, "c", "new", "s", "a") == new


def test_several_values_are_exchanged_at_once_and_places_follow():
    text = "s:\n  a: one\n  b: two\n"
    root = compose(text, FILE)
    a, b = value_at(root, "s", "a"), value_at(root, "s", "b")
    assert a
    assert b
    edits = (Addition(a.place, "n", "new"), Replacement(b.place, "2"), Replacement(a.place, "1"))
    spliced = splice(text, edits, FILE)
    assert spliced == "s:\n  a: 1\n  n: new\n  b: 2\n"
    assert places_after(text, spliced, edits, FILE)[b.place] == SourceLocation(FILE, 4, 6)


def test_a_place_where_no_value_begins_is_refused():
    with pytest.raises(Unwritable, match="cannot be found again"):
        splice("a: one\n", (Replacement(SourceLocation(FILE, 1, 2), "two"),), FILE)


def test_a_change_that_would_change_anything_else_is_refused():
    """A key that is there already would stand twice."""
    with pytest.raises(Unwritable, match="cannot be exchanged"):
        added("a: one\nb: 2\n", "b", "new", "a")
