"""The content digest: the same for the same content, however it is packed; another for another."""

import io
import re
import zipfile
import zlib

import pytest

from briefbook.build import build
from briefbook.provenance.content import content_digest
from tests.seeds import EXAMPLE, copy_of, edit
from tests.shipped import shipped


@pytest.fixture(scope="module")
def outputs():
    return {ending: path.read_bytes() for ending, path in shipped(EXAMPLE).items()}


def pdf_repacked(data, level):
    """Return a PDF whose streams are compressed anew, with true lengths and untrue offsets."""

    def repack(match):
        head, body = match[1], match[2]
        if b"/FlateDecode" not in head:
            return match[0]
        length = int(re.findall(rb"/Length (\d+)", head)[0])
        packed = zlib.compress(zlib.decompress(body[:length]), level)
        head = re.sub(rb"/Length \d+", b"/Length %d" % len(packed), head)
        return b"<<" + head + b">>\nstream\n" + packed + body[length:] + b"endstream"

    pattern = rb"<<((?:(?!endobj).)*?)>>\s*stream\r?\n(.*?)endstream"
    return re.sub(pattern, repack, data, flags=re.DOTALL)


def zip_repacked(data, level):
    """Return a ZIP file with its members compressed anew, workbooks and pictures within too."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            if content.startswith(b"PK"):
                content = zip_repacked(content, level)
            method = zipfile.ZIP_DEFLATED if level else zipfile.ZIP_STORED
            new.writestr(member.filename, content, compress_type=method, compresslevel=level)
    return packed.getvalue()


@pytest.mark.parametrize("level", [0, 1, 9])
@pytest.mark.parametrize(("suffix", "repacked"), [(".pdf", pdf_repacked), (".pptx", zip_repacked)])
def test_compressing_anew_changes_bytes_but_not_the_content(outputs, suffix, repacked, level):
    other = repacked(outputs[suffix], level)
    assert other != outputs[suffix]
    assert content_digest(other) == content_digest(outputs[suffix])


@pytest.mark.parametrize("suffix", [".pdf", ".pptx"])
def test_one_letter_changes_the_content(outputs, suffix, tmp_path):
    seed = copy_of(EXAMPLE, tmp_path)
    edit(seed, "text: About 40 trains use it every day.", "text: About 40 trains use it each day.")
    edit(seed, "short: About 40 trains a day", "short: About 40 trains each day")
    built = {path.suffix: path.read_bytes() for path in build(seed, tmp_path / "out").files}
    assert content_digest(built[suffix]) != content_digest(outputs[suffix])


def test_a_changed_cell_of_a_charts_workbook_changes_the_content(outputs):
    data = outputs[".pptx"]
    changed = io.BytesIO()
    touched = 0
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename.endswith(".xlsx") and not touched:
                content, touched = _workbook_edited(content), 1
            new.writestr(member.filename, content)
    assert touched
    assert content_digest(changed.getvalue()) != content_digest(data)


def _workbook_edited(data):
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename.endswith("sheet1.xml"):
                content = content.replace(b"<v>", b"<v>1", 1)
            new.writestr(member.filename, content)
    return changed.getvalue()


def test_a_files_name_within_belongs_to_the_content():
    one, other = io.BytesIO(), io.BytesIO()
    for packed, name in ((one, "a.xml"), (other, "b.xml")):
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(name, "<a/>")
    assert content_digest(one.getvalue()) != content_digest(other.getvalue())
