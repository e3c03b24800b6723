"""Tests of `desktop.session.renewal`."""
