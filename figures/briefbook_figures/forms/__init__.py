"""One chart form a file, with the canvas that all are drawn on and the measure of its type."""
