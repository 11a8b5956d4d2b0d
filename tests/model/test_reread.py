"""A briefing that is read again by its parts is the one that is read as a whole."""

import random

import pytest

from briefbook.errors import Problems
from briefbook.model.nodes import compose
from briefbook.model.reader import read_form
from briefbook.model.reread import Kept, rereading
from tests.seeds import EXAMPLE, KETTERIA, TAJIKISTAN

FILE = "briefing.yaml"
SEED_FILES = [path / FILE for path in (EXAMPLE, KETTERIA, TAJIKISTAN)]


def outcome(read, text):
    try:
        return read(text, FILE)
    except Problems as error:
        return error.problems


@pytest.mark.parametrize("path", SEED_FILES, ids=lambda path: path.parent.name)
def test_after_any_change_of_lines_the_nodes_are_those_of_the_whole(path):
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept, chance = Kept(), random.Random(path.parent.name)  # noqa: S311  a test's
    for _ in range(40):
        at = chance.randrange(len(lines))
        changed = [*lines]
        match chance.randrange(4):
            case 0:
                del changed[at]
            case 1:
                changed.insert(at, chance.choice(lines))
            case 2:
                changed[at] = changed[at].replace(" ", "  ", 1)
            case _:
                changed[at] = f"{changed[at][:-1]}, too\n"
        text = "".join(changed)
        assert outcome(kept.compose, text) == outcome(compose, text)
        kept.compose("".join(lines), FILE)


@pytest.mark.parametrize(
    "text",
    [
        'title: "a\nb: c"\nformat: 2\n',
        "title: |\n  a\n b\n",
        "a: 1\na: 2\n",
        "a: &x 1\nb: *x\n",
        "? a\n: b\n",
        "{a: 1}\n",
        "a: 1\n---\nb: 2\n",
        "",
        "# nothing\n",
        "a:\n- 1\n- 2\n" + "- 3\n" * 40,
        "a:\n  - b: 1\n" * 1 + "  - c: 1\n" * 40,
        "a:\n  - |\n    x\n  - y\n" + "  - c: 1\n    d: 2\n" * 40,
        "a:\n" + "  - c: 1\n" * 40 + " - d: 1\n",
    ],
)
def test_what_is_no_plain_mapping_is_read_as_a_whole(text):
    assert outcome(Kept().compose, text) == outcome(compose, text)


@pytest.mark.parametrize("path", SEED_FILES, ids=lambda path: path.parent.name)
def test_a_changed_briefing_is_decoded_as_if_nothing_were_kept(path):
    text = path.read_text(encoding="utf-8")
    for old, new in (
        (" the ", " that "),
        ("text: ", "txt: "),
        ("\nclaims:", "\n# a line\nclaims:"),
    ):
        with rereading():
            read_form(text, FILE)
            again = outcome(read_form, text.replace(old, new, 3))
        read_form("format: 2\n" + text.replace("format: 2\n", ""), FILE)  # another text than that
        assert repr(again) == repr(outcome(read_form, text.replace(old, new, 3)))


def test_what_stands_where_it_stood_is_the_same_object():
    text = (EXAMPLE / FILE).read_text(encoding="utf-8")
    with rereading():
        before, _ = read_form(text, FILE)
        after, _ = read_form(text.replace("40 trains", "forty trains", 1), FILE)
    same = [one is other for one, other in zip(before.claims, after.claims, strict=True)]
    assert same.count(False) <= 1
    assert any(same)
