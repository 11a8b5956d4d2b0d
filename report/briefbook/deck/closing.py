"""The last visible slides: how sure the authors are, what it means, and what to discuss."""

from __future__ import annotations

from collections.abc import Sequence

from briefbook.deck.fills import source_fill, text_fill, title_fill, words_fill
from briefbook.deck.plan import Column, Fill, Para, Slide, Table
from briefbook.deck.statement_text import StatementText
from briefbook.language.en.number_words import CARDINALS
from briefbook.localization import quoted, translate, translate_count
from briefbook.model import Assessment
from briefbook.model.slides import words_for_slide
from briefbook.text import Run

CLOSING = "Conclusion"
_MOST_ROWS, _MOST_ASSESSMENTS = 5, 4
_FEWEST_ROWS = 3
_MOST_ITEMS = 3
_WORDS = tuple(CARDINALS)


def sureness(texts: StatementText) -> list[Slide]:
    """Return the slide that says how sure the authors are; where they do not, what is doubtful."""
    entries = texts.briefing.assessments[:_MOST_ASSESSMENTS]
    if len(entries) > 1:
        return [_assessments(texts, entries)]
    remarks_ = remarks(texts, CLOSING, is_hidden=False)
    return [remarks_] if remarks_ else []


def _assessments(texts: StatementText, entries: Sequence[Assessment]) -> Slide:
    fills = [title_fill(translate("How sure we are, and why"))]
    for n, entry in enumerate(entries, 1):
        word = translate(str(entry.confidence)).capitalize()
        fills += [
            text_fill(f"mark-{n}", Para((Run(word, statement="assessment"),), "number")),
            text_fill(
                f"row-{n}",
                Para((Run(entry.finding, statement="assessment"),), "lead"),
                Para((Run(entry.reason, statement="assessment"),)),
            ),
        ]
    fills += source_fill(texts.source_line(entries))
    said = [
        translate(
            "{finding}: {confidence} confidence. {reason}",
            finding=entry.finding, confidence=translate(str(entry.confidence)), reason=entry.reason,
        )
        for entry in entries
    ]  # fmt: skip
    notes = texts.notes(said, entries)
    return Slide("sureness", f"rows-{len(entries)}", CLOSING, tuple(fills), notes)


def remarks(texts: StatementText, section: str, *, is_hidden: bool) -> Slide | None:
    """Return what the sources get wrong or leave open, at most five rows; None for too few."""
    chosen = [
        r for group in texts.briefing.notes_on_the_source for r in group.remarks if r.on_slide
    ]
    shown = chosen[:_MOST_ROWS]
    if len(shown) < _FEWEST_ROWS and not (is_hidden and shown):
        return None
    rows = tuple(
        (
            (Run(quoted(remark.shown or remark.says[0].quote), statement="remark"),),
            (Run(remark.short or remark.doubt, statement="remark"),),
            (Run(remark.treatment, statement="remark"),),
        )
        for remark in shown
    )
    columns = (
        Column(translate("The source says"), 312, is_quote=True),
        Column(translate("What is doubtful"), 334),
        Column(translate("In this briefing"), 202, is_strong=True),
    )
    alt = translate_count(
        "Table of {n} passage that is doubtful, why, and what this briefing does about it.",
        "Table of {n} passages that are doubtful, why, and what this briefing does about each.",
        len(rows),
    )
    title = str(texts.briefing.remarks_headline)
    fills = (
        title_fill(title or translate("What the source gets wrong or leaves open")),
        Fill("table", Table(columns, rows, alt)),
        *source_fill(texts.source_line(shown)),
    )
    said = [f"{remark.doubt} {remark.treatment}." for remark in shown]
    return Slide("caveats", "table", section, fills, texts.notes(said, shown), is_hidden)


def meaning(texts: StatementText) -> list[Slide]:
    """Return the last visible slide: what it means on the left, on the right what to discuss."""
    briefing = texts.briefing
    left = [_statement(texts, str(id_)) for id_ in briefing.implications][:_MOST_ITEMS]
    right = [Run(question, statement="question") for question in briefing.questions][:_MOST_ITEMS]
    head = translate("For discussion")
    title = translate("What it means, and {questions}", questions=_questions(len(right)))
    if not right:
        right = [_statement(texts, str(id_)) for id_ in briefing.watch][:_MOST_ITEMS]
        head = translate("What would change our mind")
        title = translate("What it means, and what would change our mind")
    used = [texts.claims[str(id_)] for id_ in (*briefing.implications, *briefing.watch)]
    if left and right:
        heads = (
            words_fill("left-head", translate("What it means")),
            words_fill("right-head", head),
        )
        fills = [*heads, *_items("left", "implication", left), *_items("right", "question", right)]
        layout = f"closing-{max(len(left), len(right))}"
    elif len(left or right) > 1:
        title = translate("What it means") if left else head
        fills = _items("", "row", left or right)
        layout = f"points-{len(left or right)}"
    else:
        return []
    fills += source_fill(texts.source_line(used))
    said = [*(claim.text for claim in used), *map(str, briefing.questions)]
    notes = texts.notes(said, used)
    return [Slide("meaning", layout, CLOSING, (title_fill(title), *fills), notes)]


def _statement(texts: StatementText, id_: str) -> Run:
    return Run(words_for_slide(texts.claims[id_]), statement=id_)


def _questions(number: int) -> str:
    word = translate(_WORDS[number])
    return translate_count("{word} question", "{word} questions", number, word=word)


def _items(side: str, slot: str, runs: Sequence[Run]) -> list[Fill]:
    mark = f"{side}-mark" if side else "mark"
    return [
        fill
        for n, run in enumerate(runs, 1)
        for fill in (words_fill(f"{mark}-{n}", str(n)), words_fill(f"{slot}-{n}", (run,)))
    ]
