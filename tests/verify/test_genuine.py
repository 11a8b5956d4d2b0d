"""Every genuine set passes: orders of parts, markings, page sizes, all four documents."""

import runpy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from briefbook.build import build
from briefbook.errors import BriefbookError
from briefbook.verify import verify
from briefbook.verify.deck_grammar import FILE
from tests.seeds import EXAMPLE, ROOT, copy_of

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("keeping")]


@st.composite
def models(draw) -> dict[str, Any]:
    """Return the example's model with its parts in another order, marked or not."""
    model: dict[str, Any] = yaml.safe_load((EXAMPLE / "briefing.yaml").read_text(encoding="utf-8"))
    for section in model["sections"]:
        section["body"] = draw(st.permutations(section["body"]))
    model["sections"] = draw(st.permutations(model["sections"]))
    if draw(st.booleans()):
        model |= {"status": "draft", "marking": "FOR COMMENT"}
    return model


@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=[*HealthCheck])
@given(model=models())
def test_a_build_verifies_whatever_the_order_of_its_parts(model):
    with TemporaryDirectory() as folder:
        seed = copy_of(EXAMPLE, Path(folder))
        text = yaml.safe_dump(model, allow_unicode=True, sort_keys=False)
        (seed / "briefing.yaml").write_text(text, encoding="utf-8")
        try:
            made = build(seed, Path(folder, "out"), prints=frozenset(("slides", "handout"))).files
        except BriefbookError:
            assume(condition=False)
        assert verify(tuple(file for file in made if file.suffix != ".json")) == ()


def test_the_grammar_of_decks_is_up_to_date():
    script = runpy.run_path(str(ROOT / "docs" / "tools" / "deck_grammar.py"))
    file = ROOT / "report" / "briefbook" / "verify" / FILE
    assert script["text"]() == file.read_text(encoding="utf-8")
