"""Charts as data (`spec`), laid out (`draw`) as plain marks (`display_list`), saved as files by matplotlib (`saving`)."""
