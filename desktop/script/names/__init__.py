"""The names of people and places in simplified text, whose characters stay what they are: 余先生, 埃里克森.

What a line shows by itself is `local`; what a whole thread shows, `thread`: its authors, and names that come again.
"""
