"""What is loaded later is what it would have been, when it is asked for."""

import subprocess
import sys

CODE = """
import sys
from briefbook.later import load_later

load_later("PIL.Image", "urllib.request", "json.decoder")
import PIL.Image, urllib.request
from PIL import Image
assert not hasattr(Image, "__no_such_name__")
print("http.client" in sys.modules, Image is PIL.Image)
print(urllib.request.Request("file:///x").host is not None, "http.client" in sys.modules)
print(isinstance(PIL.Image.new("1", (1, 1)), Image.Image), sys.modules["PIL.Image"] is not Image)
import json
print(json.loads("[1]"))
"""


def test_a_module_is_loaded_when_a_name_of_it_is_asked_for():
    command = [sys.executable, "-c", CODE]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told.split("\n")[:4] == ["False True", "True True", "True True", "[1]"]
