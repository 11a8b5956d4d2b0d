"""Figures from an address: new years appended, revised ones told, and nothing mixed."""

import hashlib
import json
from decimal import Decimal

import pytest

from briefbook.model import Feed, FeedFormat, Prices, Series
from briefbook.model.reader import read_briefing
from briefbook.refresh.errors import Unfetched
from briefbook.refresh.feeds import read_figures
from briefbook.refresh.report import Outcome
from briefbook.values.basis import Calendar, parse_prices
from briefbook.values.units import parse_unit
from tests.refresh.server import Reply
from tests.seeds import EXAMPLE, edit, problems_of

GRANTS = (EXAMPLE / "grants.csv").read_text(encoding="utf-8")
CSV = "/grants.csv"

HEADER = (
    "Country Code,Country Name,Region ID,Region Name,Income Group Acronym,Income Group Name,"
    "Transaction Type ID,Transaction Type Name,Fiscal Year,current_amount,constant_amount,,,ilte="
)
OLD_HEADER = (
    "country_code,country_name,region_id,Region Name,income_roup,income_group_name,"
    "transaction_type_id,transaction_type_name,fiscal_year,current_amount,constant_amount"
)


def row(country: str, measure: str, year: str, current: str, constant: str) -> str:
    return f"{country},Some Land,7,Region,LIC,Low,2,{measure},{year},{current},{constant}"


AID = "\n".join(
    [
        HEADER,
        row("TJK", "Obligations", "2022", "100", "106") + ",,,",
        row("TJK", "Obligations", "2024", "300", "300"),
        row("TJK", "Obligations", "1976tq", "1", "5"),
        row("TJK", "Disbursements", "2024", "77", "77"),
        row("UZB", "Obligations", "2022", "900", "950"),
        row("UZB", "Obligations", "2024", "901", "901"),
        row("TJK", "Obligations", "2025", "-20", "-19"),
        row("TJK", "Obligations", "2026", "NULL", "."),
    ]
)


def series(**fields: object) -> Series:
    prices = parse_prices(str(fields.get("prices", "constant 2024")))
    unit = parse_unit("USD")
    return Series("aid", "aid.csv", "Aid", unit, "Nobody", "first", prices, Calendar(10))


def feed(format_: FeedFormat, **fields: object) -> Feed:
    return Feed("https://example.org/", format_, **fields)  # type: ignore[arg-type]


def obligations(text: str, prices: Prices = Prices.CONSTANT, own="constant 2024"):
    wanted = feed(
        FeedFormat.FOREIGN_ASSISTANCE, country="TJK", measure="obligations", prices=prices
    )
    return read_figures(text.encode(), series(prices=own), wanted)


# ── ForeignAssistance.gov ────────────────────────────────────────────────────────────────────────


def test_one_country_one_measure_and_one_kind_of_prices_are_taken():
    found = obligations(AID)
    assert found.values == {2022: 106, 2024: 300, 2025: -19}
    assert found.notes == ("left out: 1976tq",)
    assert obligations(AID, Prices.CURRENT).values == {2022: 100, 2024: 300, 2025: -20}


def test_the_header_of_other_years_is_known_too():
    assert obligations(AID.replace(HEADER, OLD_HEADER)).values[2024] == 300


def test_other_constant_prices_are_refused_because_every_value_would_change_its_meaning():
    with pytest.raises(Unfetched, match=r"prices of 2024, the series in those of 2022"):
        obligations(AID, own="constant 2022")


def test_constant_prices_whose_year_cannot_be_told_are_noted():
    text = "\n".join(line for line in AID.splitlines() if ",2024," not in line)
    assert "the year of the constant prices could not be checked" in obligations(text).notes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1,2\n", "no country_code"),
        (AID.replace("Obligations", "Planned"), "no figures for “obligations”"),
        (AID.replace("TJK", "KGZ"), "there are no figures"),
        (AID + "\n" + row("TJK", "Obligations", "2024", "1", "1"), "2024 stands twice"),
        (AID.replace(",300,300", ",300,abc"), "“abc” for 2024 is not a number"),
    ],
)
def test_what_is_not_the_summary_by_country_is_refused(text, said):
    with pytest.raises(Unfetched, match=said):
        obligations(text)


# ── World Bank ───────────────────────────────────────────────────────────────────────────────────


def entry(year: int, value: object, country: str = "TJK") -> dict[str, object]:
    return {
        "indicator": {"id": "DT.ODA.ODAT.CD", "value": "Net ODA"},
        "country": {"id": country[:2], "value": "Some Land"},
        "countryiso3code": country,
        "date": str(year), "value": value, "unit": "", "obs_status": "", "decimal": 0,
    }  # fmt: skip


