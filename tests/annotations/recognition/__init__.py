"""Tests of `desktop.annotations.recognition`."""
