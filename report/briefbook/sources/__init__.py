"""A source document as text: paragraphs, sentences, facts, and where a quote stands."""
