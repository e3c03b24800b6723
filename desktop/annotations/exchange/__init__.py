"""Annotations on their way out of the app and into it: Markdown, HTML, CSV, W3C JSON-LD, Hypothesis's JSON."""

from desktop.annotations.exchange.collection import collection
from desktop.annotations.exchange.digest import Digest, Excerpt, digest
from desktop.annotations.exchange.forms import ExportForm, export
from desktop.annotations.exchange.plan import Delivery, ImportPlan, deliver, planned
from desktop.annotations.exchange.reading import ImportRefusedError, Refusal
from desktop.annotations.exchange.wording import ENGLISH, Wording

__all__ = [
    "ENGLISH",
    "Delivery",
    "Digest",
    "Excerpt",
    "ExportForm",
    "ImportPlan",
    "ImportRefusedError",
    "Refusal",
    "Wording",
    "collection",
    "deliver",
    "digest",
    "export",
    "planned",
]
