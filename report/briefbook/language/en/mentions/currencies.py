"""Currencies by sign, code and word, as ISO 4217 codes."""

from __future__ import annotations

import re

SIGNS = {
    "U.S. $": "USD", "U.S.$": "USD", "US $": "USD", "US$": "USD", "AU$": "AUD", "A$": "AUD",
    "CDN$": "CAD", "CA$": "CAD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "NT$": "TWD",
    "S$": "SGD", "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB",
    "₹": "INR", "₸": "KZT", "₴": "UAH", "₩": "KRW", "₺": "TRY", "₦": "NGN", "₫": "VND",
    "₱": "PHP", "₪": "ILS", "₾": "GEL", "֏": "AMD", "Rs.": "INR", "Rs": "INR", "DM": "DEM",
}  # fmt: skip

CODES = frozenset(
    "USD EUR GBP JPY CHF CAD AUD NZD CNY RUB KZT TJS KGS UZS TMT AZN AMD GEL UAH BYN MDL TRY INR PKR "
    "AFN IRR IQD SAR AED QAR KWD BHD OMR JOD EGP LBP SYP ILS MAD TND DZD LYD ZAR NGN KES ETB GHS UGX "
    "TZS XAF XOF SEK NOK DKK ISK PLN CZK HUF RON BGN RSD BAM ALL MKD HRK KRW THB IDR MYR SGD PHP VND "
    "HKD TWD MNT NPR LKR BDT MMK KHR LAK BRL MXN ARS CLP COP PEN BOB XDR SDR RMB ECU DEM FRF ITL".split()
)
ALIASES = {"RMB": "CNY", "SDR": "XDR", "ECU": "XEU"}

WORDS = {
    "dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "pounds sterling": "GBP", "pound": "GBP",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "somoni": "TJS", "rouble": "RUB", "ruble": "RUB",
    "tenge": "KZT", "som": "KGS", "soum": "UZS", "manat": "", "lari": "GEL", "dram": "AMD",
    "hryvnia": "UAH", "hryvnya": "UAH", "zloty": "PLN", "zlotys": "PLN", "forint": "HUF",
    "koruna": "CZK", "lei": "RON", "leva": "BGN", "lev": "BGN", "kuna": "HRK", "lira": "TRY",
    "shekel": "ILS", "rand": "ZAR", "naira": "NGN", "cedi": "GHS", "birr": "ETB", "baht": "THB",
    "rupiah": "IDR", "ringgit": "MYR", "dong": "VND", "kip": "LAK", "kyat": "MMK", "taka": "BDT",
    "tugrik": "MNT", "togrog": "MNT", "afghani": "AFN", "reais": "BRL", "guilder": "NLG",
    "Deutsche mark": "DEM", "Deutschmark": "DEM", "rial": "IRR", "riyal": "", "dinar": "",
    "dirham": "AED", "franc": "", "peso": "", "rupee": "", "shilling": "", "krona": "SEK",
    "kronor": "SEK", "krone": "", "kroner": "", "won": "KRW",
}  # fmt: skip
"""Singular forms; an empty code means that a country must say which: francs, pesos, dinars."""

