"""What is said to the reader: below the page, and aloud."""
