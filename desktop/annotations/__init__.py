"""Annotations: values, anchoring, their JSON form, and the store that keeps them."""

from desktop.annotations.anchoring.anchor import make_anchor
from desktop.annotations.anchoring.placement import Placement, Placements, PlacementState
from desktop.annotations.anchoring.reanchor import locate, reanchor
from desktop.annotations.anchoring.resolving import reattach, resolve
from desktop.annotations.edits import create, delete, edit_note, new_annotation, recolour, retag
from desktop.annotations.form.page import Page, StoreError, dump_page, parse_page
from desktop.annotations.storage.durable import write_durably
from desktop.annotations.storage.naming import store_path
from desktop.annotations.storage.notices import Notice, Reason
from desktop.annotations.storage.store import AnnotationStore, HalfSavedError, Loaded
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
    "Placements",
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
