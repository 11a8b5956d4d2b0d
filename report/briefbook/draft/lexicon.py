"""The words by which sentences are put into sections: weighted stems, once each sentence.

Data only. A stem counts with its weight once, however often it stands; measured on texts that
were annotated after the list was frozen, the first or second label is acceptable for 94 of 100
sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum


@dataclass(frozen=True)
class Topic:
    """A section that a draft may have."""

    id: str
    title: str
    lane: str
    """Its name in a timeline: one or two words."""
    strong: re.Pattern[str]
    """Stems that nearly settle the matter; each counts 2."""
    weak: re.Pattern[str]
    """Stems that point to it; each counts 1."""
    prior: float
    """Added where any stem is found: rarer topics win a tie."""


def _topic(id_: str, title: str, lane: str, strong: str, weak: str, prior: float = 0.0) -> Topic:
    def stems(words: str) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{words})", re.IGNORECASE)

    return Topic(id_, title, lane, stems(strong), stems(weak), prior)


TOPICS = (
    _topic(
        "relations", "Diplomatic relations", "Diplomacy",
        r"diplomatic|embass|ambassador|chargé|bilateral (?:relation|contact|meeting|consult|ties)|"
        r"visit(?:ed|s)?\b|met with|delegation|consultation|summit|talks\b|ceremony|"
        r"foreign (?:minister|secretary|affairs)|memorandum of understanding|charter|"
        r"joint (?:statement|declaration)|strategic (?:partnership|dialogue)|recogni[sz]e|consul|"
        r"independence|legation|high commission|normali[sz]",
        r"relation|president|minister|secretary|signed|agreement|counterpart|meeting|treaty|"
        r"congratulat|partnership|envoy",
        0.15,
    ),
    _topic(
        "interests", "Interests and aims", "Interests",
        r"interests? (?:in|of|are|is)\b|geostrategic|strategic (?:location|importan|interest)|"
        r"(?:US|U\.S\.|national) interests?|key .{0,20}location|medium term|could play|priorit|"
        r"objectives?\b|aims? to\b|policy (?:toward|is|goal|objective)|goals?\b",
        r"interests?\b|regional development|stable|seeks?\b",
        0.1,
    ),
    _topic(
        "security", "Security and defense", "Security",
        r"terroris|military|militar|defen[cs]e|taliban|air ?base|over ?flight|ground transit|"
        r"NDN\b|troops|coalition|security (?:cooperation|assistance|force)|central command|ISAF\b|"
        r"weapons|operation\b|operations\b|brigade|battalion|exercise|NATO\b|forces|"
        r"peacekeep|nuclear|missile|insurgen|war\b|warship|navy|naval|army\b|ceasefire|arms\b",
        r"security|stabil|peace|base\b|train(?:ed|ing)|conflict|attack",
        0.05,
    ),
    _topic(
        "borders", "Borders and law enforcement", "Borders",
        r"narcotic|drug|border (?:guard|force|protect|cross|post|control|security)|"
        r"protection of (?:state )?border|export control|customs|traffick|smuggl|"
        r"law enforcement|counter-?narcotic|extradit|visa|migra|refugee|police",
        r"border|vehicles|crossing|crime|criminal",
        0.25,
    ),
    _topic(
        "politics", "Politics and governance", "Politics",
        r"election|democra|human rights|parliament|"
        r"political (?:system|process|reform|reconcil|part|prison)|"
        r"constitution|opposition|corruption|local (?:self-)?govern|rule of law|civil society|"
        r"media\b|referendum|coup\b|press freedom|legislat|judicia|sanction",
        r"political|reform|government is|vote|court|law\b",
    ),
    _topic(
        "economy", "Economy and trade", "Trade",
        r"trade\b|trading|invest|econom|market|WTO\b|export|import(?:s|ed)?\b|bank\b|airliner|"
        r"commerc|tariff|revenue|business|TIFA\b|purchase|budget|GDP\b|currency|debt|loan|"
        r"remittance|tax(?:es|ation)?\b|industr|mining|agricultur|touris",
        r"goods|private|compan|dollar|labor|labour|growth|sector",
        0.05,
    ),
    _topic(
        "assistance", "Assistance", "Assistance",
        r"assistance|aid\b|humanitarian|donor|technical assist|grant(?:s|ed)?\b|"
        r"additional funds|line of credit|development (?:assist|program|aid|agency)|"
        r"reconstruction|relief|USAID\b|food (?:aid|security)|Peace Corps|compact",
        r"support|provided|funded|funding|received|\$|million",
    ),
    _topic(
        "works", "Infrastructure and energy", "Works",
        r"bridge|roads?\b|highway|hydro|dam\b|power (?:plant|station|line)|electric|energy|"
        r"railway|railroad|airport|tunnel|pipeline|infrastructure|construction|megawatt|"
        r"refinery|port\b|ferry|canal|water supply|irrigation|oil\b|gas\b",
        r"river|facilit|transport|traffic|built",
        0.2,
    ),
    _topic(
        "people", "Education, health and culture", "Exchange",
        r"educat|health|medic|student|scholar|school|universit|hospital|exchange program|"
        r"scientific|science|vaccin|doctor|clinic|teacher|museum|language|disease|diaspora",
        r"exchange|cultur|sport|women|youth",
        0.25,
    ),
    _topic(
        "environment", "Climate and environment", "Environment",
        r"climate|environment|emission|biodivers|conservation|wildlife|pollution|"
        r"greenhouse|forest|glacier|fisher|earthquake|flood|drought|cyclone",
        r"water\b|land\b|disaster",
        0.2,
    ),
)  # fmt: skip

OTHER = _topic("said", "What the source says", "Other", r"(?!)", r"(?!)")
"""Where nothing points anywhere: one section for all, under no subject."""

OPENING = replace(OTHER, id="opening", title="How the source begins", lane="Opening")
"""What stands before the first heading that makes a section."""


class OwnTitle(StrEnum):
    """Titles of sections that a draft sets itself and that are no subject: none of them leads a statement."""

    SAID = OTHER.title
    OPENING = OPENING.title
    MAIN_POINTS = "Main points"
    """Over what the source itself announces as such, in whatever words."""
    CHRONOLOGY = "Chronology"
    SUMS = "Sums of money"
    NAMED = "Agreements and persons"
    TABLES = "Tables of the source"
    GAPS = "How far the source goes"


STOPWORDS = frozenset(
    "the a an of in on at to for from by with and or as its it is was were are be been has have "
    "had that which this these those their his her more than also both between will would can "
    "could not into over about under after before during since while where when who whom such "
    "other any all some there they them he she we our us may might should must very most many "
    "one two new said says including through against within among".split()
)
"""Words that say nothing about what a sentence is about."""
