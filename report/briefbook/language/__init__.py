"""What a language says: one folder a language, and which language a text is in."""
