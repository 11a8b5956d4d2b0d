"""Every quote is looked for in the new text; what does not hold is told, and moved ones are mended."""

import re
import textwrap
from collections import Counter

import pytest

from briefbook.evidence.citations import supported_statements
from briefbook.language.document import Document
from briefbook.model.reader import read_briefing
from briefbook.refresh.anchors import Found, Reading, Status, reanchor
from briefbook.refresh.fact_diff import changed_facts
from briefbook.sources.anchoring import Anchor, find_quote
from tests.refresh.faults import SOURCE
from tests.seeds import ROOT, TAJIKISTAN, edit, problems_of

TEXT = SOURCE.decode()
TRADE = (
    "On October 12, 2004, the two governments signed an agreement on cross-border trade in Lissa."
)


def anchored(old: str, new: str, exact: str, prefix: str = "", suffix: str = "") -> Found:
    return reanchor(
        Document("old", old, ""), Document("new", new, ""), Reading(exact, prefix, suffix)
    )


# ── Statuses ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("old", "new", "status", "holds"),
    [
        ("its embassy in Lissa", "its embassy in Lissa", Status.SAME, True),
        ("its embassy in Lissa", "its embassy\nin  Lissa", Status.REFLOWED, True),
        ("its embassy in Lissa", "its em-\nbassy in Lissa", Status.REFLOWED, False),
        ("its embassy in Lissa", "its embassyin Lissa", Status.REFLOWED, False),
        ("in September 1996.", "in October 1996.", Status.FACTS_CHANGED, False),
        ("Verania opened an embassy", "Verania has opened an embassy", Status.EDITED, False),
        ("Verania opened an embassy", "Verania closed an embassy", Status.FACTS_CHANGED, False),
        (
            "Verania opened an embassy",
            "Verania never opened an embassy",
            Status.FACTS_CHANGED,
            False,
        ),
        ("About 40 trains", "About 400 trains", Status.FACTS_CHANGED, False),
        (TRADE, "", Status.LOST, False),
    ],
)
def test_the_status_says_what_became_of_a_quote(old, new, status, holds):
    exact = TRADE if old == TRADE else next(s for s in re.split(r"(?<=\.)\s", TEXT) if old in s)
    found = anchored(TEXT, TEXT.replace(old, new), exact)
    assert (found.status, found.holds) == (status, holds)


def test_a_quote_in_another_paragraph_has_moved_and_holds():
    found = anchored(TEXT, "News.\n\n" + TEXT, TRADE)
    assert (found.status, found.holds, found.paragraphs) == (Status.MOVED, True, (4,))


def test_a_quote_that_now_stands_twice_is_ambiguous_and_says_where():
    found = anchored(TEXT, TEXT + "\n" + TRADE, TRADE)
    assert (found.status, found.holds, found.paragraphs) == (Status.AMBIGUOUS, False, (3, 6))


def test_a_quote_between_other_words_is_given_its_new_neighbours():
    old, new = "It was agreed in May. It was agreed in June.", "It was agreed late in May."
    found = anchored(old, new, "in May", prefix="agreed")
    assert found == Found(Status.MOVED, reading=Reading("in May", "late"), paragraphs=(1,))


def test_a_quote_that_ends_inside_another_figure_does_not_hold():
    """“about 4” stands in “about 40”, letter for letter."""
    found = anchored("They have 4", "They have 40", "They have 4")
    assert (found.status, found.changes) == (Status.FACTS_CHANGED, ("4 → 40",))


def test_a_quote_with_words_left_out_is_found_part_by_part():
    found = anchored(TEXT, TEXT.replace("two governments", "two  gov-\nernments"),
                     "On October 12, 2004, […] governments signed an agreement")  # fmt: skip
    assert found.status is Status.REFLOWED


def test_what_is_lost_names_the_nearest_passage_if_any_is_near():
    new = TEXT.replace(
        TRADE, "The two governments talked about cross-border trade in Lissa last year."
    )
    found = anchored(TEXT, new, TRADE)
    assert found.status in (Status.LOST, Status.FACTS_CHANGED)
    assert "cross-border trade in Lissa" in found.nearest


