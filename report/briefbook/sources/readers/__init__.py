"""One module per format: bytes or text in, a Reading out. Nothing here knows offsets or files."""
