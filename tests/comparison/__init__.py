"""Tests of `desktop.comparison`."""
