"""Cutting text into words, by jieba in a private folder."""

from desktop.segmentation.segmenter import Segmenter, Simplified, Token, default_segmenter

__all__ = ["Segmenter", "Simplified", "Token", "default_segmenter"]
