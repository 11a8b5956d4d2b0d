"""A sender's brand: `brand.yml` read, held against what documents need, and turned into a look.

1. `find`       the file: beside the briefing, in a folder above it, or where the user says
2. `form`       what it may hold, in the format of brand.yml
3. `colours`    roles become the inks of both documents; every ink is held on its grounds
4. `typefaces`  font files become faces: TrueType, allowed to be embedded, with the letters needed
5. `read`       all of it, and the logo, as a `Brand`
6. `lent`       faces that a user brings for letters that all others lack;  `wear` puts it all on
"""

from briefbook.brand.find import find_brand, places
from briefbook.brand.lent import lent_of
from briefbook.brand.wear import Choice, brand_of, wearing_brand

__all__ = ["Choice", "brand_of", "find_brand", "lent_of", "places", "wearing_brand"]
