"""What the checks know of English: names, words, and words of opposite or estimative sense.

Tables and small grammars, no model of the language. Every list is meant to be read: what is not
in it is not recognised, and the checks say so.
"""
