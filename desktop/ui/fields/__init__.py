"""Where a reader types, drops and copies words."""
