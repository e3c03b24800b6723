"""What is done to the app on purpose: scripts that need minutes or privileges, with their usage at their heads."""
