"""Entries are set, inserted and removed where they stand; whatever else is in the file stays."""

import random

import pytest

from briefbook.errors import Unwritable
from briefbook.model.yaml_changes import Insert, Remove, Set, at, change, data_of
from tests.seeds import EXAMPLE, KETTERIA, TAJIKISTAN

TEXT = """\
# head
a: one   # beside
list:
  - x
  # above y
  - y      # beside y
flow: {k: v, more: [p, q]}   # beside flow
items:
- id: first
  text: >-
    Some words
    in a block

  # about the next
- {id: second, text: t}
last: end
"""


@pytest.mark.parametrize(
    ("change_", "old", "new"),
    [
        (Set(("a",), "two"), "a: one ", "a: two "),
        (Set(("a",), "x: y # z"), "a: one ", 'a: "x: y # z" '),
        (Set(("flow", "more", 1), "r, s"), "[p, q]", '[p, "r, s"]'),
        (Set(("items", 0, "text"), "Other words"), "Some words\n    in a block", "Other words"),
        (Remove(("list", 0)), "  - x\n", ""),
        (Remove(("list", 1)), "  - y      # beside y\n", ""),
        (Remove(("flow", "k")), "{k: v, more", "{more"),
        (Remove(("flow", "more", 1)), "[p, q]", "[p]"),
        (Remove(("a",)), "a: one   # beside\n", ""),
        (Remove(("items", 0, "id")), "- id: first\n  text", "- text"),
        (Remove(("items", 1)), "- {id: second, text: t}\n", ""),
        (Insert(("list", 2), "z"), "# beside y\n", "# beside y\n  - z\n"),
        (Insert(("list", 0), "w"), "list:\n", "list:\n  - w\n"),
        (Insert(("flow", "n"), ["a: b"]), "[p, q]}", '[p, q], n: ["a: b"]}'),
        (Insert(("items", 0, "state"), "draft", after="id"), "id: first\n", "id: first\n  state: draft\n"),
        (Insert(("items", 2), {"id": "third", "text": "a: b"}), "text: t}\n", 'text: t}\n- id: third\n  text: "a: b"\n'),
        (Insert(("new",), "x"), "last: end\n", "last: end\nnew: x\n"),
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_change_touches_its_own_letters_alone(change_, old, new, line_end):
    assert TEXT.count(old) == 1
    text = TEXT.replace("\n", line_end)
    wanted = TEXT.replace(old, new).replace("\n", line_end)
    assert change(text, [change_], "file") == wanted


def test_a_list_without_entries_stays_a_list():
    text = "list:\n  - x\nnext: 1\n"
    assert change(text, [Remove(("list", 0))], "file") == "list: []\nnext: 1\n"
    assert change("list: []\n", [Insert(("list", 0), "x")], "file") == "list: [x]\n"


def test_a_file_may_end_without_a_line_end():
    assert change("a: b", [Insert(("c",), "d")], "file") == "a: b\nc: d"
    assert change("a: b\nc: d", [Remove(("c",))], "file") == "a: b\n"


@pytest.mark.parametrize(
    "change_",
    [Set(("none",), "x"), Set(("list",), "x"), Set(("list", 9), "x"), Remove(("none",)),
     Remove(("a", "b")), Insert(("a",), "x"), Insert(("a", "b"), "x")],
    ids=str,
)  # fmt: skip
def test_what_is_not_there_cannot_be_changed(change_):
    with pytest.raises(Unwritable):
        change(TEXT, [change_], "file")


def _paths(data, path=()):
    if path:
        yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _paths(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _paths(value, (*path, number))


@pytest.mark.parametrize("seed", [EXAMPLE, TAJIKISTAN, KETTERIA], ids=lambda seed: seed.name)
def test_any_entry_of_a_real_briefing_can_be_changed_and_nothing_else_changes(seed):
    text = (seed / "briefing.yaml").read_text(encoding="utf-8")
    data = data_of(text)
    for path in random.Random(7).sample(list(_paths(data)), 25):  # noqa: S311  no secret
        if isinstance(at(data, path), str):
            # `change` itself holds what it makes against what was asked for.
            new = change(text, [Set(path, "Hallo: “x” # y")], "file")
            assert at(data_of(new), path).strip() == "Hallo: “x” # y"
        gone = change(text, [Remove(path)], "file")
        assert len(gone) < len(text)
