"""A manifest is the JSON that the library would write, though it is made piece by piece."""

import hashlib
import json
from typing import Any

import pytest

from briefbook.manifest import SEAL, seal_of
from briefbook.provenance.manifest import _written

DATA: list[dict[str, Any]] = [
    {},
    {"a": {}, "b": [], "c": None, "ä “¶”": "line\nbreak \u2028", "d": [1, 2.5, True, -0.0]},
    {"z": {"y": [{"x": [[1, ["deep", {"w": ()}]]]}, "two"], "v": ({"u": 1}, ())}, "a": [[[[[0]]]]]},
]


@pytest.mark.parametrize("data", DATA)
def test_a_manifest_is_written_as_the_library_writes_it(data):
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    assert _written(data) == f"{text}\n".encode()


@pytest.mark.parametrize("data", DATA)
def test_the_seal_is_the_hash_of_all_but_itself_without_spaces(data):
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert seal_of({**data, SEAL: "x"}) == hashlib.sha256(text.encode()).hexdigest()
