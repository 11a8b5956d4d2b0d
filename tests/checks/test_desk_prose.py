"""What drew false alarms on a diplomatic history and on audits that nobody had written rules for: by kind, each beside its lie."""

import pytest

from tests.checks.cases import alarmed_at, held, missed

# (what the source says, what honest authors may say, what liars say)
VALUES = [
    # a year with a verb behind it that has a unit in it: the ft of “left”
    ("The Treaty of Lissa (1878), however, set up a smaller duchy north of the hills.",
     ["The Lissa treaty of 1878 left them with a lesser duchy north of the hills."],
     ["The Lissa treaty of 1868 left them with a lesser duchy north of the hills."]),
    # the ends of a range that is no change
    ("In 2015 through 2018 the ministry sent its reports from 80 to 230 days past the due date.",
     ["The ministry overran the date by at least 80 days and by as much as 230.", "It overran the date by up to 230 days."],
     ["The ministry overran the date by up to 80 days.", "The ministry overran the date by as much as 330 days."]),
    ("The fee rose from 80 to 230 marks.",
     ["The fee rose to 230 marks."],
     ["The fee rose by up to 230 marks."]),
    # “late in 2016” behind a length of time is no part of that year; listed years are counted
    ("The reports were 230 days late in 2015, 80 days late in 2016, 87 days late in 2017 and 159 days late in 2018.",
     ["In the first of the four years the report was 230 days late.", "In 2016 the report was 80 days late."],
     ["In the first of the six years the report was 230 days late.", "In 2016 the report was 60 days late."]),
    ("An additional third is meant for schools, and about half for roads.",
     ["Schools are meant to get a third."],
     ["Schools are meant to get a quarter."]),
    ("Of the seats, a fifth went to Tarn and the remaining quarter to Orm.",
     ["Orm was given a quarter of the seats."],
     ["Orm was given a third of the seats."]),
    ("The fund bought and kept up F-16 aircraft and M1A1 tanks.",
     ["F-16s and M1A1 tanks were bought and kept up with the fund."],
     ["F-18s and M1A1 tanks were bought and kept up with the fund.", "F-16s and M2A1 tanks were bought and kept up with the fund."]),
]  # fmt: skip
WORDS = [
    ("The Sovietization of the country went on apace.",
     ["The country was Sovietised apace."],
     ["The country was Germanised apace."]),
    ("It decides on the funds, with congressional instructions in mind.",
     ["It decides on the funds, minding what Congress instructed."],
     ["It decides on the funds, minding what Parliament instructed."]),
    ("A consular agency was opened in Lissa in 1912. It reported to the consulate general in Tarn.",
     ["In 1912 Lissa was given a consular agency, which reported to the consulate general in Tarn."],
     []),
    ("Only after the war was an envoy sent to Ostmark alone.",
     ["Until the war was over, no envoy was sent to Ostmark alone."],
     []),
    ("The treaty was signed at Lissa on November 23, 1923, and entered into force on April 5, 1924.",
     ["Lissa was where the treaty was signed on 23 November 1923; it entered into force the following April."],
     []),
    ("The town fell on 5 October 1908, after which its duke, Ferdinand, proclaimed himself king.",
     ["After the town had fallen on 5 October 1908, Ferdinand proclaimed himself king."],
     ["Ferdinand had already proclaimed himself king when the town fell on 5 October 1908."]),
    ("Ostmark became independent of Norland in 1908.",
     ["In 1908 Ostmark broke away from Norland."],
     []),
    ("In 1876 the consul was sent there to look into what would now be called an abuse of rights.",
     ["In 1876 the consul was dispatched there to find out about an abuse of rights."],
     []),
    ("In its comments the agency said it appreciated the recommendation and acknowledged that staffing had delayed the works.",
     ["The agency welcomed the advice and conceded that staffing had delayed the works."],
     []),
    ("We look back over four years, and none of those reports have been submitted on time.",
     ["Every report of the four years had come in after its deadline."],
     ["Every report of the four years had been submitted on time."]),
    ("They are supposed to be submitted within 30 days of the vote.",
     ["They are to be submitted within 30 days of the vote."],
     []),
    ("The laws prohibit aid to units of foreign forces that violate rights.",
     ["No unit of a foreign force that violates rights may receive aid, by these laws."],
     ["By these laws units of foreign forces that violate rights may receive aid."]),
    ("The ministry's incomplete and slow answers limited what could be verified.",
     ["The ministry answered slowly and only in part, which limited what could be verified."],
     []),
    ("Several factors contributed to the State's delays.",
     ["There was more than one reason why the State was late."],
     []),
]  # fmt: skip


@pytest.mark.parametrize("cases", [VALUES, WORDS], ids=["values", "words"])
def test_what_follows_passes_and_what_does_not_is_told(cases):
    told = held(cases)
    assert alarmed_at(told) == []
    assert missed(told) == []
