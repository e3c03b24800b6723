"""Tests of `desktop.annotations.exchange`."""