HEAD = {"page": 1, "pages": 1, "per_page": 20000, "total": 2, "lastupdated": "2026-10-07"}


def world_bank(*parts: object, country: str = ""):
    data = json.dumps(parts).encode()
    return read_figures(data, series(), feed(FeedFormat.WORLD_BANK, country=country))


def test_an_indicator_is_read_without_the_years_that_are_missing():
    found = world_bank(HEAD, [entry(2024, None), entry(2023, 650000000.12), entry(2022, 5)])
    assert found.values == {2023: Decimal("650000000.12"), 2022: 5}
    assert str(found.updated) == "2026-10-07"


def test_of_several_countries_the_one_that_is_named_is_taken():
    entries = [entry(2023, 1), entry(2023, 2, "UZB")]
    assert world_bank(HEAD, entries, country="UZB").values == {2023: 2}
    with pytest.raises(Unfetched, match="more than one country"):
        world_bank(HEAD, [entry(2023, 1), entry(2022, 2, "UZB")])


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([{"message": [{"id": "120", "value": "The provided parameter value is not valid"}]}],
         "the World Bank says: The provided parameter value is not valid"),
        ([{**HEAD, "pages": 3}, []], "the answer has 3 pages"),
        ([HEAD, None], "there are no figures"),
        ([HEAD, [{"date": "2023"}]], "not an answer of the World Bank's API"),
        ([{}, []], "not an answer of the World Bank's API"),
    ],
)  # fmt: skip
def test_what_is_not_an_indicator_is_refused(parts, said):
    with pytest.raises(Unfetched, match=said):
        world_bank(*parts)


# ── CSV, in a seed ───────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def fed(refreshing):
    """A seed whose grants have a feed."""
    url = refreshing.server.url(CSV)
    edit(
        refreshing.seed,
        "edition: invented figures}",
        f"edition: invented figures, feed: {{url: {url}}}}}",
    )
    refreshing.server.tell(CSV, Reply(body=GRANTS.encode(), headers={"Content-Type": "text/csv"}))
    return refreshing


def sends(fed, text: str, **headers: str) -> None:
    fed.server.asked.clear()
    fed.server.tell(CSV, Reply(body=text.encode(), headers=headers))


def test_figures_that_did_not_change_are_not_touched(fed):
    before = fed.files()
    report = fed()
    assert report.series[0].outcome is Outcome.UNCHANGED
    assert fed.files() == before


def test_a_new_year_is_appended_in_a_dated_file_and_the_edition_recorded(fed):
    sends(fed, GRANTS + "2015,1900000\n", Last_Modified="Mon, 02 Nov 2026 09:00:00 GMT")
    report = fed()
    assert report.exit_code == 0
    new = fed.files()["grants-2026-11-24.csv"]
    assert new.decode() == GRANTS + "2015,1900000\n"
    assert fed.files()["grants.csv"] == GRANTS.encode()
    [stored] = read_briefing(fed.seed).series
    assert (stored.file, stored.sha256) == (
        "grants-2026-11-24.csv",
        hashlib.sha256(new).hexdigest(),
    )
    assert stored.edition == "file of 2 November 2026"
    assert stored.by_year[2015] == 1_900_000
    assert "if 2015 is not fully reported yet, add it to `partial`" in report.series[0].notes


def test_a_revised_year_is_told_with_both_editions(fed):
    from briefbook.refresh.formatters import as_text

    sends(fed, GRANTS.replace("2010,5200000", "2010,5100000"))
    report = fed()
    [value] = report.series[0].laid.revised
    assert (value.year, value.old, value.new) == (2010, "5200000", "5100000")
    told = "2010: 5,200,000 (invented figures) → 5,100,000 (fetched 24 November 2026)"
    assert told in as_text(report)


def test_a_sentence_that_was_worked_out_from_an_old_value_fails_the_check(fed):
    sends(fed, GRANTS.replace("2010,5200000", "2010,9900000"))
    fed()
    assert any(problem.severity == "error" for problem in problems_of(fed.seed))


def test_values_are_rounded_as_the_column_is(fed):
    sends(fed, GRANTS.replace("2010,5200000", "2010,5200000.3"))
    assert fed().series[0].outcome is Outcome.UNCHANGED


