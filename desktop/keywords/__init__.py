"""Keywords: segmentation, leading and distinctive terms, and search that is blind to script."""

from desktop.keywords.finding import Searched, SearchedText, ShownText, find_in, find_terms
from desktop.keywords.keyness import distinctive_terms
from desktop.keywords.leading import leading_terms
from desktop.keywords.segmenter import Segmenter, Token, default_segmenter, segment, word_at
from desktop.keywords.values import Hit, Term

__all__ = [
    "Hit",
    "Searched",
    "SearchedText",
    "Segmenter",
    "ShownText",
    "Term",
    "Token",
    "default_segmenter",
    "distinctive_terms",
    "find_in",
    "find_terms",
    "leading_terms",
    "segment",
    "word_at",
]
