"""The paper: composed as a plan (`plan`, `compose`), then rendered as a tagged PDF (`pdf`)."""
