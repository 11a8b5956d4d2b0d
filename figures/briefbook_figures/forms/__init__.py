"""One chart form a file, with the sheet that all are drawn on and the measure of its type."""
