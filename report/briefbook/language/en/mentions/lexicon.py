"""Frozen lists of words: places, peoples, organisations, given names, and what no name contains.

They were written by hand for this genre and are small on purpose: cues in the text do most of the
work, lists only keep out what would be mistaken for something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import resources

from briefbook.language.en.countries import Country, all_countries


def _lines(name: str) -> list[str]:
    text = (resources.files(__package__) / "words" / f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names that hardly ever begin anything but a person's name."""
    return frozenset(word for line in _lines("given") for word in line.split())


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Capitalised words of titles and of beginnings of sentences, months and weekdays."""
    return frozenset(word for line in _lines("common") for word in line.split())


@lru_cache(maxsize=1)
def demonyms() -> frozenset[str]:
    """Adjectives of countries and peoples, and their plurals."""
    words = [word for line in _lines("demonyms") for word in line.split()]
    words += [word for country in all_countries() for word in country.peoples]
    return frozenset(words) | {f"{word}s" for word in words}


def _named(name: str) -> dict[str, str]:
    entries = [entry.strip() for line in _lines(name) for entry in line.split(", ")]
    return {entry.partition("=")[0]: entry.partition("=")[2] or entry for entry in entries if entry}


@lru_cache(maxsize=1)
def places() -> dict[str, str]:
    """Names of places, each with the one that it is listed under."""
    named = {name: country.names[0] for country in _states() for name in _spelt(country.names)}
    named |= {name: c.capitals[0] for c in _states() for name in _spelt(c.capitals)}
    return {k: v for k, v in named.items() if k not in given_names()} | _named("places")


def by_first(
    names: Mapping[str, str], parted: Callable[[str], Iterable[str]]
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return names, each as its words and the one that it is listed under, by their first word, longer ones first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, main in names.items():
        words = tuple(parted(name))
        table.setdefault(words[0], []).append((words, main))
    return {
        first: tuple(sorted(found, key=lambda entry: -len(entry[0])))
        for first, found in table.items()
    }


def _states() -> tuple[Country, ...]:
    """Countries that are places: unions of states are organisations."""
    return tuple(country for country in all_countries() if country.kind != "union")


def _spelt(names: tuple[str, ...]) -> Iterator[str]:
    """Yield names with either apostrophe."""
    yield from names
    yield from (name.replace("’", "'") for name in names if "’" in name)


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Names of countries, in every form that `places` has."""
    return frozenset(name for country in _states() for name in _spelt(country.names))


@lru_cache(maxsize=1)
def organisations() -> dict[str, str]:
    """Acronyms and short names of organisations, each with the full name."""
    return _named("organisations")


# Bodies, places and documents: what follows a name and makes it something else than a person.
HEADS = frozenset(
    "Accord Accords Act Agency Agreement Air Airbase Airfield Airlines Airport Airways Amendment Area "
    "Association Avenue Award Bank Barracks Base Basin Bay Bill Board Boulevard Bridge Brigade Building "
    "Canal Center Centre Channel Church City Clinic Club College Commission Committee Company "
    "Convention Corp Corporation Council Court Creek Dam Darya Declaration Department Desert "
    "Dialogue District Doctrine Falls Family Fellowship Foundation Forest Fort Forum Fund Gardens "
    "Glacier Group Gulf Hall Harbor Heights Hill Hills Hospital Hotel House Inc Industries "
    "Initiative Institute Island Islands Kanal Lake Law Library Line Ltd Massacre Medal Memorandum "
    "Memorial Mission Monastery Mosque Mount Mountain Mountains Museum Oblast Ocean Palace Park "
    "Pact Parkway Pass Passage Peninsula Plan Plant Plaza Point Port Prefecture Prison Prize "
    "Proposal Protocol Province Raion Range Region Reservoir Resolution River Road School Sea "
    "Square Stadium Station Statement Strait Street Summit Talks Tower Town Treaty Tunnel "
    "University Valley Village Wall Report Commission Note Line Mission Scholarship Scholarships "
    "Program Programme Fellows Corps Conference Technologies Motors Electric Effect".split()
)
RULES_AFTER = frozenset(
    "administration Administration Administrations administrations government Government regime Regime "
    "presidency Presidency cabinet Cabinet era dictatorship premiership".split()
)
"""What follows the name of one who rules: the Clinton Administration."""

