"""Statements that were written without a look at the rules: what honest authors and liars may expect of `check`."""

import pytest
import yaml

from benchmarks.truth import SETS, Told, claim_of, hold, own_sets, read_set, share
from briefbook.checks.catalogue import rules
from tests.checks.test_catalogue import LEVELS


@pytest.fixture(scope="module")
def told() -> list[Told]:
    found: list[Told] = []
    for path in own_sets()[::4]:  # every fourth, for the time that all take
        text, statements, parties = read_set(path)
        hold(text, statements, parties)
        found += statements
    return found


def test_few_honest_statements_are_refused_and_a_quarter_at_most_draws_an_alarm(told):
    honest = [entry for entry in told if entry.is_honest]
    assert share(honest, "error") <= 0.05
    assert 1 - share(honest, "silent") <= 0.25


def test_three_of_five_lies_draw_an_alarm(told):
    lies = [entry for entry in told if not entry.is_honest]
    assert share(lies, "silent") <= 0.42


def test_no_rule_is_graver_than_the_catalogue_says(told):
    graver = {
        (rule.id, str(level))
        for rule in rules()
        for entry in told
        if (level := entry.rules.get(rule.id)) and level not in LEVELS[rule.severity]
    }
    assert graver == set()


def test_few_honest_statements_full_of_figures_are_refused():
    refused, held_at_all = [], 0
    for path in sorted(SETS.glob("*-figures.yaml"))[::3]:
        text, statements, parties = read_set(path)
        hold(text, statements, parties)
        held_at_all += len(statements)
        refused += [entry.claim.text for entry in statements if entry.fate == "error"]
    assert held_at_all > 100
    assert len(refused) <= 0.08 * held_at_all, refused


def test_honest_paragraphs_of_published_briefs_pass():
    entries = yaml.safe_load((SETS / "paragraphs.yaml").read_text(encoding="utf-8"))
    statements = [
        Told(f"p{n}-{k}", "paragraphs", [], claim_of(f"p{n}-{k}", sentence, {}), is_honest=True)
        for n, entry in enumerate(entries)
        for k, sentence in enumerate(entry["sentences"])
    ]
    hold("\n\n".join(entry["source_text"] for entry in entries), statements, ("US",))
    assert [entry.id for entry in statements if entry.fate == "error"] == []
