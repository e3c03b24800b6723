"""Cutting text into words, by jieba in a private folder."""

from desktop.segmentation.segmenter import Segmenter, Token, default_segmenter, shared_segmenter

__all__ = ["Segmenter", "Token", "default_segmenter", "shared_segmenter"]