def test_a_year_that_is_gone_is_kept_and_named(fed):
    sends(fed, GRANTS.replace("2006,1200000\n", ""))
    report = fed()
    assert report.series[0].notes == ("2006 not in the new edition; the old values are kept",)
    assert report.files == ()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<html>Sorry</html>", "there is no column"),
        ("year,other\n2006,1\n", "there is no column “current_usd”"),
        ("year,current_usd\n", "there are no figures"),
        ("year,current_usd\nsoon,1\n", "“soon” is not a year"),
    ],
)
def test_what_holds_no_figures_fails_and_changes_nothing(fed, body, said):
    edit(fed.seed, "title: Grants from", "column: current_usd, title: Grants from")
    before = fed.files()
    sends(fed, body)
    report = fed()
    assert said in report.series[0].message
    assert report.exit_code == 3
    assert fed.files() == before


def test_figures_are_asked_for_only_if_changed(fed):
    sends(fed, GRANTS, ETag='"g1"')
    fed()
    fed()
    assert fed.server.asked[CSV][1]["if-none-match"] == '"g1"'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GRANTS.replace("current_usd", "loans_usd"), "its column is called “loans_usd” now"),
        (GRANTS + "".join(f"{year},1\n" for year in range(2015, 2060)), "45 years are new"),
        (GRANTS.replace("5200000", "5200000000000"), "2010 went from 5200000 to 5200000000000"),
        (GRANTS.replace("5200000", "1E+999999"), "has more than 30 digits"),
        (GRANTS.replace("5200000", "9" * 2_000), "has more than 30 digits"),
    ],
)
def test_what_cannot_be_a_new_edition_is_a_question_and_not_an_update(fed, text, told):
    fed.server.tell(CSV, Reply(body=text.encode()))
    before = fed.files()
    report = fed()
    assert report.series[0].outcome is Outcome.FAILED
    assert told in report.series[0].message
    assert fed.files() == before


@pytest.mark.parametrize(
    "answer",
    [
        "[" * 200_000,
        '[{"pages":1e999999999},[]]',
        '[{"pages": Infinity},[]]',
        '[{"pages": 9' + "9" * 5_000 + "},[]]",
    ],
)
def test_an_answer_made_to_keep_us_busy_is_refused(answer):
    with pytest.raises(Unfetched):
        read_figures(answer.encode(), series(), feed(FeedFormat.WORLD_BANK))


def test_another_column_is_another_question(fed):
    """What was remembered for one column must not hide that another is wanted now."""
    sends(fed, GRANTS, ETag='"g1"')
    fed()
    edit(
        fed.seed,
        f"{{url: {fed.server.url(CSV)}}}",
        f"{{url: {fed.server.url(CSV)}, column: current_usd}}",
    )
    fed()
    assert "if-none-match" not in fed.server.asked[CSV][1]


def two_in_one(fed) -> None:
    """Let a second series read a second column of the same file."""
    table = [f"{line},{2 * int(line[5:])}" for line in GRANTS.splitlines()[1:]]
    text = "\n".join(["year,current_usd,all_usd", *table]) + "\n"
    (fed.seed / "grants.csv").write_text(text, encoding="utf-8")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    edit(fed.seed, "2600f149e389327ae47656174361294b7f80fab2de148cccacf405c54d402eb6", sha256)
    edit(
        fed.seed,
        "series:\n",
        f"series:\n  all: {{file: grants.csv, sha256: {sha256}, column: all_usd, title: All, "
        "unit: USD, prices: current, calendar: calendar, publisher: Nobody, edition: old, "
        f"feed: {{url: {fed.server.url('/all.csv')}}}}}\n",
    )
    fed.server.tell("/all.csv", Reply(body=text.encode()))


def test_a_year_waits_until_every_series_of_its_file_has_it(fed):
    two_in_one(fed)
    sends(fed, GRANTS + "2015,1900000\n", ETag='"g"')
    report = fed()
    assert report.series[1].notes == ("2015 held back: another series of the same file lacks it",)
    assert report.files == ()
    columns = (fed.seed / "grants.csv").read_text(encoding="utf-8") + "2015,,3800000\n"
    fed.server.tell("/all.csv", Reply(body=columns.encode()))
    fed()
    assert "if-none-match" not in fed.server.asked[CSV][1]
    assert fed.files()["grants-2026-11-24.csv"].endswith(b"\n2015,1900000,3800000\n")
    assert fed.model().count("file: grants-2026-11-24.csv") == 2


def test_one_series_of_a_file_that_fails_leaves_the_other_its_revisions(fed):
    two_in_one(fed)
    fed.server.tell("/all.csv", Reply(404))
    sends(fed, GRANTS.replace("2010,5200000", "2010,5100000"))
    report = fed()
    assert [entry.outcome for entry in report.series] == [Outcome.FAILED, Outcome.CHANGED]
    assert fed.files()["grants-2026-11-24.csv"].count(b"2010,5100000,10400000") == 1
    assert fed.model().count("edition: old") == 1
