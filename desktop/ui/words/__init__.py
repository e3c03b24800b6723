"""The panel of words: the terms of this answer, of all, and those that are lit, with who uses each."""
