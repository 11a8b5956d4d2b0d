"""The manifest beside the outputs: what they were built from, and every fact in them.

It records versions of Briefbook and of the packages that make the bytes, never interpreter,
platform, user or time, so that it is itself the same on every machine.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefbook.drawn import Drawn, drawn_of, part_drawn
from briefbook.entailment import second_opinion
from briefbook.evidence.bridges import bridge_words
from briefbook.evidence.citations import Citations, CitedPassage
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import Assertion
from briefbook.fingerprints import CONTENT_TYPES, fingerprints, part_fingerprint
from briefbook.installed import version_of
from briefbook.manifest import BRIEF, FORMAT, SEAL, content_of, seal_of, values_of
from briefbook.memo import kept as kept_parts
from briefbook.model import Amount, Briefing, Claim, Event, Series, Source
from briefbook.plugins import plugin_packages
from briefbook.provenance.content import content_digest, member_content
from briefbook.provenance.exhibit_values import exhibit_values
from briefbook.provenance.images import image_files
from briefbook.provenance.ledger import Made, Places, printed_deck, printed_paper
from briefbook.theme.look import LentFile
from briefbook.values.formatting import measure_name
from briefbook.values.quantity import Quantity
from briefbook.version import __version__

if TYPE_CHECKING:
    from briefbook.brand.read import Brand

_quoted = json.encoder.encode_basestring
_PACKAGES = ("lxml", "matplotlib", "pillow", "python-pptx", "reportlab", "uharfbuzz", "XlsxWriter")


def input_digest(
    briefing: Briefing,
    brand: Brand | None = None,
    template: str = "",
    lent: tuple[LentFile, ...] = (),
) -> str:
    """Return one hash over everything that a build reads: model, sources, series, brand, template, faces."""
    parts = [briefing.sha256]
    parts += [str(source.sha256) for source in briefing.sources]
    parts += [series.sha256 for series in briefing.series]
    parts += [entry["sha256"] for entry in image_files(briefing).values()]
    parts += [sha256 for _, sha256 in brand.files] if brand else []
    parts += [template] if template else []
    parts += [file.sha256 for file in lent]
    parts += [f"{param.name}={param.default}" for param in briefing.params]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def make_manifest(
    resolved: ResolvedBriefing,
    created: str,
    made: Made,
    outputs: dict[str, bytes],
    previous: bytes | None,
) -> bytes:
    """Return the manifest as JSON, with the ledger of what both documents say.

    An output of a previous build that this one did not write stays listed: as it is while the
    inputs are the same, marked stale when they are not.
    """
    briefing = resolved.briefing
    inputs = _inputs(briefing, made)
    old = _not_made(_read(previous), made, outputs)
    is_same = old.get("digest") == inputs["digest"]
    kept = old if is_same else {}
    printed = {"paper": printed_paper(made, kept), "deck": printed_deck(made, kept)}
    with kept_parts(f"{briefing.file} {made.variant}"):
        made_now = {name: _entry(data) for name, data in outputs.items()}
        facts = _facts(resolved, Places(**printed))
    entries = {**_kept(old, is_same=is_same), **made_now}
    data = {
        **_described(resolved, created),
        "briefbook": __version__,
        "packages": {**{name: version_of(name) for name in _PACKAGES}, **plugin_packages()},
        "inputs": inputs,
        "outputs": entries,
        "content": content_of(entries),
        "facts": facts,
        "exhibits": {
            id_: exhibit_values(briefing.exhibit(id_), art) for id_, art in made.charts.items()
        },
        "images": image_files(briefing),
        **printed,
        **_look(made, printed, outputs, kept),
    }
    if made.variant:
        data |= {"variant": made.variant, "left_out": made.left_out}
    if made.variant == BRIEF:
        data |= _subset(data)
    if briefing.params:
        data["params"] = {str(param.name): str(param.default) for param in briefing.params}
    if model := second_opinion():
        data["second_opinion"] = {"model": model.sha256}
    data[SEAL] = seal_of(data)
    return _written(data)


def _written(data: dict[str, Any]) -> bytes:
    """Return a manifest as JSON, made bytes piece by piece: of a long one no second copy is held."""
    out = io.BytesIO()
    for piece in _pieces(data):
        out.write(piece.encode())
    out.write(b"\n")
    return out.getvalue()


_WHOLE_BELOW = 3
"""How deep in the manifest a value is one piece: an entry of a page or a slide."""


def _pieces(value: Any, margin: str = "\n", depth: int = 0) -> Iterator[str]:  # noqa: ANN401
    """Yield a value as `_indented` returns it, the entries of what holds many one by one."""
    if depth == _WHOLE_BELOW or not value or not isinstance(value, dict | list | tuple):
        yield _indented(value, margin)
        return
    inner, lead, end = f"{margin} ", "[", "]"
    entries = [("", one) for one in value]
    if isinstance(value, dict):
        lead, end = "{", "}"
        entries = [(f"{_quoted(key)}: ", value[key]) for key in sorted(value)]
    for name, entry in entries:
        yield f"{lead}{inner}{name}"
        yield from _pieces(entry, inner, depth + 1)
        lead = ","
    yield f"{margin}{end}"


def _indented(value: Any, margin: str = "\n") -> str:  # noqa: ANN401  what JSON can be
    """Return a value as the library writes it with an indent of one and sorted keys, in half of the time."""
    inner = f"{margin} "
    match value:
        case str():
            return _quoted(value)
        case dict() if value:
            entries = [f"{_quoted(key)}: {_indented(value[key], inner)}" for key in sorted(value)]
            return f"{{{inner}{f',{inner}'.join(entries)}{margin}}}"
        case list() | tuple() if value:
            return f"[{inner}{f',{inner}'.join([_indented(one, inner) for one in value])}{margin}]"
        case _:
            return json.dumps(value)


def _inputs(briefing: Briefing, made: Made) -> dict[str, Any]:
    """Return the hashes of all that a build has read."""
    template = _template_sha256(made)
    inputs: dict[str, Any] = {
        "digest": input_digest(briefing, made.brand, template, made.lent),
        "model": briefing.sha256,
        "sources": {str(s.id): str(s.sha256) for s in briefing.sources},
        "series": {str(s.id): s.sha256 for s in briefing.series},
        "images": {id_: entry["sha256"] for id_, entry in image_files(briefing).items()},
    }
    if made.brand:
        from briefbook.provenance.brand import brand_files

        inputs["brand"] = brand_files(made.brand)
    inputs |= {"template": template} if template else {}
    if made.lent:
        from briefbook.provenance.lent import lent_files

        inputs["fonts"] = lent_files(made.lent)
    return inputs


def _template_sha256(made: Made) -> str:
    """Return the hash of the template that a deck stands on; empty for our own."""
    foreign = made.deck.design.foreign if made.deck else None
    return foreign.sha256 if foreign else ""


def _look(
    made: Made, printed: dict[str, Any], outputs: dict[str, bytes], kept: dict[str, Any]
) -> dict[str, Any]:
    """Return what a brand, lent faces and a template change in the documents."""
    look: dict[str, Any] = {}
    if made.brand:
        from briefbook.provenance.brand import brand_entry

        look["brand"] = brand_entry(made.brand, printed, outputs, kept)
    if made.lent:
        from briefbook.provenance.lent import lent_entry

        look["lent"] = lent_entry(printed)
    if made.deck and made.deck.design.foreign:
        from briefbook.provenance.template import template_entry

        decks = [data for name, data in outputs.items() if name.endswith(".pptx")]
        look["template"] = template_entry(made.deck.design, decks, kept)
    return look


def _subset(data: dict[str, Any]) -> dict[str, Any]:
    """Return of a brief's ledger what it prints: facts, passages, and charts without a data table."""
    parts = (part for text in data["paper"]["texts"] for part in text["parts"])
    printed = {owner for _, owner in parts}
    return {
        "facts": [_with_printed(fact, printed) for fact in data["facts"] if fact["pages"]],
        "passages": [p for p in data["passages"] if f"passage {p['number']}" in printed],
        "exhibits": {
            id_: {key: value for key, value in entry.items() if key != "table"}
            for id_, entry in data["exhibits"].items()
        },
    }


