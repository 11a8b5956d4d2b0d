"""The table in docs/verify.md says what verify does today."""

import os
import runpy

import pytest

from tests.seeds import ROOT

pytestmark = pytest.mark.slow


@pytest.mark.skipif(
    "ALL_TABLES" not in os.environ, reason="a minute; test_verify.py holds each kind"
)
def test_the_table_of_tamperings_is_up_to_date():
    script = runpy.run_path(str(ROOT / "docs" / "tools" / "tampering.py"))
    page = script["PAGE"].read_text(encoding="utf-8")
    assert script["with_table"](page, script["table"]()) == page
    assert "**no**" not in page


def test_the_table_of_what_a_reader_sees_is_up_to_date():
    script = runpy.run_path(str(ROOT / "docs" / "tools" / "tampering.py"))
    page = script["PAGE"].read_text(encoding="utf-8")
    assert script["with_table"](page, script["seen_table"](), script["SEEN_START"]) == page
