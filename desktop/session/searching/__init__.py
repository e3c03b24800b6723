"""Looking for words and listing their places: the find bar, the search panel and the concordance ask here."""
