"""Annotations: values, anchoring, their JSON form, and the store that keeps them."""

from typing import TYPE_CHECKING

from desktop.lazy import lazily

if TYPE_CHECKING:
    from desktop.annotations.anchoring.anchors import (
        Placement,
        Placements,
        PlacementState,
        make_anchor,
        marked_words,
        reattach,
        resolve,
    )
    from desktop.annotations.anchoring.reanchor import reanchor
    from desktop.annotations.color import Color
    from desktop.annotations.edits import (
        create,
        delete,
        edit_note,
        link,
        new_annotation,
        recolour,
        redraw,
        retag,
        unlink,
    )
    from desktop.annotations.form.page import Page, StoreError, dump_page, parse_page
    from desktop.annotations.storage.durable import write_durably
    from desktop.annotations.storage.naming import store_path
    from desktop.annotations.storage.notices import StoreReason
    from desktop.annotations.storage.store import AnnotationStore, HalfSavedError, Loaded
    from desktop.annotations.values import Anchor, Annotation, Change, How, Passage, Resolution, apply_changes
else:
    __getattr__ = lazily(
        __name__,
        values={
            "anchoring.anchors": ("Placement", "Placements", "PlacementState"),
            "form.page": ("Page", "StoreError"),
            "storage.notices": ("StoreReason",),
            "storage.store": ("AnnotationStore", "HalfSavedError", "Loaded"),
            "color": ("Color",),
            "values": ("Anchor", "Annotation", "Change", "How", "Passage", "Resolution"),
        },
        functions={
            "anchoring.anchors": ("make_anchor", "marked_words", "reattach", "resolve"),
            "anchoring.reanchor": ("reanchor",),
            "edits": (
                "create",
                "delete",
                "edit_note",
                "link",
                "new_annotation",
                "recolour",
                "redraw",
                "retag",
                "unlink",
            ),
            "form.page": ("dump_page", "parse_page"),
            "storage.durable": ("write_durably",),
            "storage.naming": ("store_path",),
            "values": ("apply_changes",),
        },
    )

__all__ = [
    "Anchor",
    "Annotation",
    "AnnotationStore",
    "Change",
    "Color",
    "HalfSavedError",
    "How",
    "Loaded",
    "Page",
    "Passage",
    "Placement",
    "PlacementState",
    "Placements",
    "Resolution",
    "StoreError",
    "StoreReason",
    "apply_changes",
    "create",
    "delete",
    "dump_page",
    "edit_note",
    "link",
    "make_anchor",
    "marked_words",
    "new_annotation",
    "parse_page",
    "reanchor",
    "reattach",
    "recolour",
    "redraw",
    "resolve",
    "retag",
    "store_path",
    "unlink",
    "write_durably",
]
