"""The dispersion: where in each answer the lit terms stand, a stripe for each."""
