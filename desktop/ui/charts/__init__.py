"""Pictures of who says what, in the place of the pages: the matrix as a heat map, and the dispersion."""
