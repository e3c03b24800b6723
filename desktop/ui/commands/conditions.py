"""In which states a command can be run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents import FactKind, RunKind, fact_of
from desktop.documents.chosen_names import LONGEST_CHOSEN
from desktop.script import Script
from desktop.script.corrections import LONGEST, flaw_in
from desktop.session.files.shelf import is_about_encoding
from desktop.session.listing import NOBODY
from desktop.session.notes.passages import to_link
from desktop.session.notes.placing import active_placement
from desktop.session.notes.standing import is_any_unplaced
from desktop.session.notes.versions import has_conflicts, versions
from desktop.session.people import beside, in_hand, people_of

if TYPE_CHECKING:
    from desktop.session import State


def is_open(state: State) -> bool:
    """Tell whether a document is open."""
    return state.document is not None


def is_pair(state: State) -> bool:
    """Tell whether two pages are side by side."""
    return len(state.panes) > 1


def has_beyond(state: State, by: int) -> bool:
    """Tell whether there is an answer `by` steps on from the one on the other side."""
    return is_pair(state) and beside(state.seen_from(1 - state.focus), by) is not None


def is_decodable(state: State) -> bool:
    """Tell whether a document is open, or one was refused, that can be read in another encoding."""
    return is_open(state) or is_about_encoding(state)


def is_selected(state: State) -> bool:
    """Tell whether words are selected and can be marked."""
    return bool(state.pane.selection) and not state.notes.read_only


def is_markable(state: State) -> bool:
    """Tell whether words are selected or an annotation is active, and can be marked."""
    return (bool(state.pane.selection) or state.notes.active is not None) and not state.notes.read_only


def is_active(state: State) -> bool:
    """Tell whether an annotation is active and can be changed."""
    return state.notes.active is not None and not state.notes.read_only


def is_placed(state: State) -> bool:
    """Tell whether an annotation is active and stands in the text."""
    placement = active_placement(state)
    return placement is not None and placement.span is not None


def is_redrawable(state: State) -> bool:
    """Tell whether the active annotation can be drawn longer or shorter."""
    return is_placed(state) and not state.notes.read_only


def is_linkable(state: State) -> bool:
    """Tell whether there are selected words, and a note that they can be added to."""
    return is_selected(state) and to_link(state) is not None


def is_linked(state: State) -> bool:
    """Tell whether the active annotation has several passages, and can be changed."""
    return is_active(state) and any(len(annotation.passages) > 1 for annotation in state.notes.targets)


def is_tagged(state: State) -> bool:
    """Tell whether any annotation that commands act on has a tag, and can be changed."""
    return is_active(state) and any(annotation.tags for annotation in state.notes.targets)


def is_correctable(state: State) -> bool:
    """Tell whether words are selected whose conversion can be corrected: converted ones, within a line."""
    if state.document is None or state.pane.selection is None or state.focused_manner.script is Script.ORIGINAL:
        return False
    words = state.document.words_at(state.pane.selection) if len(state.pane.selection) <= 2 * LONGEST else ""
    return flaw_in(words, words) is None


def is_a_word(state: State) -> bool:
    """Tell whether the selected words can be a word of the reader's own: some, within a line."""
    from desktop.keywords import word_flaw

    if state.document is None or not state.pane.selection or len(state.pane.selection) > 2 * LONGEST:
        return False
    return word_flaw(state.document.words_at(state.pane.selection)) is None


def is_unplaced(state: State) -> bool:
    """Tell whether an annotation, or a passage of one, has no certain place in the text."""
    return is_any_unplaced(state)


def is_offered(state: State) -> bool:
    """Tell whether the active annotation has places to choose from."""
    placement = active_placement(state)
    return placement is not None and bool(placement.candidates)


def is_attachable(state: State) -> bool:
    """Tell whether there are selected words to put the active annotation on."""
    return bool(state.pane.selection) and is_active(state)


def is_similar(state: State) -> bool:
    """Tell whether there are notes on a thread much like this one."""
    return state.notes.similar is not None


def is_in_conflict(state: State) -> bool:
    """Tell whether a note is there in several versions."""
    return has_conflicts(state)


def has_versions(state: State) -> bool:
    """Tell whether the active annotation, and no other, is meant, and there in several versions."""
    return not state.notes.chosen and bool(versions(state))


def is_settleable(state: State) -> bool:
    """Tell whether the reader can decide between versions of the active annotation."""
    return has_versions(state) and not state.notes.read_only


def is_of_two(state: State) -> bool:
    """Tell whether these are two, so that there is one other."""
    return is_settleable(state) and len(versions(state)) == 2


def is_annotated(state: State) -> bool:
    """Tell whether there are annotations."""
    return bool(state.notes.annotations)


def is_commented(state: State) -> bool:
    """Tell whether there are comments on the answer."""
    return state.current is not None and bool(state.current.comments)


def is_told_by_layout(state: State) -> bool:
    """Tell whether the layout tells the authors of what is open, a plain text, and the reader can say otherwise."""
    return state.document is not None and state.document.is_plain and not state.notes.read_only


def is_line_meant(state: State) -> bool:
    """Tell whether one line of a plain text is meant: that of the caret, or of all selected words."""
    if state.document is None or not is_told_by_layout(state):
        return False
    selection = state.pane.selection
    return selection is None or state.document.text.find("\n", selection.start, selection.end) < 0


def is_nameable(state: State) -> bool:
    """Tell whether words are selected that can be said to be a name: some characters on one line."""
    if state.document is None or not is_selected(state) or state.pane.selection is None:
        return False
    words = state.pane.selection.of(state.document.text)
    return 1 < len(words.strip()) <= LONGEST_CHOSEN and words.isprintable()


def is_author_named(state: State) -> bool:
    """Tell whether a line of a plain text names who wrote the answer."""
    return is_told_by_layout(state) and state.current is not None and state.current.author_span is not None


def is_on_the_web(state: State) -> bool:
    """Tell whether the file says of the answer where it stands on the web, or links in it lead there."""
    answer = state.current
    if answer is None:
        return False
    told = (fact_of(said.facts, FactKind.ADDRESS) for said in (answer, *answer.comments))
    runs = (run for said in (answer, *answer.comments) for run in said.runs)
    return any(told) or any(run.kind is RunKind.LINK for run in runs)


def is_lit(state: State) -> bool:
    """Tell whether keywords are lit."""
    return bool(state.lights.terms)


def has_person_in_hand(state: State) -> bool:
    """Tell whether it is known who wrote what is in hand, or somebody's words alone are in ink."""
    return state.document is not None and (state.lights.person is not None or in_hand(state) != NOBODY)


def is_listed(state: State) -> bool:
    """Tell whether a concordance is shown."""
    return state.concordance is not None


def has_lines(state: State) -> bool:
    """Tell whether the concordance that is shown has lines."""
    return state.concordance is not None and bool(state.concordance.lines)


def has_said_more(state: State) -> bool:
    """Tell whether the person in hand said more than one thing."""
    person = in_hand(state)
    return state.document is not None and person != NOBODY and people_of(state.document).everyone[person].sayings > 1


def has_several_posts(state: State) -> bool:
    """Tell whether anybody wrote several posts in the open thread."""
    return state.document is not None and people_of(state.document).has_several_posts
