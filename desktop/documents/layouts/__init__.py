"""How plain text shows its authors."""
