"""How the dictionaries of a conversion become tables."""
