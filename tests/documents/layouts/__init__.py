"""Tests of `desktop.documents.layouts`."""
