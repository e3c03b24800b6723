"""From words to places and back: anchors, and finding their words again in a text that has changed.

`anchor` makes them; `reanchor` is the way in; `placing` leads an anchor through the comparison of two texts
(`textdiff`), the search for its words (`quote_search`) and what its neighbours say, to a `verdict` on its place.
"""
