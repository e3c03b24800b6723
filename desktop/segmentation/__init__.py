"""Cutting text into words, by jieba in a private folder."""

from desktop.segmentation.own_words import OwnWords
from desktop.segmentation.parts_of_speech import part_of_speech
from desktop.segmentation.segmenter import Segmenter, Token, default_segmenter, shared_segmenter

__all__ = ["OwnWords", "Segmenter", "Token", "default_segmenter", "part_of_speech", "shared_segmenter"]
