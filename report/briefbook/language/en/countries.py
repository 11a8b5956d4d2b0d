"""Countries as English prose names them: codes, names, peoples and capitals (`data/countries.tsv`), and parts of the world."""

from __future__ import annotations

from functools import cache

from briefbook.frozen import dataclass
from briefbook.language.en.tables import rows, split


@dataclass(frozen=True)
class Country:
    """A country: its code, its names and peoples, and its capitals."""

    code: str
    """Of ISO 3166-1, or as in common use; empty for a part of a state or one of the past."""
    kind: str
    """`state`, `former`, `union` or `place`."""
    names: tuple[str, ...]
    """Names and abbreviations; the first is the one to print."""
    peoples: tuple[str, ...]
    """Adjectives and words for the people."""
    capitals: tuple[str, ...]
    """Spellings of the capital, the present one first."""
    seats: tuple[str, ...]
    """Other seats of government, past and present: the Kremlin."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Names and peoples, which all bear one another."""
        return self.names + self.peoples


@cache
def all_countries() -> tuple[Country, ...]:
    """Return every line of the table: also parts of states, and states of the past."""
    return tuple(
        Country(row["code"], row["kind"], *map(split, list(row.values())[2:]))
        for row in rows("countries")
    )


@cache
def countries() -> tuple[Country, ...]:
    """Return every country that has a code."""
    return tuple(country for country in all_countries() if country.code)


@cache
def country_codes() -> dict[str, str]:
    """Return the code of a state by each word that means it; a capital means its government."""
    return {
        word: country.code
        for country in all_countries()
        if country.kind == "state"
        for word in (*country.forms, *country.capitals, *country.seats)
    }


@cache
def country_names() -> dict[str, str]:
    """Return the name of each country to print, by its code."""
    return {country.code: country.names[0] for country in countries()}


@cache
def regions() -> dict[str, tuple[tuple[str, ...], frozenset[str]]]:
    """Return the forms of each part of the world and the codes of its states, by its name (`data/regions.tsv`)."""
    parts = ((split(row["names"]), frozenset(row["codes"].split())) for row in rows("regions"))
    return {forms[0]: (forms, codes) for forms, codes in parts}
