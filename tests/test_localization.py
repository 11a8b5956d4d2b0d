"""Briefbook's own words in other languages: nothing is left out, and nothing passes unread."""

import ast
import re
import shutil
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefbook.build import build
from briefbook.errors import Severity
from briefbook.localization import (
    CATALOGUES,
    catalogue,
    labelled,
    localized,
    localized_number,
    quoted,
    translate,
    translate_count,
)
from briefbook.values.basis import Basis, PriceBase
from briefbook.values.dates import long_date, parse_date, short_date
from briefbook.values.formatting import choose_format, measure_name, prose
from briefbook.values.quantity import Quantity
from briefbook.values.units import parse_unit
from briefbook.verify import verify
from briefbook.verify.facts import printed_value, spaced
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
            if name == "translate_count" and isinstance(node.args[1], ast.Constant):
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
        ("fr", "2006-08-01", "1er août 2006"),
        ("fr", "2006-08-01/2006-08-05", "1er–5 août 2006"),
        ("fr", "2006-07-30/2006-08-01", "30 juillet – 1er août 2006"),
        ("fr", "[2013-03-01, 2013-05-03]", "1er mars ou 3 mai 2013"),
        ("fr", "early 199X", "début des années 1990"),
        ("fr", "late 18XX", "fin du XIXᵉ siècle"),
        ("fr", "199X/..", "depuis les années 1990"),
        ("fr", "mid 2003-04", "mi-avril 2003"),
        ("ru", "2006-08-01", "1 августа 2006"),
        ("ru", "mid 199X", "середина 1990-х годов"),
        ("ru", "early 19XX", "начало XX века"),
        ("ru", "199X/..", "с 1990-х годов"),
        ("ru", "1992-03~", "около марта 1992"),
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


def test_every_plural_has_the_forms_of_its_language():
    from babel import Locale

    for language in CATALOGUES:
        wanted = {str(Locale.parse(language).plural_form(n)) for n in range(200)}
        for many, forms in catalogue(language).plurals.items():
            assert wanted <= set(forms), many


def test_one_of_something_is_told_in_the_singular():
    one_used = ("{n} is used", "{n} are used")
    with localized("fr"):
        assert translate_count(*one_used, 1) == "1 est utilisée"
        assert translate_count(*one_used, 4) == "4 sont utilisées"
        assert translate_count("{n} not used", "{n} not used", 1) == "1 non utilisée"
        assert translate_count("{n} row", "{n} rows", 1) == "1 ligne"
        said = translate_count(
            "{n} of {words} words quoted", "{n} of {words} words quoted", 1, n="1", words="33"
        )
        assert said == "1 mot cité sur 33"
    with localized("ru"):
        counts = [translate_count("{n} event", "{n} events", n) for n in (1, 2, 5, 21)]
        assert counts == ["1 событие", "2 события", "5 событий", "21 событие"]
    assert translate_count(*one_used, 1) == "1 is used"


def test_french_de_loses_its_vowel_before_another():
    with localized("fr"):
        names = (
            "euros",
            "États",
            "hectares",
            "habitants",
            "haricots",
            "onze",
            "yens",
            "dollars",
            "1990",
        )
        said = [translate("{scale} of {name}", scale="millions", name=name) for name in names]
    assert said == [
        "millions d’euros", "millions d’États", "millions d’hectares", "millions d’habitants",
        "millions de haricots", "millions de onze", "millions de yens", "millions de dollars", "millions de 1990",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "number", "unit", "words"),
    [
        ("fr", 1_500_000, "EUR", "1,5 million d’euros"),
        ("fr", 2_500_000, "EUR", "2,5 millions d’euros"),
        ("fr", 250_000, "USD", "250\u00a0000 dollars des États-Unis"),
        ("fr", 3_000_000_000, "USD", "3 milliards de dollars des États-Unis"),
        ("fr", 2_000_000, "arbres", "2 millions d’arbres"),
        ("ru", 1_500_000, "EUR", "1,5 млн евро"),
        ("ru", 3, "percent", "3 процента"),
        ("ru", 11, "percent", "11 процентов"),
        ("en", 1_500_000, "EUR", "€1.5 million"),
    ],
)
def test_sums_in_words_have_the_number_of_their_scale(language, number, unit, words):
    with localized(language):
        assert prose(Quantity(Decimal(number), parse_unit(unit).unit)) == words


def test_a_table_is_verified_whatever_space_groups_its_figures():
    exhibit = SimpleNamespace(decimals=0, factor=1)
    with localized("fr"):
        printed = printed_value(Decimal(1_234_567), exhibit)  # type: ignore[arg-type]
    assert printed == "1\u00a0234\u00a0567"
    assert spaced(printed) == spaced("1 234 567\n")


def test_labels_have_the_marks_of_the_language():
    with localized("fr"):
        assert labelled("Coût", "3") == "Coût\u00a0: 3"
        assert translate("; ").join("ab") == "a\u00a0; b"
        assert quoted("Une note") == "«\u00a0Une note\u00a0»"
    with localized("ru"):
        assert quoted("Записка") == "«Записка»"
    assert labelled("Cost", "3") == "Cost: 3"
    assert quoted("A note") == "“A note”"


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
