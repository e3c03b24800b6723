"""Tests of `desktop.session.files`."""
