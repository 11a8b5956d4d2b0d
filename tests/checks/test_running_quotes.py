"""A quotation may run over passages that follow one another in the source, and over no others."""

import pytest

from tests.seeds import EXAMPLE, copy_of, edit, problems_of

OWN = """text: Critics see timidity where the government sees patience.
    short: Critics call the policy timid
    evidence: [{quote: Critics call it timid.}]"""


@pytest.mark.parametrize(
    ("before", "quoted", "is_there"),
    [
        ("Ostmark describes its policy toward Verania as patient.", "as patient. Critics call it", True),
        ("About 40 trains cross it daily.", "daily. Critics call it", False),
        ("Ostmark describes its policy toward Verania", "Verania Critics call it", False),
    ],
)  # fmt: skip
def test_the_marks_may_span_neighbours_only(tmp_path, before, quoted, is_there):
    seed = copy_of(EXAMPLE, tmp_path)
    new = f"""text: "The source says “{quoted} timid”."
    short: Critics call the policy timid
    evidence: [{{quote: "{before}"}}, {{quote: Critics call it timid.}}]"""
    edit(seed, OWN, new)
    found = [p for p in problems_of(seed) if p.rule == "quoted-words" and p.statement == "critics"]
    assert (not found) is is_there
