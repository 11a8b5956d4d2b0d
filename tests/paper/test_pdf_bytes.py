"""The same plan gives the same bytes, and ReportLab's settings stay as they were."""

import hashlib
import io
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics

from briefbook.paper.pdf import render_pdf
from tests.paper import plans
from tests.tools import ROOT

PROGRAM = """
import hashlib
from briefbook.paper.pdf import render_pdf
from tests.paper import plans
print(hashlib.sha256(render_pdf(plans.rich())).hexdigest())
"""
SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC"},
    {"PYTHONHASHSEED": "2", "TZ": "Asia/Dushanbe", "SOURCE_DATE_EPOCH": "1000000000"},
    {"PYTHONHASHSEED": "3", "LC_ALL": "C", "RL_pdfComments": "1", "RL_pdfMultiLine": "1"},
)


@pytest.mark.parametrize("environment", SURROUNDINGS)
def test_bytes_do_not_depend_on_the_surroundings(environment, tmp_path):
    path = os.pathsep.join(str(ROOT / part) for part in ("report", "figures", "."))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], check=True, capture_output=True, text=True, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path, **environment}, timeout=60,
    )  # fmt: skip
    assert done.stdout.strip() == hashlib.sha256(render_pdf(plans.rich())).hexdigest()


def test_rendering_twice_gives_the_same_bytes():
    assert render_pdf(plans.rich()) == render_pdf(plans.rich())


def test_the_id_follows_the_content():
    papers = plans.rich(), plans.rich("DRAFT")
    ids = [pikepdf.open(io.BytesIO(render_pdf(paper))).trailer.ID[0].unparse() for paper in papers]
    assert ids[0] != ids[1]


def test_only_the_editions_date_changes_the_date():
    meta = replace(plans.META, created="2027-01-02T03:04:05Z")
    data = render_pdf(replace(plans.paper(), meta=meta, blocks=()))
    assert b"2027-01-02T03:04:05Z" in data


def test_no_path_clock_or_user_is_in_the_file():
    data = render_pdf(plans.rich())
    with pikepdf.open(io.BytesIO(data)) as opened:
        everything = b"".join(
            thing.read_bytes() if isinstance(thing, pikepdf.Stream) else thing.unparse()
            for thing in opened.objects
        )
    for place in (ROOT, Path.home(), Path(tempfile.gettempdir())):
        assert os.fsencode(place) + b"/" not in everything
    assert set(re.findall(rb"D:\d{14}", everything)) == {b"D:20261123000000"}


def test_reportlab_is_left_as_it_was():
    names = ("invariant", "pdfMultiLine", "pdfComments", "useA85")
    before = [getattr(rl_config, name) for name in names]
    fonts = set(pdfmetrics.getRegisteredFontNames())
    render_pdf(plans.rich())
    assert [getattr(rl_config, name) for name in names] == before
    assert set(pdfmetrics.getRegisteredFontNames()) == fonts


def test_objects_are_packed():
    assert len(render_pdf(plans.rich())) < 140_000
