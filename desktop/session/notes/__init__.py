"""The commands on annotations."""
