"""Every length (pt), colour, font and slot of both documents, once; imports no output library."""
