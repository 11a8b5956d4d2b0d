"""Dates, names, headings and cells of tables in other words: what passes, and the lie beside it that is told.

The sentences are written by hand. Each has what the source says, what honest authors may say, what liars say.
"""

import pytest

from benchmarks.truth import Told, claim_of, hold

CASES = [
    ("The consulate at Monterey was established in 1843 and closed in 1848, when California became part of the United States.",
     ["For five years there was an American consulate in Monterey.", "California’s transfer to the United States ended the life of the consulate in Monterey."],
     ["The consulate at Monterey was closed in 1858."]),
    ("Thomas O. Larkin, a merchant from Massachusetts, was named consul in April 1843.",
     ["In the spring of 1843 a Massachusetts merchant, Thomas Larkin, became consul.", "Larkin was made consul in 1843.", "The new consul, Larkin, was a merchant by trade."],
     ["Thomas O. Larkin, a merchant from Virginia, was named consul."]),
    ("In the 1820s and 1830s Russia withdrew gradually from the coast south of Alaska.",
     ["By 1840 the Russians had largely left the coast south of Alaska."],
     ["In the 1820s and 1830s Russia advanced along the coast south of Alaska."]),
    ("The joint occupation agreed in 1818 was renewed indefinitely in 1827, though either side could end it with a year’s notice.",
     ["Nine years after it was agreed, joint occupation was prolonged without a time limit.", "From 1827 either party could end the joint occupation, but had to give a year’s notice.", "The arrangement of 1818 was extended in 1827 with no end set."],
     []),
    ("Foreign Secretary Castlereagh received the envoys at his residence.",
     ["Castlereagh met the envoys at his house."],
     ["Prime Minister Castlereagh received the envoys at his residence."]),
    ("The United States recognized Ecuador on 6 August 1838 and opened a legation at Quito a decade later.",
     ["Washington recognized Ecuador in the summer of 1838.", "The American legation in Quito dates from 1848.", "Ten years lay between recognition and the opening of a legation in Quito."],
     ["The American legation in Quito dates from 1858."]),
    ("Under the Webster–Ashburton Treaty of 1842 the two countries divided the disputed territory in Maine.",
     ["The disputed land in Maine was split by the treaty of 1842.", "In 1842 Webster and Ashburton’s treaty settled who owned what in Maine."],
     ["The disputed land in Vermont was split by the treaty of 1842."]),
    ("King Kamehameha III appealed to France, Britain and the United States for a guarantee of independence.",
     ["The King asked three powers to guarantee independence.", "From the French, the British and the Americans the King sought a guarantee of independence."],
     ["King Kamehameha III appealed to Germany, Britain and the United States for a guarantee."]),
    ("The Kilauea caldera measures about 3 by 5 kilometers and is up to 165 meters deep.",
     ["Kilauea’s caldera is about five kilometres long and three wide.", "In places Kilauea’s caldera is 165 meters deep.", "At its deepest the caldera is 165 m below the rim."],
     ["Kilauea’s caldera is 265 meters deep in places."]),
    ("The most recent summit eruption ended in the early hours of 16 September 2023 after six days.",
     ["Mid-September 2023 saw the end of a summit eruption of less than a week.", "For six days in September 2023 the summit was in eruption."],
     ["The latest eruption at the summit lasted sixteen days."]),
    ("During the Holocene, the past 11,700 years, the volcano has had at least 40 eruptions, most of them small.",
     ["Since the last ice age ended the volcano has erupted forty times or more.", "The majority of its Holocene eruptions were small.", "In under 12,000 years there have been no fewer than 40 eruptions."],
     ["In under 12,000 years there have been no fewer than 60 eruptions."]),
    ("The Cascades Volcano Observatory in Vancouver, Washington, watches over 13 volcanoes.",
     ["Thirteen volcanoes are monitored from Vancouver in the state of Washington.", "The Observatory looks after a baker’s dozen of volcanoes.", "The Cascades Volcano Observatory keeps 13 volcanoes under watch."],
     ["The Observatory watches over 30 volcanoes."]),
    ("Ash fell on Yakima, 135 kilometers to the east, for most of the day.",
     ["For much of the day ash came down on Yakima.", "Even at Yakima, some 85 miles away, ash fell.", "Yakima, far to the east of the mountain, was covered with ash."],
     ["Ash fell on Yakima, 235 kilometers to the east."]),
    ("The Tribes’ fishing rights were confirmed by the Boldt decision of 1974, which the Supreme Court upheld in 1979.",
     ["In 1979 the Supreme Court let the Boldt decision stand.", "Judge Boldt’s ruling of 1974 confirmed the Tribes’ right to fish.", "Five years after the Boldt decision it was upheld by the Supreme Court."],
     ["In 1979 the Supreme Court overturned the Boldt decision."]),
    ("Norway, the Faroe Islands and Iceland set quotas of their own for mackerel in 2021 after talks with the EU and the UK broke down.",
     ["After the talks had failed, three parties fixed mackerel quotas by themselves in 2021.", "Oslo set its own mackerel quota in 2021.", "With no agreement with Brussels and London, Norway, Iceland and the Faroes set their own quotas."],
     ["Norway, the Faroe Islands and Greenland set quotas of their own for mackerel in 2021."]),
    ("ICES, the scientific body, advised that no herring be caught in the western Baltic in 2022.",
     ["For 2022 scientists advised against any herring fishery in the western Baltic.", "The advice of ICES for 2022 was to catch no western Baltic herring at all.", "According to ICES the western Baltic’s herring should be left alone in 2022."],
     []),
    ("Landings into Peterhead were worth £208 million, a third of the Scottish total.",
     ["Scottish landings came to over £600 million in all.", "A third of Scotland’s landings by value went to Peterhead.", "Peterhead took in fish worth more than 200 million pounds."],
     ["Scottish landings came to over £900 million in all."]),
    ("Vessels from Spain and Portugal are allowed 260 days at sea per year, or five days a week.",
     ["Spanish and Portuguese boats may go to sea on 260 days of the year."],
     ["Spanish and Portuguese boats may go to sea on 280 days of the year."]),
    ("A spokesman for the Directorate of Fisheries, Olav Lekve, said that three skippers had been reported to the police.",
     ["Three skippers were reported to the police, according to the Directorate of Fisheries.", "The Directorate reported three skippers to the police, its spokesman Lekve said.", "Lekve spoke of three skippers who had been reported to the police."],
     ["Lekve spoke of five skippers who had been reported to the police."]),
    ("The Inspector General visited the post from 2 through 20 May 2011 and interviewed 92 of its 140 employees.",
     ["Almost two thirds of the employees were interviewed.", "The inspection, in May 2011, took nearly three weeks.", "Inspectors did not interview 48 of the employees."],
     ["Inspectors did not interview 68 of the employees."]),
    ("Morale was low in the political section but high elsewhere in the embassy.",
     ["Outside of the political section the embassy’s morale was good.", "The political section’s morale was poor, that of other sections good.", "Only in the political section was morale low."],
     []),
    ("The report blames the operator, Stora Mining AB, for ignoring three warnings.",
     ["Stora Mining is blamed in the report for having ignored three warnings.", "According to the report the operator did not heed three warnings."],
     []),
    ("The bridge inspector last visited on 12 June 2006, fourteen months before the collapse.",
     ["The bridge collapsed in August 2007.", "For more than a year before it collapsed the bridge had not been inspected.", "The last inspection took place in mid-June 2006."],
     ["The bridge collapsed in August 2008."]),
    ("Dr Lindqvist of Uppsala University called the figures unreliable.",
     ["The figures cannot be relied on, in the view of Uppsala’s Lindqvist.", "An Uppsala academic, Lindqvist, doubts the figures.", "Lindqvist does not trust the figures."],
     ["Dr Lindqvist of Uppsala University called the figures reliable."]),
    ("Some 400 troops from Nigeria and Ghana reached Freetown in the first week of February.",
     ["In early February about 400 Nigerians and Ghanaians arrived in Freetown.", "The Nigerian and Ghanaian troops numbered about 400."],
     ["In early February about 900 Nigerians and Ghanaians arrived in Freetown."]),
    ("The total catch fell from 812,000 tonnes in 2019 to 655,000 tonnes in 2022.",
     ["Catch 2019–22: –157,000 t", "Catch down by a fifth in three years", "Catch, 2022: 655,000 t (2019: 812,000)", "The catch since 2019: a fifth less", "2019: 812; 2022: 655 (thousand tonnes)", "–19% since 2019"],
     ["Catch up by a fifth in three years", "Catch 2019–22: –257,000 t"]),
    ("The eruption of 18 May 1980 killed 57 people and lowered the summit from 2,950 to 2,549 meters.",
     ["Deaths: 57", "Summit after the eruption: 2,549 m", "18 May 1980: an eruption takes 400 m off the summit", "Height lost: 401 m", "57 dead, summit 401 m lower"],
     ["Deaths: 75", "Height lost: 501 m"]),
    ("The convention was signed in London on 20 October 1818 by Albert Gallatin and Richard Rush.",
     ["London, October 1818: Gallatin and Rush sign", "Signed: 20 October 1818, London", "Signatories for Washington: Gallatin, Rush", "A convention in London, 1818", "Two Americans sign in London"],
     ["Signed: 20 October 1828, London"]),
    ("Quotas for 2023: cod 5,500 tonnes, haddock 41,000 tonnes, whiting 28,700 tonnes; cod is down by a tenth from 2022.",
     ["Cod, 2023: 5,500 t (–10%)", "Cod quota cut by 10 percent", "Haddock quota more than seven times that for cod"],
     ["Cod, 2023: 5,500 t (–20%)", "Three quotas, 85,200 tonnes in all"]),
    ("About 1,100 earthquakes were recorded in the first week of March, the strongest of magnitude 4.4.",
     ["Early March: 1,100 quakes in a week"],
     ["Strongest quake: M5.4", "Early March: 2,100 quakes in a week"]),
    ("The inspectors found 14 of 22 fire doors defective and two of the five extinguishers empty.",
     ["Fire doors: 14 of 22 defective", "Most fire doors defective", "Sound fire doors: 8 of 22", "64% of fire doors defective", "Empty extinguishers: 40%"],
     ["Sound fire doors: 6 of 22", "54% of fire doors defective"]),
    ("Britain accepted the 49th parallel as the boundary on 15 June 1846.",
     ["Boundary: 49th parallel (1846)", "June 1846: London accepts the 49th parallel", "The boundary settled, mid-1846", "1846: the 49th parallel it is"],
     ["Boundary: 54th parallel (1846)"]),
    ("Emissions of sulfur dioxide peaked at 4,800 tonnes a day on 12 June and were below 500 tonnes by mid-July.",
     ["SO2 peak: 4,800 t a day (12 June)", "Sulfur dioxide: from 4,800 to under 500 tonnes a day in a month", "SO2, mid-July: <500 t/day", "Peak emissions on 12 June"],
     ["SO2 peak: 8,400 t a day (12 June)"]),
    ("Fishers in 12 villages were paid a total of $1.8 million in compensation, half of what they had claimed.",
     ["Compensation: $1.8 million, or half of the claims", "Claims: about $3.6 million", "12 villages, $1.8 million", "Paid per village: $150,000 on average", "Claimed: $3.6m; paid: $1.8m"],
     ["Claims: about $4.6 million"]),
    ("The legation in Lima was staffed by John Clay from 1847 to 1860, the longest tenure of any minister there.",
     ["Lima, 1847–60: John Clay", "Thirteen years in Lima: John Clay, minister", "Clay’s record: 13 years in one post", "The minister who stayed longest: Clay"],
     ["Lima, 1857–60: John Clay"]),
    ("Revenue: $12.4 million from fees (61 percent), $5.1 million from fines (25 percent), the rest from grants.",
     ["Fees: 61% of revenue", "Fines bring in a quarter of revenue", "Grants: 14% of revenue", "Fees and fines: $17.5 million", "Fees earn more than twice as much as fines"],
     ["Grants: 24% of revenue"]),
    ("Nothing was done about the leak until the second inspection, in October 2015.",
     ["The leak: no action before October 2015", "Leak ignored until second inspection"],
     []),
    ("Spawning salmon, 2021: Snake River 6,200; Columbia 48,000; Fraser 1.1 million.",
     ["Snake River salmon, 2021: 6,200", "Fraser: 1.1 m spawning salmon", "Far more salmon in the Fraser than in the Columbia", "Columbia and Snake together: 54,200"],
     ["Columbia and Snake together: 64,200"]),
    ("Geologists expect an eruption within decades rather than years.",
     ["Eruption likely within decades, geologists say", "Next eruption: decades off, not years, geologists think", "No eruption expected for years"],
     []),
    ("The tribunal’s award of 1872 gave the islands to the United States; Germany’s Emperor had been the arbitrator.",
     ["1872: the islands go to the United States", "Arbitrator: the German Emperor", "The award of 1872: islands American"],
     ["1872: the islands go to Britain"]),
    ("The mean size of landed cod has shrunk from 61 to 47 centimeters in two decades.",
     ["Cod: 14 cm smaller than twenty years ago", "Mean size of cod landed: 47 cm", "Smaller cod: a quarter off the length in 20 years", "Mean size of cod: –23% in 20 years"],
     ["Cod: 24 cm smaller than twenty years ago"]),

]  # fmt: skip


@pytest.fixture(scope="module")
def told() -> list[Told]:
    statements = [
        Told(f"c{n}-{m}-{kind}", "c", [], claim_of(f"c{n}-{m}-{kind}", {"text": text, "quotes": [source]}, {}), is_honest=kind == 0)
        for n, (source, *texts) in enumerate(CASES)
        for kind, several in enumerate(texts)
        for m, text in enumerate(several)
    ]  # fmt: skip
    hold("\n\n".join(source for source, _, _ in CASES), statements, ("LY",))
    return statements


def test_what_follows_from_the_quotes_draws_no_alarm(told):
    assert [e.claim.text for e in told if e.is_honest and e.fate != "silent"] == []


def test_what_does_not_follow_draws_one(told):
    assert [e.claim.text for e in told if not e.is_honest and e.fate == "silent"] == []
