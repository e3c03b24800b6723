"""What the tests of keywords share with those of segmentation."""

from tests.segmentation.conftest import jieba_cache, seed, segmenter, simplified_seed, tokenizer

__all__ = ["jieba_cache", "seed", "segmenter", "simplified_seed", "tokenizer"]
