"""Keywords: leading and distinctive terms, the words of a source, and search that is blind to script."""

from typing import TYPE_CHECKING

from desktop.lazy import lazily

if TYPE_CHECKING:
    from desktop.keywords.finding import Hit, Searched, SearchedText, ShownText, find_in, find_terms
    from desktop.keywords.keyness import distinctive_terms
    from desktop.keywords.leading import leading_terms
    from desktop.keywords.vocabulary import Term
    from desktop.keywords.words import segment, word_at
else:
    __getattr__ = lazily(
        __name__,
        values={"finding": ("Hit", "Searched", "SearchedText", "ShownText"), "vocabulary": ("Term",)},
        functions={
            "finding": ("find_in", "find_terms"),
            "keyness": ("distinctive_terms",),
            "leading": ("leading_terms",),
            "words": ("segment", "word_at"),
        },
    )

__all__ = [
    "Hit",
    "Searched",
    "SearchedText",
    "ShownText",
    "Term",
    "distinctive_terms",
    "find_in",
    "find_terms",
    "leading_terms",
    "segment",
    "word_at",
]
