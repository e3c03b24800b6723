"""The matrix: who says which term how often, as a heat map."""
