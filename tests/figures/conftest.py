"""matplotlib is loaded as in the product, before any test asks for it: none scans the system's fonts."""

from briefbook_figures.saving import plotting

with plotting():
    pass
