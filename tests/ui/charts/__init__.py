"""Tests of the charts over the page."""
