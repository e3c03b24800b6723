"""The names found in the open thread, with their places and the forms that each can have."""
