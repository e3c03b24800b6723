"""What the reader says of lines of the open thread: that they are authors' names, or none."""
