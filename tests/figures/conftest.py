"""matplotlib is loaded by a first saving, as in the product: no test scans the system's fonts."""

from tests.figures.examples import drawn

drawn("amounts")
