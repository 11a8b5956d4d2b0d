"""Organisations that prose names by letters as often as in full."""

from __future__ import annotations

BODIES: tuple[tuple[str, ...], ...] = (
    ("United Nations", "UN", "U.N."),
    ("North Atlantic Treaty Organization", "NATO"),
    ("World Trade Organization", "World Trade Organisation", "WTO"),
    ("International Monetary Fund", "IMF"),
    ("Organization for Security and Co-operation in Europe", "OSCE"),
    ("Organisation for Economic Co-operation and Development", "OECD"),
    ("Commonwealth of Independent States", "CIS"),
    ("Shanghai Cooperation Organization", "Shanghai Cooperation Organisation", "SCO"),
    ("Collective Security Treaty Organization", "CSTO"),
    ("Eurasian Economic Union", "EAEU"),
    ("Asian Development Bank", "ADB"),
    ("African Development Bank", "AfDB"),
    ("European Bank for Reconstruction and Development", "EBRD"),
    ("European Central Bank", "ECB"),
    ("International Atomic Energy Agency", "IAEA"),
    ("World Health Organization", "WHO"),
    ("World Food Programme", "WFP"),
    ("United Nations Development Programme", "UNDP"),
    ("United Nations High Commissioner for Refugees", "UNHCR"),
    ("United Nations Children’s Fund", "UNICEF"),
    ("United Nations Educational, Scientific and Cultural Organization", "UNESCO"),
    ("United Nations Population Fund", "UNFPA"),
    ("United Nations Environment Programme", "UNEP"),
    ("United Nations Relief and Works Agency", "UNRWA"),
    ("Office for the Coordination of Humanitarian Affairs", "OCHA"),
    ("International Committee of the Red Cross", "ICRC"),
    ("African Union", "AU"),
    ("Association of Southeast Asian Nations", "ASEAN"),
    ("Agency for International Development", "USAID"),
    ("Department of Defense", "Defense Department", "DoD", "DOD", "Pentagon"),
    ("Department of Justice", "Justice Department", "DOJ"),
    ("Department of the Treasury", "Treasury Department", "US Treasury", "U.S. Treasury"),
    ("Department of Agriculture", "Agriculture Department", "USDA"),
    ("Department of Commerce", "Commerce Department"),
    ("Department of Labor", "Labor Department", "DOL"),
    ("Department of Energy", "Energy Department", "DOE"),
    ("Department of Education", "Education Department"),
    ("Department of the Interior", "Interior Department", "DOI"),
    ("Department of Transportation", "Transportation Department", "DOT"),
    ("Department of Health and Human Services", "HHS"),
    ("Department of Veterans Affairs", "Veterans Affairs", "VA"),
    ("Department of Housing and Urban Development", "HUD"),
    ("Customs and Border Protection", "CBP"),
    ("Bureau of Labor Statistics", "BLS"),
    ("District of Columbia", "D.C."),
    ("Federal Reserve", "Federal Reserve System", "Federal Reserve Board", "Fed"),
    ("Department of State", "State Department"),
    ("Internal Revenue Service", "IRS"),
    ("Environmental Protection Agency", "EPA"),
    ("Food and Drug Administration", "FDA"),
    ("Federal Aviation Administration", "FAA"),
    ("National Transportation Safety Board", "NTSB"),
    ("Centers for Disease Control and Prevention", "Centers for Disease Control", "CDC"),
    ("National Oceanic and Atmospheric Administration", "NOAA"),
    ("Congressional Budget Office", "CBO"),
    ("Government Accountability Office", "GAO"),
    ("Securities and Exchange Commission", "SEC"),
    ("Department of Homeland Security", "DHS"),
    ("Drug Enforcement Administration", "DEA"),
    ("Central Intelligence Agency", "CIA"),
    ("Federal Bureau of Investigation", "FBI"),
    ("Central Command", "CENTCOM"),
    ("Millennium Challenge Corporation", "MCC"),
    ("Export-Import Bank", "Ex-Im Bank", "EXIM"),
    ("official development assistance", "ODA"),
    ("weapons of mass destruction", "WMD"),
    ("World War II", "World War Two", "Second World War", "WWII", "WW2"),
    ("World War I", "World War One", "First World War", "Great War", "WWI", "WW1"),
)
"""Each line names one body. Whatever else has two names goes under `aliases:` in the model."""

DEPARTMENTS = {
    name.removeprefix("Department of ").removeprefix("the "): name
    for name, *_ in BODIES
    if name.startswith("Department of ") and " and " not in name
}
"""Departments of the United States by what reports call them: “State and Defense agreed”."""

KINDS_OF_BODY: tuple[str, ...] = (
    "Office", "Center", "Centre", "Department", "Agency", "Administration", "Board", "Committee", "Directorate", "Bureau", "Ministry", "Commission",
    "Council", "Authority", "Institute", "Secretariat", "Service", "Bank", "Court", "Library", "Organization", "Organisation", "Programme", "Assembly",
    "Parliament",
)  # fmt: skip
"""What kind of body a name says, in which it ends or with which it begins; alone, a body that was named before."""

OF_THE_UN = frozenset(
    f"body:{name}"
    for name in (
        "United Nations Development Programme", "United Nations High Commissioner for Refugees", "United Nations Children’s Fund",
        "United Nations Educational, Scientific and Cultural Organization", "United Nations Population Fund",
        "United Nations Environment Programme", "United Nations Relief and Works Agency",
        "Office for the Coordination of Humanitarian Affairs", "World Food Programme", "World Health Organization",
    )
)  # fmt: skip
"""Bodies that may be told as those of the United Nations: “the UN’s refugee agency” for UNHCR."""
TITLES: tuple[tuple[str, ...], ...] = (
    ("Lieutenant", "Lt"), ("Colonel", "Col"), ("General", "Gen"), ("Major", "Maj"), ("Captain", "Capt", "Cpt"), ("Admiral", "Adm"),
    ("Sergeant", "Sgt"), ("Commander", "Cmdr", "Cdr"), ("Brigadier", "Brig"), ("Senator", "Sen"), ("Representative", "Rep"),
    ("Governor", "Gov"), ("Professor", "Prof"), ("Ambassador", "Amb"), ("Reverend", "Rev"), ("Doctor", "Dr"),
)  # fmt: skip
"""Titles and how they are shortened."""
STATES = dict(
    pair.split("=")
    for pair in (
        "AL=Alabama;AK=Alaska;AZ=Arizona;AR=Arkansas;CA=California;CO=Colorado;CT=Connecticut;DE=Delaware;DC=District of Columbia;"
        "FL=Florida;GA=Georgia;HI=Hawaii;ID=Idaho;IL=Illinois;IN=Indiana;IA=Iowa;KS=Kansas;KY=Kentucky;LA=Louisiana;ME=Maine;"
        "MD=Maryland;MA=Massachusetts;MI=Michigan;MN=Minnesota;MS=Mississippi;MO=Missouri;MT=Montana;NE=Nebraska;NV=Nevada;"
        "NH=New Hampshire;NJ=New Jersey;NM=New Mexico;NY=New York;NC=North Carolina;ND=North Dakota;OH=Ohio;OK=Oklahoma;OR=Oregon;"
        "PA=Pennsylvania;RI=Rhode Island;SC=South Carolina;SD=South Dakota;TN=Tennessee;TX=Texas;UT=Utah;VT=Vermont;VA=Virginia;"
        "WA=Washington;WV=West Virginia;WI=Wisconsin;WY=Wyoming"
    ).split(";")
)
"""States of America by the two letters behind a town: “Annapolis, MD”."""
