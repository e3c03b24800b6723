"""From words to places and back: anchors, and finding their words again in a text that has changed.

`anchor` makes them; `reanchor` is the way in; `placing` leads an anchor through the comparison of two texts
(`textdiff`), the search for its words (`quote_search`) and what its neighbours say, to a `verdict` on its place.

The comparison: of the runs that both texts share (`shared_runs`) those are believed (`claiming`) that have kept their
company (`chains`); what lies between them is compared by characters (`filling`), and the cuts between them are put
where sentences end (`boundaries`). `alignment` is what comes out of it.
"""
