"""How plain text shows its authors: text to the structure that lies on it."""
