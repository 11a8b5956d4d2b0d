"""The kinds of lies: what group each belongs to, and why not every one is caught."""

from __future__ import annotations

VALUES = (
    "number: one digit",
    "number in words: another",
    "scale: million for billion",
    "unit: another currency, thing or rate",
    "bound removed: about, more than, up to",
    "year: the neighbouring one",
    "month: another",
    "day: another",
    "date of an event: year",
    "date of an event: month",
    "date of an event: day",
    "sum of an amount",
)
RELATIONS = (
    "name: one from elsewhere",
    "two names change places",
    "verb exchanged for its opposite",
    "negation added",
    "negation dropped",
    "only, all, every, first added",
    "probably added to a report",
    "reservation removed: planned, said to, some",
    "view told as a fact",
    "view told as a fact, its voice left in",
)
BORNE = (
    "name: one of the same evidence",
    "number: another one of the same evidence",
    "year: another one of the same evidence",
    "number of a paragraph: one digit",
    "rise told as a fall in a computed text",
    "negation dropped from what the source is silent on",
)
EVIDENCE = (
    "quote altered by a word",
    "quote with a word left out",
    "the only quote deleted",
    "one of several quotes deleted",
    "evidence of another statement",
    "source edited, hash as it was",
    "source edited in a quoted passage, hash recorded again",
    "figure changed in a CSV file",
    "figure changed in a CSV file, hash recorded again",
    "formula: its number",
    "formula: another function",
    "formula: the neighbouring year",
)
GROUPS = {
    "Values": VALUES,
    "Relations": RELATIONS,
    "Right words of the wrong thing, and silence": BORNE,
    "Evidence": EVIDENCE,
}

REASONS = {
    "negation dropped": "“with restriction” of what the evidence calls “unrestricted”: a negation inside of a word is not read.",
    "number in words: another": "The judgement’s other evidence has that number of something else.",
    "unit: another currency, thing or rate": "Numbers in words below five in judgements and computed texts count the briefing’s own things and are not held; others there are held as warnings.",
    "number: one digit": "The other number stands in the paragraph of the quote: a warning, since the quote may only be too short.",
    "probably added to a report": "Where the source itself leaves something open, “probably” may be a word for it.",
    "bound removed: about, more than, up to": "Who leaves “about” out says no other number: a reason for a look.",
    "year: the neighbouring one": "A subtitle may name any year of the briefing.",
    "day: another": "What had not happened by one day had not happened by the day before: no lie.",
    "month: another": "A month without a year is held where the evidence names months: not in a definition that rests on figures (“October to September”), nor in what would settle a question, which rests on the whole.",
    "name: one from elsewhere": "A party of the briefing may be named wherever the sentences around a quote name it.",
    "two names change places": "The name of a city may stand for its country, and verbless texts have no order that tells who acts.",
    "verb exchanged for its opposite": "The pair is in no table of opposites, or the evidence has both words.",
    "negation added": "What a passage “is said to” say, or what the source leaves open, is negated without a word of its own to hold it against.",
    "reservation removed: planned, said to, some": "“could name” told as “name”: a possibility outside a table of reservations.",
    "view told as a fact": "A view that the source tells without a word of saying or thinking, and that is given no voice in the text.",
    "only, all, every, first added": "The evidence has such a word of something else.",
    "name: one of the same evidence": "Both names are in the quotes; only the words beside each tell which is meant, and they tell it for countries and cities.",
    "number: another one of the same evidence": "Both numbers are in the quotes; which belongs to what is for a person to read.",
    "year: another one of the same evidence": "Likewise for years.",
    "number of a paragraph: one digit": "Both paragraphs are among those that the statement is quoted from.",
    "rise told as a fall in a computed text": "The direction is held where a formula gives the change or the text says from what to what; not where two statements are compared.",
    "negation dropped from what the source is silent on": "That a source does not say something has no quote; only reading the source can tell.",
    "one of several quotes deleted": "What is left bears all that the statement says.",
    "evidence of another statement": "Cells of few words (“Not stated”, “The governments”, “Washington”) have no value, and no name but a party’s, so that the other quote bears them as well.",
    "figure changed in a CSV file, hash recorded again": "A new hash says that somebody has checked the file. Figures that a formula uses are still held; the rest shows in `briefbook diff` against the former edition.",
    "formula: another function": "The result is the same, so that nothing printed is untrue.",
    "formula: the neighbouring year": "The highest, lowest or rounded value is the same, so that nothing printed is untrue.",
}
"""Of each kind that is not always caught or flagged."""

FILES = {
    "pdf-amount": "PDF: a digit of an amount",
    "pdf-day": "PDF: a digit of a day",
    "pdf-number-word": "PDF: a reservation dropped",
    "pdf-quote": "PDF: a digit of a quoted passage",
    "pdf-alt": "PDF: a digit of an alternative text",
    "pptx-text": "PPTX: a digit on a slide",
    "pptx-big-number": "PPTX: million for billion",
    "pptx-notes": "PPTX: a digit in the notes",
    "pptx-cell": "PPTX: a digit in a table’s cell",
    "pptx-sheet": "PPTX: a cell of a chart’s workbook",
    "pptx-cache": "PPTX: a value that a chart draws",
    "pptx-alt": "PPTX: a digit of an alternative text",
}
"""Ways to change a finished file (`tests/verify/tampering.py`), all of which are reported."""
