"""Scripts: aligned conversion, variants, detection and folding."""