def _with_printed(fact: dict[str, Any], printed: set[str]) -> dict[str, Any]:
    """Return a fact with those of its quotes that a brief prints: the full paper has the others."""
    if "quotes" not in fact:
        return fact
    quotes = [quote for quote in fact["quotes"] if f"passage {quote['number']}" in printed]
    return {**fact, "quotes": quotes}


def unprinted(resolved: ResolvedBriefing, created: str) -> dict[str, Any]:
    """Return what a manifest will tell of a briefing that has not been printed yet."""
    nowhere = Places({"texts": ()}, {"slides": ()})
    return {
        **_described(resolved, created),
        "facts": _facts(resolved, nowhere),
        "outputs": {},
    }


def _described(resolved: ResolvedBriefing, created: str) -> dict[str, Any]:
    briefing = resolved.briefing
    return {
        "format": FORMAT,
        "id": briefing.id,
        "title": str(briefing.title),
        "lang": str(briefing.lang),
        "checks": str(briefing.checks),
        "created": created,
        "status": str(briefing.status),
        "sources": {str(s.id): _source(s) for s in briefing.sources},
        "series": {str(s.id): _series(s) for s in briefing.series},
        "passages": _passages(resolved.citations),
    }


def _entry(data: bytes) -> dict[str, Any]:
    """Return what a manifest says of an output."""
    if data.startswith(b"PK"):
        content, parts, drawn = _package(data)
    else:
        content, parts, drawn = content_digest(data), fingerprints(data), drawn_of(data)
    return {
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "content": content,
        "parts": parts,
        "drawn": drawn,
        "is_stale": False,
    }


