"""What a quote cuts away is read again."""

import dataclasses

import pytest

from benchmarks.truth import bare
from briefbook.checks import findings
from briefbook.errors import Severity
from briefbook.evidence.resolve import resolve
from briefbook.model import Claim, Quote
from briefbook.model.reader import read_briefing
from briefbook.text import StatementType
from tests.seeds import EXAMPLE

BRIEFING = bare(read_briefing(EXAMPLE))


def problems(source: str, quotes: tuple[str, ...], *texts: str, kind=StatementType.REPORTED):
    claims = [
        Claim(f"cut{n}", kind, text, evidence=tuple(map(Quote, quotes)))
        for n, text in enumerate(texts)
    ]
    (id_, document), *others = BRIEFING.documents
    longer = dataclasses.replace(document, text=f"{document.text}\n\n{source}\n")
    briefing = dataclasses.replace(
        BRIEFING, claims=(*BRIEFING.claims, *claims), documents=((id_, longer), *others)
    )
    return findings(resolve(briefing))


def rules(source: str, quote: str, text: str) -> set[str]:
    found = problems(source, (quote,), text)
    return {problem.rule for problem in found if problem.severity is not Severity.REVIEW}


CUT = {"quote-gap", "quote-behind", "quote-ends-before"}


LIES = [
    ("The parties did not, after long talks, sign the accord.", "The parties did […] sign the accord", "The parties signed the accord.", "quote-gap"),
    ("Ostmark signed a non-binding memorandum on grain.", "Ostmark signed a […] memorandum on grain", "Ostmark signed a memorandum on grain.", "quote-gap"),
    ("The mayors failed to reach an accord on grain.", "reach an accord on grain", "The mayors did reach an accord on grain.", "quote-behind"),
    ("Grain was dear in Lissa. The mayors noted sluggish sales of timber.", "Grain […] The mayors noted sluggish sales of timber", "Sales of grain were sluggish.", "quote-gap"),
    ("Pressures were minimal outside of some upward movement for grain.", "Pressures were […] upward", "Pressures were upward.", "quote-gap"),
    ("The mayors had never\nreached an accord on grain.", "reached an accord on grain", "The mayors reached an accord on grain.", "quote-behind"),
    ("Ostmark plans to build a second tunnel.", "build a second tunnel", "Ostmark built a second tunnel.", "quote-behind"),
    ("The abbot, his rivals say, burnt 90 letters.", "The abbot […] burnt 90 letters", "Ninety letters were burnt.", "quote-gap"),
    ("Lissa lent at most $40 million to the mine.", "Lissa lent […] $40 million to the mine", "The mine borrowed $40 million.", "quote-gap"),
    ("Lissa lent scarcely half of its corn to the mine.", "Lissa lent […] corn to the mine", "The mine got corn.", "quote-gap"),
    ("Customs found little rye in the hold.", "Customs found […] rye in the hold", "There was rye aboard.", "quote-gap"),
    ("The abbot vowed to repair 12 roofs.", "The abbot […] 12 roofs", "Twelve roofs were repaired.", "quote-gap"),
    ("The charter, once the guilds consent, binds Lissa.", "The charter […] binds Lissa", "Lissa is bound.", "quote-gap"),
    ("The abbot fell ill, and his nephew sold the vineyard.", "The abbot […] sold the vineyard", "The abbot sold it.", "quote-gap"),
    ("The abbot stayed while his nephew bought the meadow.", "The abbot […] bought the meadow", "The abbot bought it.", "quote-gap"),
    ("The abbot praised the steward who rented the mill.", "The abbot […] rented the mill", "The abbot rented it.", "quote-gap"),
    ("Lissa kept its ineffective toll.", "Lissa kept its […]effective toll", "The toll worked.", "quote-gap"),
    ("Customs seized illegal cargoes of timber.", "legal cargoes of timber", "The timber was legal.", "quote-behind"),
    ("There was a non-binding poll on tolls.", "binding poll on tolls", "The poll bound all.", "quote-behind"),
    ("In all 12,000 sheep changed hands.", "000 sheep changed hands", "Sheep changed hands.", "quote-behind"),
    ("The clinic treated 90,000 sheep.", "The clinic treated 90", "Ninety were treated.", "quote-gap"),
    ("The duke left without telling the guards.", "telling the guards", "The guards were told.", "quote-behind"),
    ("The duke denied that he had sold the forest.", "sold the forest", "The forest was sold.", "quote-behind"),
    ("Neither duke paid the ransom.", "paid the ransom", "A ransom was paid.", "quote-behind"),
    ("Hardly any of the pupils learned to swim.", "learned to swim", "They could swim.", "quote-behind"),
    ("There is no evidence that the duke had forged the deed.", "the duke had forged the deed", "The deed was forged.", "quote-behind"),
    ("No guard saw that the duke took the ring.", "the duke took the ring", "The duke took it.", "quote-behind"),
    ("The duke has yet to publish his will.", "publish his will", "His will was published.", "quote-behind"),
    ("The duke was unable to mend the weir.", "mend the weir", "The weir was mended.", "quote-behind"),
    ("The duke pledged to found a school.", "found a school", "A school was founded.", "quote-behind"),
    ("The guilds want the duke to close the gate.", "close the gate", "The gate was closed.", "quote-behind"),
    ("The duke may own 30 ships.", "own 30 ships", "He has 30 ships.", "quote-behind"),
    ("The dukes almost signed the treaty of Orm.", "signed the treaty of Orm", "They signed it.", "quote-behind"),
    ("The council struck from the budget 7 crowns for roads.", "7 crowns for roads", "The budget has 7 crowns for roads.", "quote-behind"),
    ("Less than 40 barns stood under water.", "40 barns stood under water", "In all 40 barns stood under water.", "quote-behind"),
    ("Half of the harvest was burnt.", "harvest was burnt", "The harvest was burnt.", "quote-behind"),
    ("Unless the light failed, the ferry left at dawn.", "the ferry left at dawn", "The ferry left at dawn.", "quote-behind"),
    ("Reports that the envoy had drowned were false.", "the envoy had drowned", "The envoy drowned.", "quote-behind"),
    ("The port will take tankers if the channel is dredged.", "The port will take tankers", "Tankers will come.", "quote-ends-before"),
    ("It would be wrong to say that the fleet sailed.", "the fleet sailed", "The fleet sailed.", "quote-behind"),
    ("Had the valve held, the boiler lasted a year.", "the boiler lasted a year", "The boiler lasted a year.", "quote-behind"),
    ("The firm insisted the pipe was safe.", "the pipe was safe", "The pipe was safe.", "quote-behind"),
    ("The jury was not convinced the miller took the ring.", "the miller took the ring", "The miller took it.", "quote-behind"),
    ("The dike held in 1953, but only in part.", "The dike held in 1953", "The dike held.", "quote-ends-before"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "quote", "text", "rule"), LIES)
