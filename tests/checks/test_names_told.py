"""How grave it is that the quotes lack a name: one in another's place is refused, one that they leave open is told."""

import pytest

from benchmarks.truth import Told, claim_of, hold

SPEECH = (
    "“The snow came early this year, and the pass has been closed since October.\n\n“Tomas Velde."
)
WE = "We would not agree that the talks should be broken off."
FIRM = "Two works were given to a group led by a French firm."
TITLE = "The Secretary said that the ships would sail in May."
HELD = "Secretary Obi said that the ships would sail in May."
AFRICA = "Rains failed in most of Africa that year, and herds were sold in Western markets."
AFTER = "After Marek’s death, she led the bank until 1998."
ACCENT = "Ruz Calde\u0301n refused the prize."
QUIET = "The ships would sail in May, and the harbour at Tarn would be closed."
QUAKE = "The strongest quake had a magnitude of 4.4, and sulfur dioxide was smelt."
ARMY = "The Department of Defense named Lt. Col. Ann Brandt on May 3, and police in Annapolis, MD, thanked UNHCR."
JOINED = "They met in Lissa. He spoke first, and General Orm after him."
PORT = "The second port of the province was at Orsk. It was closed from 1911 to 1920."
AT_PORT = "It was closed from 1911 to 1920."
BUYERS = "Looms were sold to Peru and Uruguay, and spindles to Portugal."
STAFF = "State had not yet answered, and the Secretary of Commerce sent a deputy."
OUTPUT = "Mining makes up a tenth of gross domestic product."
ENVOY = "Anwar Idris was the first Minister to Peru."
ENVOYS = f"{ENVOY} Tarik Idris came after him. The post was given to General Idris."
SHIP = "The Order was founded in 1847."
ORDER = f"He wore the Order of St. Olav. {SHIP}"
FLEET = "A consul was appointed at Orsk in 1874."
MISSION = "The minister of Peru met traders in Tripoli."

# (text of the source, its quote, what is said, by whom, what becomes of it)
CASES = [
    (FIRM, FIRM, "Two works were given to a group led by a Spanish firm.", "", "error"),
    (FIRM, FIRM, "In Tarn two works were given to a group under a French firm.", "", "warning"),
    (WE, WE, "Washington would not agree to break off the talks.", "", "silent"),
    (WE, WE, "Moscow would not agree to break off the talks.", "", "warning"),
    (TITLE, TITLE, "The ships were to sail in May.", "Secretary of State", "silent"),
    (TITLE, TITLE, "The ships were to sail in May.", "Admiral Brandt", "error"),
    (HELD, HELD, "The ships were to sail in May.", "Secretary Lund", "error"),
    (SPEECH, "the pass has been closed since October", "The pass has been shut since October.", "Tomas Velde", "silent"),
    (AFRICA, "Rains failed in most of Africa that year", "That year most African rains failed.", "", "silent"),
    (AFRICA, "herds were sold in Western markets", "Herds were sold on markets of the West.", "", "silent"),
    (QUIET, QUIET, "The ships were to sail in May.", "Admiral Brandt", "warning"),
    (QUAKE, QUAKE, "Strongest quake: M4.4; SO2 was smelt.", "", "silent"),
    (QUAKE, QUAKE, "Strongest quake: M4.7; CO2 was smelt.", "", "error"),
    (AFTER, AFTER, "Olga Tarn led the bank until 1998, after Marek’s death.", "", "warning"),
    (ARMY, ARMY, "The Pentagon named Lieutenant Colonel Brandt on May 3.", "", "silent"),
    (ARMY, ARMY, "The Pentagon named General Brandt on May 3.", "", "error"),
    (ARMY, ARMY, "Police in Maryland thanked the refugee agency of the United Nations.", "", "silent"),
    (ARMY, ARMY, "Police in Delaware thanked UNICEF.", "", "error"),
    (ACCENT, ACCENT, "The prize was refused by Ruz Caldén.", "", "silent"),
    (PORT, AT_PORT, "The port at Orsk was closed from 1911 to 1920.", "", "silent"),
    (PORT, AT_PORT, "The port at Lund was closed from 1911 to 1920.", "", "warning"),
    (BUYERS, BUYERS, "Looms went to two South American countries.", "", "silent"),
    (BUYERS, BUYERS, "Spindles went to several African countries.", "", "error"),
    (STAFF, STAFF, "The State Department had yet to answer; the Commerce Department sent a deputy.", "", "silent"),
    (STAFF, STAFF, "The Justice Department had yet to answer.", "", "error"),
    (OUTPUT, OUTPUT, "A tenth of GDP is made by mining.", "", "silent"),
    (OUTPUT, OUTPUT, "A tenth of GNP is made by mining.", "", "warning"),
    (OUTPUT, OUTPUT, "Outlook: mining is a tenth of gross domestic product.", "", "silent"),
    (ENVOY, ENVOY, "Anwar Idris was the first Minister in Lima.", "", "silent"),
    (ENVOY, ENVOY, "Anwar Idris was the first Minister in Madrid.", "", "error"),
    (ORDER, SHIP, "The Order of St. Olav goes back to 1847.", "", "silent"),
    (ORDER, SHIP, "The Order of St. Knud goes back to 1847.", "", "warning"),
    (ENVOYS, "Anwar Idris was the first Minister to Peru.", "The first Minister to Peru was Tarik Idris.", "", "warning"),
    (ENVOYS, "The post was given to General Idris.", "Tarik Idris got the post.", "", "silent"),
    (FLEET, FLEET, "An American consul was named at Orsk in 1874.", "", "silent"),
    (FLEET, FLEET, "A Chilean consul was named at Orsk in 1874.", "", "warning"),
    (MISSION, MISSION, "The Libyan minister met traders in Tripoli.", "", "silent"),
    (JOINED, JOINED, "After a meeting in Lissa he spoke first and General Orm next.", "", "silent"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "said", "voice", "fate"), CASES)
def test_a_name_that_the_quotes_lack(text, quote, said, voice, fate):
    entry = {
        "text": said,
        "quotes": [quote],
        "kind": "attributed" if voice else "reported",
        "voice": voice,
    }
    told = [Told("n1", "n", [], claim_of("n1", entry, {}))]
    hold(text, told, ("US", "LY"))
    rules = told[0].rules
    assert str(rules.get("unsupported-name", "silent")) == fate, told[0].reasons
