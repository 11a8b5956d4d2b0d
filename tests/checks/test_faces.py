"""A letter that the paper cannot print is told with file, line and column before anything is drawn."""

from __future__ import annotations

import hashlib

import pytest

from briefbook.errors import Severity
from briefbook.pdf import coverage
from briefbook.pdf.coverage import unprintable
from briefbook.pdf.errors import Unprintable
from briefbook.pdf.faces import covered
from briefbook.theme.faces import FACE_FILES
from briefbook.theme.look import OURS
from tests.seeds import edit, problems_of

LACKED = {"Arabic": "مثال", "Hebrew": "שלום", "Chinese": "李明", "Japanese": "きょう", "Korean": "한국", "emoji": "😀"}  # fmt: skip
PRINTED = ("Ελληνικά", "Тоҷикистон", "Łódź, Đặng, ẞ", "“…” – — ‑ €", "a\u00adb\u200bc\u2060d")


def found(seed):
    return [problem for problem in problems_of(seed) if problem.rule == "no-face"]


@pytest.mark.parametrize("letters", LACKED.values(), ids=LACKED)
def test_the_first_letter_without_a_face_is_named_where_it_stands(letters, fresh_example):
    seed = fresh_example
    edit(seed, "subtitle: An example", f"subtitle: An “{letters}” example")
    [problem] = found(seed)
    lines = (seed / "briefing.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[problem.place.line - 1][problem.place.column - 1] == letters[0]
    assert problem.severity is Severity.ERROR
    assert f"U+{ord(letters[0]):04X}" in problem.message


def test_a_quote_is_held_too(fresh_example):
    seed = fresh_example
    source = seed / "source.txt"
    before = hashlib.sha256(source.read_bytes()).hexdigest()
    for file in ("source.txt", "briefing.yaml"):
        edit(seed, "a railway bridge over the river", "a 李 railway bridge over the river", file)
    edit(seed, before, hashlib.sha256(source.read_bytes()).hexdigest())
    assert len(found(seed)) == 1


@pytest.mark.parametrize("letters", PRINTED)
def test_latin_greek_cyrillic_and_what_leaves_no_ink_are_printed(letters, fresh_example):
    seed = fresh_example
    edit(seed, "subtitle: An example", f"subtitle: An {letters} example")
    assert found(seed) == []


def test_what_is_never_printed_may_be_written_in_any_letters(fresh_example):
    seed = fresh_example
    with (seed / "briefing.yaml").open("a", encoding="utf-8") as file:
        file.write("\naliases:\n  Verania: [李明]\n")
    assert found(seed) == []


def test_the_usual_letters_are_in_every_face():
    """Or the files would not be asked, and rendering would fail."""
    assert coverage._printable(OURS) >= coverage._USUAL


@pytest.mark.parametrize("letter", [*"aЖΩҲ₽√", *(letters[0] for letters in LACKED.values())])
def test_the_check_and_the_renderer_agree(letter):
    lacks = False
    for face in FACE_FILES:
        try:
            covered(letter, face, letter)
        except Unprintable:
            lacks = True
    assert bool(unprintable(letter)) is lacks
