"""An amount that is a range keeps both ends, from its quote to chart, tables and manifest."""

import hashlib
import json

import pytest

from briefbook.build import build
from briefbook.verify import verify
from tests.seeds import EXAMPLE, copy_of, edit, problems_of

pytestmark = pytest.mark.usefixtures("keeping")


@pytest.fixture
def seed(tmp_path):
    """The example, in whose source the clinics cost 2.5 to 4 million dollars."""
    made = copy_of(EXAMPLE, tmp_path)
    source, model = made / "source.txt", made / "briefing.yaml"
    before, text = source.read_bytes(), model.read_text(encoding="utf-8")
    after = before.replace(b"$2.5 million", "$2.5–4 million".encode())
    source.write_bytes(after)
    text = text.replace("$2.5 million", "$2.5–4 million")
    old, new = (hashlib.sha256(data).hexdigest() for data in (before, after))
    text = text.replace(old, new)
    model.write_text(text, encoding="utf-8")
    return made


def value(seed, said):
    edit(seed, "value: USD 2.5 million", f"value: {said}")
    assert [p.message for p in problems_of(seed) if p.rule in ("model", "source-changed")] == []
    return [p.message for p in problems_of(seed) if p.statement == "a-clinics"]


@pytest.mark.parametrize("said", ["USD 2.5–4 million", "USD 2.5-4 million", "USD 2.5 to 4 million"])
def test_a_range_with_both_ends_of_the_quote_passes(seed, said):
    assert value(seed, said) == []


@pytest.mark.parametrize(
    "said",
    [
        "USD 2.5 million",
        "USD 4 million",
        "USD 2.5–5 million",
        "USD 2–4 million",
        "EUR 2.5–4 million",
    ],
)
def test_a_range_with_another_end_is_reported_with_the_source_words(seed, said):
    [message] = value(seed, said)
    assert "source says “$2.5–4 million”" in message


def test_a_range_that_falls_is_refused(seed):
    edit(seed, "value: USD 2.5 million", "value: USD 4–2.5 million")
    assert any("does not rise" in problem.message for problem in problems_of(seed))


def test_a_range_stands_in_no_formula(seed):
    edit(seed, "value: USD 2.5 million", "value: USD 2.5–4 million")
    edit(seed, "computed: {two: count(amounts)}", 'computed: {two: "amount(a-clinics) / 1000000"}')
    assert any("“a-clinics” is a range: $2.5–4 million" in p.message for p in problems_of(seed))


def test_both_ends_reach_chart_sheet_table_and_manifest(seed, tmp_path):
    edit(seed, "value: USD 2.5 million", "value: USD 2.5–4 million")
    files = {path.suffix: path for path in build(seed, tmp_path / "dist").files}
    manifest = json.loads(files[".json"].read_text(encoding="utf-8"))
    [fact] = [fact for fact in manifest["facts"] if fact["statement"] == "a-clinics"]
    assert fact["value"] == {"number": "2500000", "to": "4000000", "unit": "USD"}
    [shown] = [e for e in manifest["exhibits"].values() if "Rural clinics" in str(e)]
    assert ["Rural clinics, up to", "4000000"] in shown["series"][0]["points"]
    assert verify((files[".pdf"], files[".pptx"])) == ()
