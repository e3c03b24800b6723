"""The page: one answer, set like a page of a book."""
