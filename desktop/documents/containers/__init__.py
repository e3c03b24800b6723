"""In which forms threads are kept on disk: bytes to one text with structure."""
