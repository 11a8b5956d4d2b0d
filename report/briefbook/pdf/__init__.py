"""What every PDF needs, whatever stands on its pages: the only place that knows ReportLab and HarfBuzz.

1. `faces`      the embedded typefaces: widths, kerning, coverage
2. `canvas`     draws page by page into marked sequences; `drawing` draws charts and pictures
3. `structure`  keeps the tree that screen readers walk
4. `document`, `metadata`, `file`  make it a PDF/A-3a and PDF/UA-1 file, the same bytes for the same plan

ReportLab supplies fonts and file objects. Its paragraphs and page templates are not used: they
know neither tags nor side notes nor columns that end level, and they take text for markup.
"""
