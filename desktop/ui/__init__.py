"""The window: widgets that draw the session's state and call its commands."""
