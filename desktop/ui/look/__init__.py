"""How the window looks: colours, fonts, and the small things that are drawn everywhere."""
