"""Tests of `desktop.session.notes`."""
