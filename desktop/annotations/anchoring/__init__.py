"""From words to places and back: anchors, and finding their words again in a text that has changed.

`anchors` makes them and has what a placement is; `reanchor` is the way in. In a text that has changed, `another_text`
leads an anchor through the comparison of both texts (`textdiff`), the search for its words (`quote_search`) and what
its neighbours say, to the place that is taken of those that are like it (`candidates`).

The comparison: of the runs that both texts share (`shared_runs`) those are believed that most of what lies beside
them speaks for (`chaining`); what lies between them is compared by characters, and the cuts between them are put
where sentences end (`boundaries`). `alignment` is what comes out of it.
"""
