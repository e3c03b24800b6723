"""Tests of the search panel and the concordance."""
