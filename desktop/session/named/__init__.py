"""What the reader says of the lines of a plain text: which are authors' names."""
