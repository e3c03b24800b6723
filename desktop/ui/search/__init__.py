"""Looking for words: the search panel, and the concordance below the page."""
