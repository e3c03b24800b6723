"""Annotations as JSON: an AnnotationPage of the W3C model, read strictly, with all that is unknown kept."""
