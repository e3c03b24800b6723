"""Tests of looking for words and listing their places."""
