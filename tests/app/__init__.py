"""Tests of `desktop.app`."""
