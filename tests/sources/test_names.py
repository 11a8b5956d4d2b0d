"""People, agreements and sums in the forms that lists, histories and handbooks give them."""

import pytest

from briefbook.language.document import Document
from briefbook.language.en.mentions import EntityType, find_facts
from briefbook.language.en.mentions import parallel as readings
from briefbook.language.en.mentions.mention import Mention, Money, Person


def found(text: str, kind: EntityType) -> list[Mention]:
    return [fact for fact in find_facts(Document("a.txt", text, "")) if fact.kind is kind]


def people(text: str) -> list[tuple[str, str]]:
    return [(f.value.name, f.value.role) for f in found(text, EntityType.PERSON) if isinstance(f.value, Person)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("A consulate opened in 1867, with Ezekiel Lowndes as Consul.", "Ezekiel Lowndes", "Consul"),
        ("A planter, Johan Fredrik Bryn, bought land.", "Johan Fredrik Bryn", "planter"),
        ("The visit of President Kh. Battulga ended.", "Kh. Battulga", "President"),
        ("He met the activist Biram ould Abeid.", "Biram ould Abeid", "activist"),
        ("Stanley T. d’Escoto followed him.", "Stanley T. d’Escoto", ""),
        ("Prime Minister de la Fuente Okafor spoke.", "de la Fuente Okafor", "Prime Minister"),
    ],
)  # fmt: skip
def test_a_person_is_found_with_the_whole_name_and_the_office(text, name, role):
    assert (name, role) in people(text)


def test_every_line_of_a_list_of_office_holders_has_a_person():
    text = "Ketil Bjørnson (1977–1981)\nAnne-Lise Thorsrud (May 1986 – June 1990)\nCivil War (1975–1977)\n"
    assert [name for name, _ in people(text)] == ["Ketil Bjørnson", "Anne-Lise Thorsrud"]


def test_a_surname_alone_is_the_nearest_person_of_that_name_before_it():
    text = (
        "President Ana Okafor spoke. Okafor left. Minister Juma Okafor came. Okafor stayed.\n\n" * 2
    )
    assert [name for name, _ in people(text)] == [
        "Ana Okafor", "Ana Okafor", "Juma Okafor", "Juma Okafor",
    ] * 2  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Officers train under International Military Education and Training (IMET).", "International Military Education and Training (IMET)"),
        ("It paid for the President’s Emergency Plan for AIDS Relief (PEPFAR).", "President’s Emergency Plan for AIDS Relief (PEPFAR)"),
        ("They joined the Marshall Plan in 1948.", "Marshall Plan"),
        ("A Sustainable Fisheries Partnership Agreement with the European Union was signed.", "Sustainable Fisheries Partnership Agreement"),
    ],
)  # fmt: skip
def test_an_agreement_is_found_by_its_whole_name(text, title):
    assert [fact.quote for fact in found(text, EntityType.AGREEMENT)] == [title]


@pytest.mark.parametrize("text", ["5 Agreements", "The Five-Year Plan was late.", "A Master Plan was drawn."])  # fmt: skip
def test_a_heading_and_a_plan_that_nobody_has_given_a_name_are_no_agreements(text):
    assert found(text, EntityType.AGREEMENT) == []


@pytest.mark.parametrize(
    ("text", "number", "currency"),
    [
        ("He rented a house for 60 pounds a quarter.", 60, "GBP"),
        ("Flour worth 4¼ million dollars came.", 4_250_000, "USD"),
        ("Norwegian aid to the north: Norway gave 420 million kroner.", 420_000_000, "NOK"),
        ("Norway and Denmark gave 420 million kroner.", 420_000_000, ""),
    ],
)  # fmt: skip
def test_a_sum_has_its_number_and_its_currency_where_the_text_tells_it(text, number, currency):
    [fact] = found(text, EntityType.MONEY)
    assert isinstance(fact.value, Money)
    assert (fact.value.number, fact.value.currency) == (number, currency)


def test_pounds_of_something_are_no_money():
    assert found("They seized 500 pounds of heroin.", EntityType.MONEY) == []


def test_the_same_passage_has_the_same_facts_wherever_it_stands():
    passage = (
        "On May 5, 1994, Ambassador Ruth Adeyemi signed the Harbour Treaty and gave $3 million."
    )
    text = f"{passage}\n\nAnother line.\n\n{passage}"
    facts = find_facts(Document("a.txt", text, ""))
    offset = text.rindex(passage)
    first = [(f.kind, f.start + offset, f.value) for f in facts if f.start < len(passage)]
    assert first == [(f.kind, f.start, f.value) for f in facts if f.start >= offset]
    assert len(first) >= 4


def test_a_long_document_has_the_same_facts_however_many_processors_read_it(monkeypatch):
    passages = [
        f"On May {day}, {year}, Ambassador Ruth Adeyemi signed the Harbour Treaty and gave ${day} million."
        for year in range(1950, 2010)
        for day in range(1, 29)
    ]
    document = Document("a.txt", "\n\n".join(passages * 4), "")
    monkeypatch.setattr(readings, "_LONG", 1000)
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    together = find_facts(document)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert find_facts(document) == together
    assert len(together) > 4 * len(passages)