def _package(data: bytes) -> tuple[str, list[str], Drawn]:
    """Return digest, hashes and marks of a deck: each part is unpacked once for all three, and none is held."""
    content = hashlib.sha256()
    parts: list[str] = []
    drawn: Drawn = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for member in package.infolist():
            name, part = member.filename, package.read(member)
            content.update(member_content(name, part))
            if name != CONTENT_TYPES:
                parts.append(part_fingerprint(name, part))
            drawn |= part_drawn(name, part)
    return content.hexdigest(), sorted(parts), drawn


def _source(source: Source) -> dict[str, Any]:
    return {
        "title": str(source.title),
        "publisher": str(source.publisher),
        "date": source.date.edtf if source.date else "",
        "url": str(source.url),
        "sha256": str(source.sha256),
    }


def _series(series: Series) -> dict[str, Any]:
    return {
        "title": str(series.title),
        "unit": measure_name(series.unit.unit, series.basis),
        "edition": str(series.edition),
        "values": {
            point.label: f"{point.value:f}" for point in series.points if point.value is not None
        },
        "sha256": series.sha256,
    }


def _read(previous: bytes | None) -> dict[str, Any]:
    """Return a previous manifest; an empty one if it cannot be used."""
    try:
        old = json.loads(previous or b"{}")
    except ValueError:
        return {}
    return old if isinstance(old, dict) and old.get("format") == FORMAT else {}


def _not_made(old: dict[str, Any], made: Made, outputs: dict[str, bytes]) -> dict[str, Any]:
    """Return what a previous manifest says beyond what is made anew: of a long briefing it is large."""
    kept: dict[str, Any] = {name: old[name] for name in ("brand", "template") if name in old}
    kept["digest"] = old.get("inputs", {}).get("digest")
    kept["outputs"] = {n: e for n, e in old.get("outputs", {}).items() if n not in outputs}
    if "paper" in old:
        is_anew = made.drawn is not None
        kept["paper"] = {"press": old["paper"].get("press")} if is_anew else old["paper"]
    if "deck" in old:
        slides = [slide for slide in old["deck"]["slides"] if "print" in slide]
        kept["deck"] = {"slides": slides} if made.deck else old["deck"]
    return kept


def _kept(old: dict[str, Any], *, is_same: bool) -> dict[str, Any]:
    """Return the entries of a previous manifest, stale if the inputs have changed since."""
    return {
        name: {**entry, "is_stale": entry.get("is_stale", False) or not is_same}
        for name, entry in old.get("outputs", {}).items()
    }


def _facts(resolved: ResolvedBriefing, places: Places) -> list[dict[str, Any]]:
    """Return every assertion but labels, with its values, what bears it, and where it is printed."""
    told = (assertion for assertion in resolved.assertions if not assertion.is_label)
    return [
        {"id": f"{assertion.name} {number}", **_fact(assertion, resolved, places)}
        for number, assertion in enumerate(told, 1)
    ]


def _fact(assertion: Assertion, resolved: ResolvedBriefing, places: Places) -> dict[str, Any]:
    texts = tuple(str(text) for text in assertion.texts)
    pages, slides = places.of(assertion.statement, texts)
    fact: dict[str, Any] = {
        "name": assertion.name,
        "statement": assertion.statement,
        "kind": str(assertion.kind),
        "texts": list(texts),
        "values": values_of(texts),
        "pages": pages,
        "slides": slides,
    }
    if entry := resolved.briefing.statements.get(assertion.statement):
        fact["quotes"] = [_passage(passage) for passage in resolved.citations.of(entry)]
        if isinstance(entry, Claim):
            fact |= _declared(entry)
        if isinstance(entry, Event):
            fact["value"] = {"date": entry.date.edtf}
        if isinstance(entry, Amount):
            fact["value"] = _stated(entry.value)
    if assertion.computed:
        fact["computed"] = {str(f.literal): str(f.formula) for f in assertion.computed}
        if bridges := bridge_words(assertion.computed):
            fact["bridges"] = list(bridges)
    return fact


def _stated(value: Quantity) -> dict[str, str]:
    stated = {"number": f"{value.number:f}", "unit": str(value.unit)}
    return stated if value.to is None else {**stated, "to": f"{value.to:f}"}


def _declared(claim: Claim) -> dict[str, Any]:
    """Return what an author says of a claim that no rule can know."""
    declared: dict[str, Any] = {"voice": str(claim.voice)} if claim.voice else {}
    if claim.tense:
        declared["tense"] = str(claim.tense)
    if claim.counts:
        declared["counts"] = {str(c.literal): str(c.what) for c in claim.counts}
    return declared


def _passages(citations: Citations) -> list[dict[str, Any]]:
    """Return every cited passage with its place in the source, in code points."""
    return [{**_passage(p), "quote": str(p.quote.quote)} for p in citations.passages]


def _passage(passage: CitedPassage) -> dict[str, Any]:
    return {
        "number": passage.number,
        "source": passage.source,
        "paragraph": passage.anchor.paragraph,
        "start": passage.anchor.start,
        "end": passage.anchor.end,
    }
