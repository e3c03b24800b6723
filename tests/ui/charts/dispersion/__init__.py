"""Tests of the dispersion."""
