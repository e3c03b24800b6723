"""jieba in a private folder: cutting text into words."""
