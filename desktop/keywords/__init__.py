"""Keywords: leading and distinctive terms, who uses them and where, a source's words, search blind to script."""

from typing import TYPE_CHECKING

from desktop.lazy import lazily

if TYPE_CHECKING:
    from desktop.keywords.concepts import (
        NO_CONCEPTS,
        Concept,
        ConceptChange,
        ConceptFlaw,
        Concepts,
        concept_flaw,
    )
    from desktop.keywords.concepts_form import (
        BadConceptLine,
        concepts_with,
        format_concepts,
        parse_concepts,
        shipped_concepts,
    )
    from desktop.keywords.contexts import ConcordanceLine, LineOrder, concordance, lines_at, sorted_lines
    from desktop.keywords.counts import Matrix, Measure, Tally, authors_by, matrix, tally, terms_by
    from desktop.keywords.expressions.expressions import (
        ExpressionError,
        ExpressionFlaw,
        ExpressionFlawKind,
        compiled,
        find_expression,
    )
    from desktop.keywords.finding import (
        Hit,
        Searched,
        SearchedText,
        ShownText,
        count_each,
        find_each,
        find_in,
        find_terms,
        written_text,
    )
    from desktop.keywords.keyness import DistinctiveTerm, Evidence, distinctive_terms, unevenness
    from desktop.keywords.leading import leading_terms
    from desktop.keywords.own_form import (
        BadWordLine,
        WordFlaw,
        WordList,
        format_lists,
        format_words,
        list_flaw,
        parse_lists,
        parse_words,
        word_flaw,
    )
    from desktop.keywords.pairs import PairTerm, PairTerms, pair_terms
    from desktop.keywords.speeches import Scope, Speech, speeches_of
    from desktop.keywords.spread import Dispersion, dispersion
    from desktop.keywords.tables import concordance_csv, concordance_markdown, matrix_csv, terms_csv
    from desktop.keywords.vocabulary import Term
    from desktop.keywords.whole_words import WordEnds, find_whole
    from desktop.keywords.words import lexicon, segment, word_at
else:
    __getattr__ = lazily(
        __name__,
        values={
            "concepts": ("NO_CONCEPTS", "Concept", "ConceptChange", "ConceptFlaw", "Concepts"),
            "concepts_form": ("BadConceptLine",),
            "contexts": ("ConcordanceLine", "LineOrder"),
            "counts": ("Matrix", "Measure", "Tally"),
            "expressions.expressions": ("ExpressionError", "ExpressionFlaw", "ExpressionFlawKind"),
            "finding": ("Hit", "Searched", "SearchedText", "ShownText"),
            "keyness": ("DistinctiveTerm", "Evidence"),
            "own_form": ("BadWordLine", "WordFlaw", "WordList"),
            "pairs": ("PairTerm", "PairTerms"),
            "speeches": ("Scope", "Speech"),
            "spread": ("Dispersion",),
            "vocabulary": ("Term",),
            "whole_words": ("WordEnds",),
        },
        functions={
            "concepts": ("concept_flaw",),
            "concepts_form": ("concepts_with", "format_concepts", "parse_concepts", "shipped_concepts"),
            "counts": ("authors_by", "matrix", "tally", "terms_by"),
            "contexts": ("concordance", "lines_at", "sorted_lines"),
            "expressions.expressions": ("compiled", "find_expression"),
            "finding": ("count_each", "find_each", "find_in", "find_terms", "written_text"),
            "keyness": ("distinctive_terms", "unevenness"),
            "leading": ("leading_terms",),
            "own_form": ("format_lists", "format_words", "list_flaw", "parse_lists", "parse_words", "word_flaw"),
            "pairs": ("pair_terms",),
            "speeches": ("speeches_of",),
            "spread": ("dispersion",),
            "tables": ("concordance_csv", "concordance_markdown", "matrix_csv", "terms_csv"),
            "whole_words": ("find_whole",),
            "words": ("lexicon", "segment", "word_at"),
        },
    )

__all__ = [
    "NO_CONCEPTS",
    "BadConceptLine",
    "BadWordLine",
    "Concept",
    "ConceptChange",
    "ConceptFlaw",
    "Concepts",
    "ConcordanceLine",
    "Dispersion",
    "DistinctiveTerm",
    "Evidence",
    "ExpressionError",
    "ExpressionFlaw",
    "ExpressionFlawKind",
    "Hit",
    "LineOrder",
    "Matrix",
    "Measure",
    "PairTerm",
    "PairTerms",
    "Scope",
    "Searched",
    "SearchedText",
    "ShownText",
    "Speech",
    "Tally",
    "Term",
    "WordEnds",
    "WordFlaw",
    "WordList",
    "authors_by",
    "compiled",
    "concept_flaw",
    "concepts_with",
    "concordance",
    "concordance_csv",
    "concordance_markdown",
    "count_each",
    "dispersion",
    "distinctive_terms",
    "find_each",
    "find_expression",
    "find_in",
    "find_terms",
    "find_whole",
    "format_concepts",
    "format_lists",
    "format_words",
    "leading_terms",
    "lexicon",
    "lines_at",
    "list_flaw",
    "matrix",
    "matrix_csv",
    "pair_terms",
    "parse_concepts",
    "parse_lists",
    "parse_words",
    "segment",
    "shipped_concepts",
    "sorted_lines",
    "speeches_of",
    "tally",
    "terms_by",
    "terms_csv",
    "unevenness",
    "word_at",
    "word_flaw",
    "written_text",
]
