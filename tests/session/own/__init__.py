"""Tests of what the reader makes of words."""
