"""The deck: composed as a plan (`plan`, `compose`, `fit`), then rendered as PPTX (`slides`)."""
