"""The bar above the page: script, keywords, search."""