SURNAMES_TOO = frozenset(
    "Banks Bell Bishop Black Castle Church Cross Day English Fair Field Forest French Gates Good Green Hall "
    "Hill Holland House Ireland Jackson Jordan Judge Justice Key King Knight Lake Law Lincoln Long Lord "
    "Major March May Page Park Pope Post Power Powers Price Prince Rice Rose Short Small Steel Stone "
    "Temple Washington Waters West White Young Marshall Cleveland Madison Monroe Chase Case "
    "Moscow Israel Georgia Carolina Dallas Houston Kuwait Berlin London Berger Bush Brown Jay "
    "Moon Ban Rush Best Summers Winters Service Christian Scott Welsh Dean Clay Walker Dulles".split()
)
"""Common words and places that are surnames after a given name or a title."""

PARTICLES = frozenset(
    "al el bin ibn bint abu ben von van der den de del della da dos du di la le ul ur ud zu ter ten y e ould mint".split()
)
SUFFIXES = frozenset("Jr. Sr. jr. sr. II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split())

HONORIFICS = frozenset(
    "Mr. Mrs. Ms. Mr Mrs Ms Messrs. Dr. Dr Prof. Professor Sir Dame Lord Lady Madam Madame Rev. Reverend "
    "H.E. Excellency Highness Majesty Sheikh Sheik Shaykh Mullah Ayatollah Imam Hon. Honorable Honourable "
    "Amb. Gen. Lt. Col. Maj. Brig. Capt. Cmdr. Adm. Sgt. Sen. Sens. Rep. Reps. Gov. Pres. St. Comrade "
    "Father Sister Brother Mother Miss Count Baron Duke Pasha Bey".split()
)
ROLE_HEADS = frozenset(
    "baron baroness count countess duke duchess viscount dame "
    "president vice-president premier chancellor king queen prince princess emperor empress sultan emir "
    "amir shah tsar czar pope archbishop bishop cardinal patriarch senator congressman congresswoman "
    "representative delegate governor mayor judge justice secretary undersecretary under-secretary "
    "ambassador ambassador-at-large consul envoy emissary minister general colonel major captain "
    "lieutenant sergeant admiral marshal commander commander-in-chief commodore brigadier chairman "
    "chairwoman chairperson chair speaker director director-general secretary-general commissioner administrator "
    "coordinator spokesman spokeswoman spokesperson leader chief adviser advisor negotiator diplomat "
    "counterpart candidate dictator strongman warlord ruler successor predecessor activist "
    "journalist lawyer analyst historian economist scholar author businessman businesswoman "
    "founder tycoon oligarch banker editor poet writer scientist astronaut comrade deputy head "
    "attaché d'affaires d’affaires monarch regent viceroy legislator lawmaker parliamentarian mp "
    "professor doctor lady prosecutor ombudsman foreign-minister prime-minister premier-designate "
    "brother son daughter wife husband father mother widow nephew cousin uncle aide rebel "
    "cosmonaut explorer general-secretary co-chair co-chairman vice-chairman ceo officer "
    "representative-designate dissident cleric bard physicist physician engineer lieutenant-general "
    "major-general lieutenant-colonel inspector librarian archivist principal attorney solicitor "
    "high-commissioner treasurer under-secretary-general congressperson assemblyman councillor chef "
    "planter trader merchant missionary naturalist geologist teacher nurse farmer sailor singer painter "
    "composer novelist actor actress athlete wrestler mountaineer photographer filmmaker musician "
    "philosopher theologian preacher botanist linguist "
    "commissar revolutionary guerrilla statesman politician intellectual nobel-laureate laureate".split()
)
"""Nouns of offices and descriptions that may stand right before a person's name."""
ROLE_PLURALS = frozenset(
    "presidents premiers chancellors kings queens princes senators congressmen representatives governors "
    "mayors secretaries ambassadors envoys ministers generals colonels admirals chairmen leaders "
    "directors commissioners foreign-ministers counterparts diplomats delegates activists "
    "journalists brothers sons messrs. sens. reps.".split()
)
ROLE_MODIFIERS = frozenset(
    "vice deputy prime foreign defense defence acting first assistant under former then then- special central "
    "supreme national security interior finance chief attorney senior outgoing incoming newly new current "
    "late ex- principal permanent high house senate majority minority party opposition rebel "
    "secretary-designate interim military naval army commanding lieutenant major brigadier rear "
    "field commander associate presidential executive managing economic trade energy "
    "health education justice labor labour culture transport environment agriculture commerce "
    "state treasury home exiled deposed longtime long-time veteran influential prominent "
    "human rights union parliamentary cabinet elected president-elect regional provincial "
    "communist nationalist socialist democratic republican liberal conservative royal crown "
    "prime-ministerial governor attorney-general surgeon solicitor founding honorary "
    "consul chargé general deputy assistant embassy news intelligence police".split()
)
