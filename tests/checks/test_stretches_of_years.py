"""A stretch of years is that of the quotes: a longer one that contains it says more, the same one in years alone does not."""

from briefbook.evidence.derivations import derive_date
from briefbook.evidence.readings import Evidence
from briefbook.language.en.dates import find_dates
from tests.checks.cases import Case, alarmed_at, held, missed

CASES: list[Case] = [
    ("The siege lasted from June 1733 to May 1736.",
     ["The siege lasted from 1733 to 1736.", "In 1733–36 the town was under siege."],
     ["From 1730 to 1740 the town was under siege.", "The siege went on from 1733 to 1739.", "The siege of 1731–36 was long.",
      "The siege lasted from June 1734 to May 1736.", "The siege went on from 1735 to 1738."]),
    ("The walkout began on 3 May 2017.",
     ["The walkout began in 2017.", "The walkout began between 2016 and 2018."],
     ["The walkout lasted from 2016 to 2018.", "The walkout went on from 2017 to 2019.", "The walkout began in 2018–19."]),
    ("The tunnel was begun on 4 March 1911 and finished on 19 October 1924.",
     ["Digging went on from 1911 to 1924.", "From March 1911 to October 1924 the tunnel was dug."],
     ["Digging went on from 1912 to 1924.", "Digging went on from 1910 to 1925.", "Digging went on from 1911 to 1923."]),
]  # fmt: skip


def test_a_longer_stretch_of_years_is_a_warning_and_the_same_in_years_none():
    told = held(CASES)
    assert alarmed_at(told) == []
    assert missed(told) == []


def test_the_same_stretch_in_years_alone_is_derived():
    text = "The siege lasted from 1733 to 1736."
    [found] = find_dates(text)
    derived = derive_date(found, text, Evidence(("It lasted from June 1733 to May 1736.",)))
    assert derived is not None
    assert derived.because == "June 1733 – May 1736"
