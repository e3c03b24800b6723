"""The words of the interface: its languages, its sentences, and how words of others stand among them."""