def test_no_passage_of_an_unrelated_text_is_taken_for_the_quote():
    other = (ROOT / "tests/sources/samples/encyclopaedia.txt").read_text(encoding="utf-8")
    assert statuses(lambda *_: other) == {Status.LOST: QUOTES}


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("cost $14 million", "cost $41 million", ("14 → 41",)),
        ("cost $14 million", "cost €14 million", ("$ → €",)),
        ("opened in 2001", "may have opened in 2001", ("+ may",)),
        ("reached Lissa", "reached Tarn", ("Lissa → Tarn",)),
        ("trade increased", "trade decreased", ("increased → decreased",)),
        ("it did not agree", "it did agree", ("- not",)),
        ("on May 3, 1994", "on 3 May 1994", ()),
        ("the two governments met", "both governments met", ("- two",)),
        ("signed an agreement", "signed the agreement", ()),
    ],
)
def test_facts_are_compared_apart_from_the_words_around_them(old, new, changes):
    assert changed_facts(old, new) == changes


# ── At scale: the quotes of the worked example ───────────────────────────────────────────────────

EXAMPLE = read_briefing(TAJIKISTAN)
QUOTED = [
    quote
    for statement, _ in supported_statements(EXAMPLE)
    for quote in getattr(statement, "evidence", ())
    if EXAMPLE.source_of(quote) == "page"
]
QUOTES = len(QUOTED)


def statuses(change) -> dict[Status, int]:
    """Count the statuses of the example's quotes after a change of the text, quote by quote."""
    old = EXAMPLE.texts["page"]
    found: Counter[Status] = Counter()
    for quote in QUOTED:
        new = Document("new", change(old.text, str(quote.quote)), "")
        reading = Reading(str(quote.quote), str(quote.prefix), str(quote.suffix))
        became = reanchor(old, new, reading)
        found[became.status] += 1
        anchor = find_quote(new, reading.exact, reading.prefix, reading.suffix)
        is_found = isinstance(anchor, Anchor)
        assert became.holds == is_found or became.status is Status.FACTS_CHANGED
    return dict(found)


def within(passage_change):
    """Return a change of the quoted passage alone."""

    def change(text: str, exact: str) -> str:
        found = find_quote(Document("", text, ""), exact)
        if not isinstance(found, Anchor):
            return text
        passage: str = passage_change(text[found.start : found.end])
        return f"{text[: found.start]}{passage}{text[found.end :]}"

    return change


def test_all_quotes_survive_a_text_in_another_order():
    reverse = lambda text, _: "\n\n".join(reversed(text.split("\n\n")))  # noqa: E731
    assert statuses(reverse) == {Status.MOVED: QUOTES}


def test_all_quotes_survive_other_line_breaks():
    wrapped = lambda text, _: "\n\n".join(textwrap.fill(p, 60) for p in text.split("\n\n"))  # noqa: E731
    found = statuses(wrapped)
    assert set(found) == {Status.SAME, Status.REFLOWED}  # the same: what fits a line
    assert found[Status.REFLOWED] > found[Status.SAME]


def test_a_figure_that_changes_is_never_taken_for_an_edit():
    def next_figure(passage: str) -> str:
        return re.sub(r"\d+", lambda match: str(int(match[0]) + 1), passage, count=1)

    found = statuses(within(next_figure))
    assert found[Status.FACTS_CHANGED] == sum(bool(re.search(r"\d", q.quote)) for q in QUOTED)
    assert set(found) == {Status.FACTS_CHANGED, Status.SAME}  # the same: quotes without a figure


def test_a_denial_that_comes_is_never_taken_for_an_edit():
    def denied(passage: str) -> str:
        words = passage.split()
        return " ".join((*words[:3], "not", *words[3:]))

    assert Status.EDITED not in statuses(within(denied))


# ── In a seed ────────────────────────────────────────────────────────────────────────────────────


def rules(seed) -> set[str]:
    return {problem.rule for problem in problems_of(seed) if problem.severity == "error"}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("cost 14 million US dollars", "cost 41 million US dollars", "quote-facts-changed"),
        (TRADE, "Nothing was signed.", "quote-lost"),
        ("About 40 trains", "About four tens of trains", "quote-facts-changed"),
    ],
)
def test_what_no_longer_bears_a_statement_fails_here_and_in_the_check(refreshing, old, new, rule):
    refreshing.sends(TEXT.replace(old, new))
    report = refreshing()
    assert report.exit_code == 1
    assert {problem.rule for problem in report.problems} == {rule}
    assert "quote-not-found" in rules(refreshing.seed)


