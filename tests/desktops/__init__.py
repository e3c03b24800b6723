"""The app on real desktops in a box: scripts that need programs of the system, with their usage at their heads."""
