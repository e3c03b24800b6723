"""What the reader makes of words: concepts, words kept whole, stop words, lists, each in a file of theirs."""
