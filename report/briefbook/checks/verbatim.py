"""Whether a statement is told in the very words of its quotes, which no rule on other words has to hold."""

from __future__ import annotations

from briefbook.evidence.support import Assertion
from briefbook.language.en.clauses import sentence_bounds


def is_verbatim(assertion: Assertion) -> bool:
    """Tell whether each text of an assertion stands in its evidence as it is, in whole sentences."""
    return bool(assertion.texts) and all(
        any(_stands_whole(text, said) for said in assertion.supporting) for text in assertion.texts
    )


def _stands_whole(words: str, text: str) -> bool:
    """Tell whether words are sentences of a text, and not cut out of one: “Critics claimed that Tarn paid”."""
    core = words.strip().rstrip(".!?")
    at = text.find(core)
    if at < 0:
        return False
    start, end = sentence_bounds(text, at, at + len(core))
    is_half = ";" in (text[:start].rstrip()[-1:], text[end : end + 1])
    return start == at and not is_half and not text[at + len(core) : end].strip(".!? ")
