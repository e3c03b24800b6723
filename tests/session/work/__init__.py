"""Tests of `desktop.session.work`."""
