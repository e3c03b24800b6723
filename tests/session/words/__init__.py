"""Tests of `desktop.session.words.keywords`."""
