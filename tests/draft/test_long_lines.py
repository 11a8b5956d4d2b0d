"""A draft of a document with a line of fifty thousand letters ends: no pattern tries each place from each place.

Simply finishing is the test: what was wrong took from half a minute to hours, and no time is asserted.
"""

import pytest

from briefbook.draft.corpus import Text, gather, publisher_of
from briefbook.draft.own_titles import own_title
from briefbook.draft.spaced_tables import spaced_rows
from briefbook.draft.validate import try_draft
from briefbook.sources.reading import CELLS, Block, BlockKind, Reading
from briefbook.sources.snapshot import make_snapshot
from briefbook.sources.source_text import About, Boilerplate
from tests.draft.test_captions import BODY

_LETTERS = 50_000
_UNITS = ("A", "A.", "Aa-", "- ", "Aa of ", "1,", "very ", "Plaintiff ")
_BODY = Block(BlockKind.PARAGRAPH, BODY)


def _reading(place: str, words: str) -> Reading:
    """Return a document with words at a place in it."""
    if place == "title":
        return Reading((_BODY,), about=About(words))
    if place == "edge":
        return Reading((_BODY,), set_aside=(Boilerplate(words, "running head"),))
    if place == "row":
        rows = (CELLS.join((name, words, "2")) for name in ("Tarn", "Holm", "Lake"))
        return Reading((_BODY, *(Block(BlockKind.ROW, row) for row in rows)))
    kind = BlockKind.HEADING if place == "heading" else BlockKind.PARAGRAPH
    return Reading((Block(kind, words, 1), _BODY))


@pytest.mark.parametrize("place", ["title", "edge", "row", "heading", "line"])
@pytest.mark.parametrize("unit", _UNITS)
def test_a_line_of_fifty_thousand_letters_is_drafted(place, unit):
    reading = _reading(place, unit * (_LETTERS // len(unit)))
    text = Text("source", "source.txt", "a.txt", make_snapshot(reading, "a.txt", "pdf"))
    assert len(own_title(text)) <= _LETTERS
    assert len(publisher_of(text)) < 100
    assert gather((text,)).texts == (text,)
    assert try_draft(gather((text,)), None, "seeds/example") is not None


def test_a_line_as_wide_as_a_page_is_long_is_no_row():
    lines = [f"Tarn{n:04}   1   2" for n in range(2_000)]
    assert len(spaced_rows("\n".join(lines))) == len(lines)
    assert spaced_rows("\n".join((*lines, f"Holm   1   {'2' * _LETTERS}"))) == []
