"""Tests of the panel of words."""
