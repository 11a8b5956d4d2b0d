"""Short forms, headlines, the bottom line, takeaways, titles and judgements are held against what they rest on."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from briefbook.checks.context import Context
from briefbook.checks.grave_words import check_grave_words
from briefbook.checks.resting_texts import check_resting, not_told_yet
from briefbook.errors import Problem, Severity, SourceLocation
from briefbook.evidence.resting import Resting
from briefbook.evidence.support import AnchoredQuote, Role
from briefbook.model import Quote
from briefbook.text import StatementType
from tests.seeds import EXAMPLE, copy_of, edit, findings_of

CASES = yaml.safe_load((Path(__file__).parent / "short_texts.yaml").read_text(encoding="utf-8"))
ROLES = {
    "headline": Role.HEADLINE,
    "bottom line": Role.BOTTOM_LINE,
    "takeaway": Role.EXHIBIT,
    "event title": Role.EVENT,
}


def resting(role: str, text: str, *borne: dict[str, str]) -> Resting:
    """Return a text that rests on sentences; a short form and a lead are held as their whole claim is."""
    says, full = tuple(one["says"] for one in borne), tuple(one["text"] for one in borne)
    return Resting(
        role, "x", StatementType.REPORTED, (text,), says, (), SourceLocation("b.yaml", 1),
        tuple(AnchoredQuote(Quote(said), "s", None, said) for said in says), ROLES.get(role, Role.CLAIM),
        full=full, is_judged=role == "judgement",
        views=tuple(one["text"] for one in borne if one.get("view")),
    )  # fmt: skip


def alarms(text: Resting, *documents: str) -> list[Problem]:
    sources = tuple((f"s{n}", SimpleNamespace(text=said)) for n, said in enumerate(documents))
    context: Any = Context("Lorne", "en-US", (), (), (), (), frozenset(), (), sources)  # type: ignore[arg-type]
    found = (*check_resting(text, context), *check_grave_words(text, context))
    return [problem for problem in found if problem.severity is not Severity.REVIEW]


def told(kind: str) -> Iterator[tuple[str, list[Problem]]]:
    for case in CASES:
        statements = case["statements"]
        source = " ".join(one["says"] for one in statements.values())
        for role, ids, text in case[kind]:
            made = resting(role, text, *(statements[id_] for id_ in ids))
            yield text, alarms(made, source)


def test_lies_are_alarmed_at_and_hardly_an_honest_text():
    honest, lies = (Counter(bool(found) for _, found in told(kind)) for kind in ("honest", "lies"))
    assert honest.total() == lies.total() == 90
    assert honest[True] <= 5
    assert lies[True] >= 69


def test_each_rule_speaks_at_least_three_times_as_often_on_lies():
    spoken: dict[str, Counter[str]] = {
        kind: Counter(rule for _, found in told(kind) for rule in {p.rule for p in found})
        for kind in ("honest", "lies")
    }
    for rule in ("grave-added", "hedge-dropped", "negation-dropped", "opposite", "unrelated"):
        assert spoken["lies"][rule] >= max(3, 3 * spoken["honest"][rule]), rule


PLAN = {
    "says": "The ministry plans to replace the ferry with a bridge by 2028.",
    "text": "A bridge is planned in its place by 2028.",
}
MAY = {
    "says": "Engineers believe that the hull may fail within five years.",
    "text": "Within five years the hull may fail, engineers believe.",
}
VIEW = {
    "says": "The union alleges that the operator hid two accidents.",
    "text": "The union alleges that two accidents were hidden.",
    "view": "true",
}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Bridge by 2028", "hedge-dropped"),
        ("The hull fails in five years", "hedge-dropped"),
        ("The hull will fail within five years", "hedge-dropped"),
        ("Accidents were hidden by the operator", "voice-dropped"),
        ("Bridge cancelled", "grave-added"),
        ("The ferry is safe", "grave-added"),
        ("Pirates loot villages", "grave-added"),
        ("Turtles juggle teapots in moonlight", "unrelated"),
    ],
)
def test_a_false_headline_is_a_warning(text, rule):
    found = alarms(resting("headline", text, PLAN, MAY, VIEW), PLAN["says"])
    assert rule in {problem.rule for problem in found}


@pytest.mark.parametrize(
    "text",
    [
        "Bridge planned by 2028",
        "A bridge is to replace the ferry",
        "The hull may fail in five years",
        "Will the hull fail?",
        "The union alleges hidden accidents",
        "Two accidents hidden, by the union’s account",
        "Accidents, and a hull in doubt",
        "How safe is the ferry? Engineers fear failure",
    ],
)
def test_an_honest_headline_is_none(text):
    assert not [
        p.message
        for p in alarms(resting("headline", text, PLAN, MAY, VIEW))
        if "safe" not in p.message
    ]


def test_a_judgement_may_say_what_ought_to_be_of_what_it_rests_on():
    assert not alarms(
        resting("judgement", "The ferry should be replaced before its hull fails.", PLAN, MAY)
    )


def test_a_word_that_a_source_has_elsewhere_is_no_invention():
    text = "Turtles juggle teapots in moonlight"
    assert not alarms(resting("headline", text, PLAN), f"{text}, a poet wrote.")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("headline: Slow relations, with the railways as the exception", "headline: Ostmark must withdraw its troops", "grave-added"),
        ("headline: One bridge stands for the whole", "headline: Corruption and smuggling ruined the railways", "grave-added"),
        ("title: Railway bridge opened", "title: Railway bridge destroyed", "grave-added"),
        ("short: A $14 million railway bridge opened on 21 June 2011", "short: A $14 million railway bridge collapsed on 21 June 2011", "grave-added"),
        ("takeaway: The two stated amounts are of different sorts", "takeaway: Both amounts were stolen by the army", "grave-added"),
        ("key_headline: The railway bridge is what can be seen", "key_headline: Turtles juggle teapots in moonlight", "unrelated"),
        ("text: Relations and embassies", "text: Turtles juggle teapots in moonlight", "unrelated"),
        ("title: Money for rural clinics, label: Clinics, supported_by: [clinics]", "title: A policy of timidity, label: Clinics, supported_by: [critics]", "voice-dropped"),
        ("short: Ostmark calls its policy “patient”", "short: Its policy is cruel", "grave-added"),
        ("lead: Health was a smaller project.", "lead: Turtles juggle teapots in moonlight.", "unrelated"),
    ],
)  # fmt: skip
def test_each_kind_of_text_is_held_in_a_briefing(tmp_path, old, new, rule):
    seed = copy_of(EXAMPLE, tmp_path)
    edit(seed, old, new)
    assert rule in {problem.rule for problem in findings_of(seed)}


def test_what_is_told_of_a_line_already_is_not_told_again():
    at = SourceLocation("b.yaml", 3, 1), SourceLocation("b.yaml", 3, 9), SourceLocation("b.yaml", 4)
    error = Problem(at[0], "keeps no “may”", "", "short-hedge", "x")
    same, other = (Problem(place, "drops “may”", "", "hedge-dropped", "x") for place in at[1:])
    assert list(not_told_yet([error], [same, other, other])) == [other]
