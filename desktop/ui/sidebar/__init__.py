"""The sidebar: the question and its authors."""
