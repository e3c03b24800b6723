"""How threads stand in pages of the web: HTML to drafts, form by form."""
