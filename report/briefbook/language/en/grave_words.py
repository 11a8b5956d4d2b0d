"""Words that weigh more than others: of crimes, deaths and ruin, and those that vouch that nothing is amiss.

Each group has the words that it holds and those that bear them besides: who tells of the fatal cases tells of deaths.
"""

from __future__ import annotations

from functools import cache

from briefbook.frozen import dataclass
from briefbook.language.en.stemmer import stem


@dataclass(frozen=True)
class Gravity:
    """Words of one kind, and what else in the evidence bears them."""

    words: str
    borne_by: str
    is_mild: bool = False
    """Whether honest authors have them in words of their own about as often as liars: a title has no room for that."""


GRAVITIES = (
    Gravity(
        "steal stole stolen theft thief thieves robbery robber loot looted embezzle embezzlement laundering laundered fraud fraudulent bribe bribery "
        "corrupt corruption smuggle smuggler smuggling traffick trafficker extort extortion gangster mafia criminal crime crook swindle "
        "plunder misappropriate misappropriation siphon blackmail perjury kickback oligarch pirate piracy",
        "rob illegal illicit unlawful offence offense felony misuse misspend launder embezzled racket cartel contraband trial court tried charged "
        "sentence abuse dishonest irregularity",
    ),
    Gravity(
        "prison jail arrest convicted conviction guilty indict indictment imprison imprisonment dismiss dismissal outlaw expel expulsion",
        "replace detain detention custody sentence charge court trial police warrant crime remove fire discharge oust deport verdict bar seize",
    ),
    Gravity(
        "kill killer murder massacre bomb bombing torture rape assassin assassinate assassination slaughter behead terrorist terrorism "
        "riot rebel rebellion coup invade invasion genocide atrocity",
        "die dead death fatal fatality mortality lives victim war armed fight attack violence violent overthrow insurgent uprising unrest shoot weapon "
        "troops explosion cross occupy militant extremist seize mob",
    ),
    Gravity(
        "die dead death drown starve starvation suicide poison poisoning perish",
        "kill fatal fatality mortality mortal victim casualty life lives lose lost deadly lethal hunger famine toxic contaminate survive toll "
        "widow funeral late decease",
    ),
    Gravity(
        "collapse destroy destruction burn burnt burst derail crash wreck ruin bankrupt bankruptcy devastate devastation catastrophe",
        "fire fuel flame smoke heat flood storm earthquake damage fall fell fail failure break broke demolish explode explosion insolvent insolvency lose "
        "loss bomb war disaster undermine sink accident end crisis",
    ),
    Gravity(
        "spy spying espionage traitor treason liar hoax conspire conspiracy sabotage falsify forgery scandal",
        "intelligence agent secret deceive false fake lie mislead betray plot hide hidden conceal undercover sabotaged agency",
    ),
    Gravity(
        "cruel cruelty brutal brutality shameful betray betrayal negligent negligence incompetent incompetence illegal illegally unlawful "
        "unlawfully reckless recklessly coward cowardice racist tyranny tyrant dictator dictatorship puppet greed greedy lied",
        "harsh abuse violate violation breach infringe contravene law legal court rule ruling torture fail failure careless fault harm repress "
        "suppress oppress unconstitutional constitution forbid prohibit ban invalid void crime violent violence kill authoritarian dictate "
        "despot autocrat regime false lie mislead racism race treaty rights mistake error flaw unauthorized permit licence license",
    ),
    Gravity(
        "army troops soldier police militia weapon missile warship",
        "military force forces armed guard patrol war defence defense officer navy naval gun arms fleet regiment battle security constable arrest "
        "detective crime general battalion marine conscript soldiers fight bomb invade campaign rifle ship vessel law",
    ),
    Gravity(
        "cancel abolish revoke repeal annul withdraw withdrew withdrawn abandon dissolve terminate",
        "end stop close drop cease discontinue lapse expire suspend halt quit leave left pull pulled void rescind reject lose phase remove give "
        "gave scrap retreat recall return depart retire call decline without refuse resign eliminate cut longer overturn strike struck break broke "
        "cancellation abolition termination dissolution repeal split lift axe shut waive nullify dismantle",
    ),
    Gravity(
        "safe safely harmless flawless innocent certified blameless",
        "safety danger dangerous harm harmful hazard risk secure security safeguard protect unsafe damage rescue save certificate certify "
        "error fault guilt accuse charge toxic contaminate",
        is_mild=True,
    ),
)  # fmt: skip


@cache
def gravities() -> dict[str, Gravity]:
    """Return of what kind each grave stem is."""
    return {stem(word): gravity for gravity in GRAVITIES for word in gravity.words.split()}


@cache
def bearing(gravity: Gravity) -> frozenset[str]:
    """Return the stems that bear the words of a kind."""
    return frozenset(map(stem, f"{gravity.words} {gravity.borne_by}".split()))
