"""Briefbook's own words in other languages: nothing is left out, and nothing passes unread."""

import ast
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from briefbook.build import build
from briefbook.errors import Severity
from briefbook.localization import (
    CATALOGUES,
    catalogue,
    localized,
    localized_number,
    translate,
    translate_count,
)
from briefbook.values.basis import Basis, PriceBase
from briefbook.values.dates import long_date, parse_date, short_date
from briefbook.values.formatting import choose_format, measure_name
from briefbook.values.units import parse_unit
from briefbook.verify import verify
from tests.seeds import ROOT, edit, problems_of

pytestmark = pytest.mark.usefixtures("keeping")

SOURCES = [*(ROOT / "report").rglob("*.py"), *(ROOT / "figures").rglob("*.py")]
_NAME = re.compile(r"\{(\w+)\}")


@pytest.fixture(scope="module")
def printed() -> tuple[set[str], set[tuple[str, str]]]:
    """All texts that the code has translated, and all pairs for one and many."""
    texts, plurals = set(), set()
    for path in SOURCES:
        code = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(code)) if "translate" in code else ():
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", "")
            if name == "translate" and isinstance(node.args[0], ast.Constant):
                texts.add(str(node.args[0].value))
            if name == "translate_count":
                plurals.add(ast.literal_eval(node.args[1]))
    return texts, plurals


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_text_of_the_code_is_translated(language, printed):
    own, (texts, plurals) = catalogue(language), printed
    assert len(texts) > 100
    assert sorted(texts - set(own.words)) == []
    assert sorted(plurals - set(own.plurals)) == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_translation_names_no_value_that_the_text_has_not(language):
    own = catalogue(language)
    for english, text in own.words.items():
        known = (
            {*_NAME.findall(english), "roman"}
            if "century" in english
            else {*_NAME.findall(english)}
        )
        assert {*_NAME.findall(text)} <= known, english
        assert text.strip(), english
        # Spaces at an end join what is printed; a translation that lost one would glue two words.
        assert (english[:1] == " ") <= text[:1].isspace(), english
        assert (english[-1:] == " ") <= text[-1:].isspace(), english


@pytest.mark.parametrize(
    ("language", "edtf", "long"),
    [
        ("fr", "1992-02-14", "14 février 1992"),
        ("fr", "2005-07-26/2005-07-27", "26–27 juillet 2005"),
        ("fr", "2001/..", "depuis 2001"),
        ("fr", "18XX", "XIXᵉ siècle"),
        ("fr", "200X", "années 2000"),
        ("fr", "-0043", "44 av. J.-C."),
        ("ru", "1992-02-14", "14 февраля 1992"),
        ("ru", "1992-05", "май 1992"),
        ("ru", "early 1992-05", "начало мая 1992"),
        ("ru", "18XX", "XIX век"),
        ("ru", "[2013-03-05, 2013-05-03]", "5 марта или 3 мая 2013"),
    ],
)
def test_dates_print_in_the_language(language, edtf, long):
    with localized(language):
        assert long_date(parse_date(edtf)) == long


def test_short_months_have_no_full_stop_and_english_is_as_before():
    with localized("fr-CA"):
        assert short_date(parse_date("1992-02-14")) == "14 févr 1992"
    assert short_date(parse_date("1992-02-14")) == "14 Feb 1992"


@pytest.mark.parametrize(
    ("language", "label", "name"),
    [
        ("en", "$16.5M", "millions of constant 2024 US dollars"),
        (
            "fr",
            "16,5\u00a0M\u00a0$US",
            "millions de dollars des États-Unis, prix constants de 2024",
        ),
        ("ru", "16,5\u00a0млн\u00a0$", "млн долларов США, в постоянных ценах 2024 года"),
    ],
)
def test_money_prints_as_the_language_writes_it(language, label, name):
    sum_ = Decimal(16_500_000)
    unit = parse_unit("USD").unit
    with localized(language):
        format_ = choose_format([sum_], unit)
        assert format_.label(sum_) == label
        assert measure_name(unit, Basis(prices=PriceBase(2024)), format_.factor) == name


def test_plurals_follow_the_language():
    one, many = "{n} category", "{n} categories"
    with localized("ru"):
        said = [translate_count(one, many, count) for count in (1, 3, 5, 21)]
    assert said == ["1 категория", "3 категории", "5 категорий", "21 категория"]
    assert [translate_count(one, many, count) for count in (1, 2)] == ["1 category", "2 categories"]


def test_numbers_have_the_separators_of_the_language():
    with localized("fr"):
        assert localized_number("1,234.5") == "1\u00a0234,5"
    with localized("de"):  # no catalogue: English words, English numbers
        assert localized_number("1,234.5") == "1,234.5"
        assert translate("Key points") == "Key points"


# ── The briefing ─────────────────────────────────────────────────────────────────────────────────


def _in(tmp_path: Path, language: str, more: str = "") -> Path:
    seed = tmp_path / language
    shutil.copytree(ROOT / "report" / "briefbook" / "example", seed)
    edit(seed, "lang: en-US", f"lang: {language}{more}")
    return seed


def test_a_language_that_the_checks_do_not_read_is_refused(tmp_path):
    (problem,) = (p for p in problems_of(_in(tmp_path, "fr")) if p.rule == "language")
    assert problem.severity is Severity.ERROR
    assert problem.place.line
    assert "checks: none" in problem.hint


def test_checks_are_not_left_out_of_an_english_briefing(tmp_path):
    problems = problems_of(_in(tmp_path, "en-GB", "\nchecks: none"))
    assert [p.rule for p in problems if p.severity is Severity.ERROR] == ["language"]


def test_what_needs_no_english_is_still_held(tmp_path):
    seed = _in(tmp_path, "fr", "\nchecks: none")
    text = (seed / "briefing.yaml").read_text(encoding="utf-8")
    (quote, *_) = re.findall(r"quote: (.{30})", text)
    edit(seed, quote, f"{quote[:-2]}qq")
    assert "quote-not-found" in {p.rule for p in problems_of(seed)}


def test_a_language_without_a_catalogue_is_warned_of(tmp_path):
    problems = problems_of(_in(tmp_path, "de", "\nchecks: none"))
    assert [(p.rule, p.severity) for p in problems] == [("language", Severity.WARNING)]


@pytest.mark.slow
@pytest.mark.parametrize("language", CATALOGUES)
def test_both_documents_say_that_nothing_was_checked_and_verify(tmp_path, language):
    from pypdf import PdfReader

    seed, out = _in(tmp_path, language, "\nchecks: none"), tmp_path / "out"
    built = build(seed, out, prints=frozenset(("slides", "handout")))
    files = tuple(path for path in built.files if path.suffix != ".json")
    assert verify(files) == ()
    words = catalogue(language).words
    pages = [page.extract_text() for page in PdfReader(out / f"{language}.pdf").pages]
    assert all(words["STATEMENTS NOT CHECKED"] in page for page in pages)
    assert words["Key points"] in pages[0]
    slides = [page.extract_text() for page in PdfReader(out / f"{language}-slides.pdf").pages]
    assert all(words["STATEMENTS NOT CHECKED"] in page for page in slides[1:])
    assert words["Statements not checked"] in " ".join(slides[0].split())
