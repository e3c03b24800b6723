"""The words of one region and of another: a list of pairs by hand, and the tests of the file that has them."""
