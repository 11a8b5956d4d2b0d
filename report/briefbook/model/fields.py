"""What fields of the model must look like, and what messages say of it."""

from __future__ import annotations

from briefbook.errors import SourceLocation

NOWHERE = SourceLocation("")
ID = {"pattern": r"[a-z0-9]+(-[a-z0-9]+)*", "wants": "an id such as us-embassy (a-z, 0-9, -)"}
SHA = {"pattern": r"[0-9a-f]{64}", "wants": "a SHA-256 in 64 hexadecimal digits"}
URL = {"pattern": r"https://\S+", "wants": "an address that begins with https://"}
BY = {"pattern": r".+, \d{4}-\d{2}-\d{2}", "wants": "a name and a day, as A. Lee, 2026-11-28"}
LANG = {"pattern": r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "wants": "a language tag such as en-US"}
KEYED = {"keyed": True}
OR_ONE = {"or_one": True}
