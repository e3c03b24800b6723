"""Tests of `desktop.annotations.anchoring`."""