def test_a_cut_that_takes_away_what_takes_back_is_an_error(source, quote, text, rule):
    assert rule in rules(source, quote, text)


TRUE = [
    ("The parties, after long talks, signed the accord.", "The parties […] signed the accord", "The parties signed the accord."),
    ("Daily\nNever\nMarket stalls of Lissa 41 23", "Market stalls of Lissa 41 23", "Of the market stalls of Lissa 41 open daily."),
    ("The weir, which no ship could pass, was mended in 1961.", "The weir […] was mended in 1961", "In 1961 the weir was mended."),
    ("The guild, whose hall, built in 1700, had never burnt, sold it in 1902.", "The guild […] sold it in 1902", "In 1902 it was sold."),
    ("The guild, having failed to sell its mill, bought a barn.", "The guild […] bought a barn", "The guild acquired a barn."),
    ("The mayor and his deputy opened the library.", "The mayor […] opened the library", "The mayor opened the library."),
    ("The audit found that the fleet had 40 ships.", "the fleet had 40 ships", "The fleet was of 40 ships."),
    ("The inspector noted that the ferry held 40 cars.", "the ferry held 40 cars", "The ferry had 40 cars aboard."),
    ("Unlike its neighbour, the mill has 90 looms.", "the mill has 90 looms", "There are 90 looms in the mill."),
    ("The line was not straight; two tunnels were dug.", "two tunnels were dug", "Two tunnels were dug."),
    ("Lissa managed to build a ring road.", "build a ring road", "A ring road was built."),
    ("Lissa, unable to guard its coast, signed a pact on fish.", "signed a pact on fish", "A pact on fish was signed."),
    ("The duke pledged to found a school.", "found a school", "A school was promised."),
    ("The duke did not mend the weir.", "mend the weir", "The weir was not mended by the duke."),
    ("The port will take tankers if the channel is dredged.", "The port will take tankers", "Once its channel is dredged, tankers will come."),
    ("The mayors failed to reach an accord on grain.", "failed to reach an accord on grain", "The mayors failed to reach an accord on grain."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "quote", "text"), TRUE)
def test_a_cut_of_what_takes_nothing_back_is_none(source, quote, text):
    assert not CUT & rules(source, quote, text)


LOOKS = [
    ("The toll in the two northern wards fell in May.", "The toll […] fell in May", "The toll went down.", "narrow it"),
    ("The court acquitted the miller of fraud.", "The court […] the miller of fraud", "A court dealt with fraud.", "the only verb"),
    ("The port took barges, according to smugglers.", "The port took barges", "Barges came.", "according to"),
    ("The strike ended for the dockers in March.", "The strike ended […] in March", "The strike ended.", "narrow it"),
    ("By its own account the mill kept the limits.", "the mill kept the limits", "The limits were kept.", "own account"),
    ("The miller said that the weir had burst.", "the weir had burst", "The weir burst.", "said that"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "quote", "text", "words"), LOOKS)
def test_what_an_honest_author_may_cut_too_is_a_reason_for_a_look(source, quote, text, words):
    found = [one for one in problems(source, (quote,), text) if one.rule in CUT]
    assert [one.severity for one in found] == [Severity.REVIEW]
    assert words in found[0].message


def test_a_view_that_is_ascribed_keeps_its_voice():
    source, quote = "The guilds warned that the weir had burst.", "the weir had burst"
    as_fact = problems(source, (quote,), "The weir burst.")
    as_view = problems(source, (quote,), "The weir burst.", kind=StatementType.ATTRIBUTED)
    assert "quote-behind" in {one.rule for one in as_fact}
    assert "quote-behind" not in {one.rule for one in as_view}


def test_another_quote_of_the_statement_may_have_the_words_that_one_cuts_away():
    source = "The guilds doubted that the weir was safe for barges."
    text = "The weir is safe."
    alone = problems(source, ("the weir was safe for barges",), text)
    both = problems(source, ("the weir was safe for barges", source), text)
    assert "quote-behind" in {one.rule for one in alone}
    assert not CUT & {one.rule for one in both}


def test_each_statement_that_rests_on_a_cut_quote_is_held():
    source = "The duke denied that he had sold the forest."
    found = problems(source, ("sold the forest",), "He denied that he sold it.", "He sold it.")
    assert [one.statement for one in found if one.rule in CUT] == ["cut1"]
