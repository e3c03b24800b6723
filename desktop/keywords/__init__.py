"""Keywords: segmentation, leading and distinctive terms, and search that is blind to script."""

from desktop.keywords.values import Hit, Term

__all__ = ["Hit", "Term"]
