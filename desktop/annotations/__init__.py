"""Annotations: values, anchoring, their JSON form, and the store that keeps them."""

from desktop.annotations.values import Anchor, Annotation, Change, Color, apply_changes

__all__ = ["Anchor", "Annotation", "Change", "Color", "apply_changes"]
