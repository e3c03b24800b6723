"""The dialog of names."""