ADJECTIVES = {
    "US": "", "U.S.": "", "American": "", "United States": "",
    "Canadian": "CAD", "Australian": "AUD", "New Zealand": "NZD", "Hong Kong": "HKD",
    "Singapore": "SGD", "Taiwan": "TWD", "Swiss": "CHF", "French": "FRF", "Belgian": "BEF",
    "Russian": "RUB", "Soviet": "SUR", "Belarusian": "BYN", "Azerbaijani": "AZN", "Turkmen": "TMT",
    "Turkish": "TRY", "Italian": "ITL", "Egyptian": "EGP", "Syrian": "SYP", "Lebanese": "LBP",
    "British": "GBP", "Irish": "IEP", "Cypriot": "CYP", "Sudanese": "SDG", "Indian": "INR",
    "Pakistani": "PKR", "Nepalese": "NPR", "Nepali": "NPR", "Sri Lankan": "LKR", "Mexican": "MXN",
    "Argentine": "ARS", "Chilean": "CLP", "Colombian": "COP", "Cuban": "CUP", "Philippine": "PHP",
    "Iraqi": "IQD", "Jordanian": "JOD", "Kuwaiti": "KWD", "Bahraini": "BHD", "Tunisian": "TND",
    "Algerian": "DZD", "Libyan": "LYD", "Serbian": "RSD", "Yugoslav": "YUM", "Saudi": "SAR",
    "Qatari": "QAR", "Omani": "OMR", "Yemeni": "YER", "Iranian": "IRR", "Moroccan": "MAD",
    "Emirati": "AED", "UAE": "AED", "Kenyan": "KES", "Tanzanian": "TZS", "Ugandan": "UGX",
    "Somali": "SOS", "Swedish": "SEK", "Norwegian": "NOK", "Danish": "DKK", "Icelandic": "ISK",
    "Czech": "CZK", "Slovak": "SKK", "Estonian": "EEK", "German": "DEM", "South Korean": "KRW",
    "Korean": "KRW", "Kyrgyz": "KGS", "Uzbek": "UZS", "Kazakh": "KZT", "Kazakhstani": "KZT",
    "Tajik": "TJS", "CFA": "XOF", "Congolese": "CDF", "Rwandan": "RWF", "Burundian": "BIF",
    "Liberian": "LRD", "Jamaican": "JMD", "Namibian": "NAD", "Brunei": "BND", "Fijian": "FJD",
    "Guyanese": "GYD", "Zimbabwean": "ZWD", "Zimbabwe": "ZWD", "Chinese": "CNY",
}  # fmt: skip
"""What stands before a currency's word and tells whose it is; empty: the word's own code."""

CENTS = {"cent": "USD", "pence": "GBP", "kopek": "RUB", "kopeck": "RUB"}


def code_of(word: str, adjective: str | None) -> str:
    """Return the ISO 4217 code of a currency's word with the adjective before it, if any."""
    known = WORDS[word]
    if not adjective:
        return known
    return ADJECTIVES[adjective] or known


_FAMILIES = {
    "krone": {"NOK": "Norw", "DKK": "Denmark|Danish"},
    "peso": {"MXN": "Mexic", "ARS": "Argentin", "CLP": "Chile", "COP": "Colombia", "CUP": "Cuba",
             "PHP": "Philippin"},
    "franc": {"CHF": "Swiss|Switzerland", "XOF": "Senegal|Mali|Niger|Benin|Togo|Burkina|Ivory Coast",
              "RWF": "Rwanda", "GNF": "Guinea"},
    "dinar": {"IQD": "Iraq", "JOD": "Jordan", "KWD": "Kuwait", "TND": "Tunisia", "DZD": "Algeria",
              "RSD": "Serbia", "LYD": "Libya", "BHD": "Bahrain"},
    "rupee": {"INR": "India", "PKR": "Pakistan", "NPR": "Nepal", "LKR": "Sri Lanka", "MUR": "Mauriti"},
    "shilling": {"KES": "Kenya", "TZS": "Tanzania", "UGX": "Uganda", "SOS": "Somali"},
    "manat": {"AZN": "Azerbaijan", "TMT": "Turkmen"},
    "riyal": {"SAR": "Saudi", "QAR": "Qatar", "YER": "Yemen"},
}  # fmt: skip
"""Beginnings of words for money that several countries share, and how a text names each country."""


_CLEAR = 2
"""How much more often than any other a text must name the country that is meant."""


def of_country(word: str, text: str) -> str:
    """Return the currency of a word like “kroner” in a text that mostly speaks of one such country."""
    countries = next((c for start, c in _FAMILIES.items() if word.startswith(start)), {})
    counts = sorted(
        ((len(re.findall(rf"\b(?:{names})", text)), code) for code, names in countries.items()),
        reverse=True,
    )
    if not counts or not counts[0][0]:
        return ""
    return counts[0][1] if counts[0][0] >= _CLEAR * counts[1][0] else ""
