"""Regular expressions blind to script: what a reader types made ready, and found without running away."""
