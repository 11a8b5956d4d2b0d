"""The model of one briefing: its types, the YAML reader, and the checks."""
