"""A true briefing has no problem; every small lie is named with its line."""

import pytest

from briefbook.checks import check
from briefbook.evidence.resolve import resolve
from briefbook.model.reader import read_briefing
from tests.seeds import EXAMPLE, ROOT, edit, problems_of


@pytest.fixture
def seed(fresh_example):
    return fresh_example


@pytest.mark.parametrize(
    "path", [EXAMPLE, *sorted((ROOT / "seeds").iterdir())], ids=lambda p: p.name
)
def test_every_shipped_seed_is_clean(path):
    assert check(resolve(read_briefing(path))) == ()


LIES = [
    # (what is written, the lie, the rule that catches it, what the message says)
    ("at a cost of $14 million, opened", "at a cost of $41 million, opened", "unsupported-value", "$41 million"),
    ("at a cost of $14 million, opened", "at a cost of $14 billion, opened", "unsupported-value", "$14 billion"),
    ("opened on 21 June 2011.\n    short", "opened on 22 June 2011.\n    short", "unsupported-value", "22 June 2011"),
    ("followed in September 1996, Verania", "followed in September 1997, Verania", "unsupported-value", "1997"),
    ("text: About 40 trains use it", "text: Exactly 40 trains use it", "bound-dropped", "about that number"),
    ("text: About 40 trains use it", "text: About 400 trains use it", "unsupported-value", "400"),
    ("value: USD 14 million", "value: USD 15 million", "unsupported-value", "$15 million"),
    ("date: 2004-10-12", "date: 2004-10-13", "unsupported-value", "2004-10-13"),
    ("takeaway: Grants peaked at $5.2 million", "takeaway: Grants peaked at $5.3 million", "unsupported-value", "$5.3 million"),
    ('"max(grants, 2006, 2014)"', '"max(grants, 2006, 2009)"', "formula-wrong", "$5.2 million"),
    ('"year_of_max(grants, 2006, 2014)"', '"year_of_min(grants, 2006, 2014)"', "formula-wrong", "2010"),
    ("{quote: About 40 trains cross it daily.}", "{quote: About 41 trains cross it daily.}", "quote-not-found", "About 40 trains cross it daily"),
    ("text: Critics see timidity where", "text: On October 12, 2004, the two governments signed an agreement on cross-border trade and critics see timidity where", "copied", "copies the source"),
    ("years: 1994–2001", "years: the nineties", "phase", "not a span of years"),
    ("subtitle: Grants paid out", "subtitle: Grants in fiscal years", "subtitle-unit", "fiscal years"),
    ("subtitle: Grants paid out", "subtitle: Grants, percent", "subtitle-unit", "percent"),
    ("text: Ostmark calls its own policy", "text: Ostmark, whose C-130 is new, calls its own policy", "unsupported-name", "C-130"),
    ("    evidence: [{quote: About 40 trains cross it daily.}]", "    supported_by: [policy]\n    evidence: [{quote: About 40 trains cross it daily.}]", "view-as-fact", "rests on “policy”"),
]  # fmt: skip


@pytest.mark.parametrize(("truth", "lie", "rule", "said"), LIES)
def test_a_lie_is_caught_with_its_line(seed, truth, lie, rule, said):
    edit(seed, truth, lie)
    line = (seed / "briefing.yaml").read_text().split(lie)[0].count("\n") + 1
    caught = [problem for problem in problems_of(seed) if problem.rule == rule]
    assert caught, problems_of(seed)
    assert any(said in problem.message + problem.hint for problem in caught)
    assert any(abs(problem.place.line - line) <= 1 for problem in caught)


SLIPS = [
    ("supported_by: [bridge, policy, critics]\n  supports", "supported_by: [brigde, policy, critics]\n  supports", "brigde"),
    ("key_points: [bridge, clinics, critics]", "key_points: [bridge, clinics]", "2 key points"),
    ("    voice: unnamed critics", "    kind: attributed", "stands twice"),
    ("    voice: Ostmark\n", "", "names no voice"),
    ("series: grants, highlight", "series: grant, highlight", "grant"),
    ("notice_label: One source\nnotice: This paper rests on a single text, and that text is invented. It shows how a briefing is made.", "", "single source"),
    ("    lead: Health was a smaller project.\n", "", "no lead"),
    ("text: The relationship moves slowly,", f"text: The relationship moves {'very ' * 30}slowly,", "at most 45"),
    ("kind: works, title: Trade agreement signed", "kind: trade, title: Trade agreement signed", "no lane “trade”"),
    ("    evidence: [{quote: Critics call it timid.}]", "    supported_by: [trains]", "rests on reported statements alone"),
    ("columns: {series: grants, highlight: [2010, 2014]}", "table: {headers: [A, B], widths: [9], rows: [{name: X, cells: [{text: Y}]}]}", "2 headers and 1 widths"),
    ("columns: {series: grants, highlight: [2010, 2014]}", "table: {headers: [A, B], widths: [9, 9], rows: [{name: X, cells: [{text: Y}, {text: Z}]}]}", "has 2 cells beside its name"),
    ("- block: critics", "- block: bridge", "only the other kinds are set as blocks"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "said"), SLIPS)
def test_a_slip_of_the_pen_is_named(seed, right, wrong, said):
    edit(seed, right, wrong)
    assert any(said in problem.message for problem in problems_of(seed)), problems_of(seed)


def test_a_changed_source_is_refused_until_its_hash_is_recorded_again(seed):
    edit(seed, "About 40 trains", "About 45 trains", "source.txt")
    (problem,) = problems_of(seed)
    assert problem.rule == "source-changed"
    assert problem.hint


def test_all_problems_are_reported_at_once_in_the_order_of_the_file(seed):
    edit(seed, "value: USD 14 million", "value: USD 15 million")
    edit(seed, "date: 2004-10-12", "date: 2004-10-13")
    edit(seed, "text: About 40 trains use it", "text: About 400 trains use it")
    lines = [problem.place.line for problem in problems_of(seed)]
    assert len(lines) >= 3
    assert lines == sorted(lines)


def test_a_quote_of_more_than_forty_words_is_too_long(seed):
    words = " ".join(["word"] * 41)
    edit(seed, "{quote: About 40 trains cross it daily.}", f"{{quote: {words}}}")
    assert "quote-too-long" in {problem.rule for problem in problems_of(seed)}
