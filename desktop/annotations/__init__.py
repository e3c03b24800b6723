"""Annotations: values, anchoring, their JSON form, and the store that keeps them."""

from desktop.annotations.anchor import make_anchor
from desktop.annotations.durable import write_durably
from desktop.annotations.edits import create, delete, edit_note, new_annotation, recolour, retag
from desktop.annotations.jsonform import Page, StoreError, dump_page, parse_page
from desktop.annotations.naming import store_path
from desktop.annotations.notices import Notice, Reason
from desktop.annotations.placement import Placement, PlacementState
from desktop.annotations.reanchor import locate, reanchor
from desktop.annotations.resolving import reattach, resolve
from desktop.annotations.store import AnnotationStore, HalfSavedError, Loaded
from desktop.annotations.values import Anchor, Annotation, Change, Color, How, Passage, Resolution, apply_changes

__all__ = [
    "Anchor",
    "Annotation",
    "AnnotationStore",
    "Change",
    "Color",
    "HalfSavedError",
    "How",
    "Loaded",
    "Notice",
    "Page",
    "Passage",
    "Placement",
    "PlacementState",
    "Reason",
    "Resolution",
    "StoreError",
    "apply_changes",
    "create",
    "delete",
    "dump_page",
    "edit_note",
    "locate",
    "make_anchor",
    "new_annotation",
    "parse_page",
    "reanchor",
    "reattach",
    "recolour",
    "resolve",
    "retag",
    "store_path",
    "write_durably",
]
