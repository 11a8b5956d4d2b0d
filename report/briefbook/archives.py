"""What reading a damaged ZIP archive raises: of workbooks, documents, decks and templates alike."""

import lzma
import struct
import zipfile
import zlib

BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, KeyError, OSError,
    RuntimeError, ValueError,
)  # fmt: skip
"""RuntimeError: a part that is locked, and (as NotImplementedError) one that is packed in a newer way."""
