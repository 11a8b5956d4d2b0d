"""Charts as data (`spec`), drawn with matplotlib (`draw`) into plain marks (`marks`)."""
