"""What is shown of the words: scripts, corrections, search, lights, keywords."""