def test_a_problem_stands_at_the_quote_in_the_file_as_it_is_now(refreshing):
    refreshing.sends(TEXT.replace("14 million", "41 million"))
    [problem] = refreshing().problems
    assert problem.statement == "bridge"
    assert "14 → 41" in problem.message
    assert "nearest passage is “a railway bridge" in problem.hint
    assert "41 million" in problem.hint
    line = refreshing.model().splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :].lstrip('"').startswith("a railway bridge")


def test_the_check_shows_the_nearest_text(refreshing):
    refreshing.sends(TEXT.replace("14 million", "41 million"))
    refreshing()
    hints = [p.hint for p in problems_of(refreshing.seed) if p.rule == "quote-not-found"]
    assert any("41 million" in hint for hint in hints)


def test_a_quote_that_does_not_hold_is_told_again_although_the_source_is_unchanged(refreshing):
    refreshing.sends(TEXT.replace("14 million", "41 million"), ETag='"x"')
    first = refreshing()
    from tests.refresh.faults import PATH
    from tests.refresh.server import Reply

    refreshing.server.tell(PATH, Reply(304))
    again = refreshing()
    assert [p.message for p in again.problems] == [p.message for p in first.problems]
    assert again.files == ()


def test_reflowed_quotes_are_rewritten_when_asked_and_the_check_passes(refreshing):
    refreshing.sends(TEXT.replace("an agreement", "anagreement").replace("capital of", "capitalof"))
    report = refreshing()
    assert report.exit_code == 1
    assert "--update-anchors" in report.problems[0].hint
    before = refreshing.model()
    report = refreshing(moved=True)
    assert report.exit_code == 0
    assert sum(quote.is_rewritten for quote in report.sources[0].quotes) == 2
    assert rules(refreshing.seed) == set()
    changed = [
        (old, new)
        for old, new in zip(before.splitlines(), refreshing.model().splitlines(), strict=True)
        if old != new
    ]
    assert [new.replace("anagreement", "an agreement").replace("capitalof", "capital of")
            for _, new in changed] == [old for old, _ in changed]  # fmt: skip


def test_edited_quotes_are_not_rewritten_without_a_word(refreshing):
    refreshing.sends(TEXT.replace("opened an embassy", "has opened an embassy"))
    report = refreshing(moved=True)
    assert report.exit_code == 1
    [problem] = report.problems
    assert problem.rule == "quote-edited"
    assert "--accept-edited" in problem.hint
    assert refreshing(edited=True).exit_code == 0
    assert "- quote: Verania has opened an embassy in Ostmark in 2001." in refreshing.model()
    assert rules(refreshing.seed) == set()


def test_changed_facts_are_never_rewritten(refreshing):
    refreshing.sends(TEXT.replace("14 million", "41 million"))
    report = refreshing(moved=True, edited=True)
    assert report.exit_code == 1
    assert not any(quote.is_rewritten for quote in report.sources[0].quotes)
    assert "14 million US dollars" in refreshing.model()


def test_sentences_left_out_on_purpose_are_looked_for_too(refreshing):
    assert "omissions:" not in refreshing.model()
    with (refreshing.seed / "briefing.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "\nomissions:\n  - {sentence: Ostmark describes its policy, reason: An example}\n"
        )
    refreshing.sends(
        TEXT.replace("Ostmark describes its policy", "Ostmark has described its policy")
    )
    report = refreshing(edited=True)
    assert "sentence: Ostmark has described its policy" in refreshing.model()
    assert "omission" not in rules(refreshing.seed)
    assert report.exit_code in (0, 1)


def test_a_comment_beside_a_rewritten_quote_stays(refreshing):
    edit(
        refreshing.seed,
        "- quote: Verania opened an embassy in Ostmark in 2001.",
        "- quote: Verania opened an embassy in Ostmark in 2001.   # the second one",
    )
    refreshing.sends(TEXT.replace("opened an embassy", "has opened an embassy"))
    refreshing(edited=True)
    assert "embassy in Ostmark in 2001.   # the second one\n" in refreshing.model()
