"""Exports and imports as a reader meets them: files on the disk, notices, and one step that undo takes back."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import Color
from desktop.annotations.exchange import ENGLISH, ExportForm
from desktop.script import Script
from desktop.session.failure import Failure, Obstacle
from tests.session.executors import deliver
from tests.session.reader import highlight, only, said, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.session import Session
    from desktop.session.files.exchange import Offer


def export(session: Session, path: Path, form: ExportForm = ExportForm.MARKDOWN) -> bytes:
    session.exchange.export(path, form, ENGLISH)
    deliver()
    return path.read_bytes()


@pytest.fixture
def offers(session: Session) -> list[Offer]:
    """Return the list that every offer of the session is put into."""
    found: list[Offer] = []
    session.exchange.offered.connect(found.append)
    return found


def look_into(session: Session, path: Path) -> None:
    session.exchange.look_into(path)
    deliver()


def web_note(path: Path, *quotes: str) -> Path:
    """Write a file of another program with a note on each of `quotes`."""
    items = [
        {
            "type": "Annotation",
            "id": f"https://example.org/{quote}",
            "body": {"type": "TextualBody", "value": f"關於{quote}"},
            "target": {"selector": {"type": "TextQuoteSelector", "exact": quote}},
        }
        for quote in quotes
    ]
    path.write_text(json.dumps({"type": "AnnotationPage", "items": items}), "utf-8")
    return path


# -- exporting --------------------------------------------------------------------------------------------------


def test_the_notes_are_exported_in_the_script_shown(session: Session, tmp_path: Path) -> None:
    note = highlight(session, "反而忘了讀書")
    session.annotations.rewrite(note, "真的嗎?", ("讀書",))
    session.show_script(Script.SIMPLIFIED)
    page = export(session, tmp_path / "notes.md").decode()
    assert "# 为什么读书要做笔记?" in page
    assert "## 陈默\n\n> 反而忘了读书\n\n真的嗎?\n" in page
    assert said(session) == "export-done"


def test_whoever_may_read_a_new_file_may_read_what_was_exported(session: Session, tmp_path: Path) -> None:
    highlight(session, "反而忘了讀書")
    usual = tmp_path / "usual"
    usual.touch()
    export(session, tmp_path / "notes.md")
    assert (tmp_path / "notes.md").stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize("form", ExportForm)
def test_every_form_is_written_whole(session: Session, tmp_path: Path, form: ExportForm) -> None:
    highlight(session, "反而忘了讀書")
    page = export(session, tmp_path / f"notes{form.value}", form)
    assert "反而忘了讀書" in page.decode("utf-8-sig")


def test_what_is_being_typed_is_exported_too(session: Session, tmp_path: Path) -> None:
    note = highlight(session, "反而忘了讀書")
    session.store.committing.connect(lambda: session.annotations.rewrite(note, "剛打的字", ()))
    assert "剛打的字" in export(session, tmp_path / "notes.md").decode()


def test_without_notes_there_is_nothing_to_export(session: Session, tmp_path: Path) -> None:
    session.exchange.export(tmp_path / "notes.md", ExportForm.MARKDOWN, ENGLISH)
    deliver()
    assert said(session) == "export-empty"
    assert not (tmp_path / "notes.md").exists()


def test_a_failed_export_leaves_the_file_that_was_there(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notes.md").write_text("früher", "utf-8")
    highlight(session, "反而忘了讀書")

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("desktop.session.files.exchange.write_durably", full)
    assert export(session, tmp_path / "notes.md").decode() == "früher"
    assert said(session) == "export-failed"
    assert session.state.notice is not None
    assert session.state.notice.details == {"reason": Failure(Obstacle.FULL, "notes.md", tmp_path.name)}


# -- importing --------------------------------------------------------------------------------------------------


def test_what_an_import_would_do_is_offered_before_anything_is_done(
    session: Session, tmp_path: Path, offers: list[Offer]
) -> None:
    look_into(session, web_note(tmp_path / "x.jsonld", "反而忘了讀書", "這裏沒有的一整句話"))
    (offer,) = offers
    assert (offer.name, len(offer.plan.new), len(offer.plan.unplaced)) == ("x.jsonld", 1, 1)
    assert session.state.notes.annotations == {}
    assert session.state.undoable.back is False


@pytest.mark.parametrize(("with_unplaced", "many"), [(True, 2), (False, 1)])
def test_an_import_is_one_step(
    session: Session, tmp_path: Path, offers: list[Offer], with_unplaced: bool, many: int
) -> None:
    look_into(session, web_note(tmp_path / "x.jsonld", "反而忘了讀書", "這裏沒有的一整句話"))
    session.exchange.bring_in(offers[0], with_unplaced=with_unplaced)
    assert len(session.state.notes.annotations) == many
    assert words(session) == ["反而忘了讀書"]
    assert said(session) == "import-done"
    session.history.undo()
    assert session.state.notes.annotations == {}
    session.history.redo()
    assert len(session.state.notes.annotations) == many


def test_the_same_file_brings_nothing_the_second_time(session: Session, tmp_path: Path, offers: list[Offer]) -> None:
    path = web_note(tmp_path / "x.jsonld", "反而忘了讀書")
    look_into(session, path)
    session.exchange.bring_in(offers[0], with_unplaced=True)
    look_into(session, path)
    assert len(offers) == 1
    assert said(session) == "import-known"


def test_what_was_exported_can_be_brought_back(session: Session, tmp_path: Path, offers: list[Offer]) -> None:
    note = highlight(session, "反而忘了讀書")
    session.annotations.recolour(note, Color.ROUGE)
    session.annotations.rewrite(note, "真的嗎?", ("讀書",))
    before = only(session)
    export(session, tmp_path / "notes.html", ExportForm.HTML)
    session.annotations.delete(note)
    look_into(session, tmp_path / "notes.html")
    session.exchange.bring_in(offers[0], with_unplaced=True)
    assert only(session) == before


def test_what_was_changed_while_the_reader_looked_at_the_offer_is_taken_into_account(
    session: Session, tmp_path: Path, offers: list[Offer]
) -> None:
    note = highlight(session, "反而忘了讀書")
    export(session, tmp_path / "notes.jsonld", ExportForm.JSON_LD)
    session.annotations.delete(note)
    look_into(session, tmp_path / "notes.jsonld")
    session.history.undo()
    session.exchange.bring_in(offers[0], with_unplaced=True)
    assert [one.id for one in session.state.notes.annotations.values()] == [note]


def test_an_offer_for_another_document_is_void(
    session: Session, other: Path, tmp_path: Path, offers: list[Offer]
) -> None:
    look_into(session, web_note(tmp_path / "x.jsonld", "反而忘了讀書"))
    session.shelf.open(other)
    session.exchange.bring_in(offers[0], with_unplaced=True)
    assert session.state.notes.annotations == {}


def test_what_comes_too_late_for_its_document_is_not_offered(
    session: Session, other: Path, tmp_path: Path, offers: list[Offer]
) -> None:
    session.exchange.look_into(web_note(tmp_path / "x.jsonld", "反而忘了讀書"))
    session.shelf.open(other)
    deliver()
    assert offers == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "import-damaged"),
        (b"{", "import-damaged"),
        (b"{}", "import-unknown"),
        (b"<p>", "import-unknown"),
        (b'{"rows": []}', "import-empty"),
        (b'{"type": "AnnotationCollection", "first": "https://example.org/1"}', "import-elsewhere"),
    ],
)
def test_a_file_that_brings_nothing_is_refused_with_its_reason(
    session: Session, tmp_path: Path, content: bytes, code: str
) -> None:
    (tmp_path / "x.json").write_bytes(content)
    look_into(session, tmp_path / "x.json")
    assert said(session) == code


@pytest.mark.parametrize("form", [ExportForm.CSV, ExportForm.MARKDOWN])
def test_a_table_or_markdown_of_ours_is_said_to_be_for_reading_alone(
    session: Session, tmp_path: Path, form: ExportForm
) -> None:
    highlight(session, "反而忘了讀書")
    export(session, tmp_path / f"notes{form.value}", form)
    look_into(session, tmp_path / f"notes{form.value}")
    assert said(session) == "import-one way"


def test_a_file_that_is_too_large_is_not_read(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.session.files.exchange.SIZE_LIMIT", 10)
    (tmp_path / "x.json").write_bytes(b" " * 11)
    look_into(session, tmp_path / "x.json")
    assert said(session) == "import-too large"


def test_what_cannot_be_read_is_said(session: Session, tmp_path: Path) -> None:
    look_into(session, tmp_path / "gone.json")
    assert said(session) == "import-failed"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_is_not_waited_for(session: Session, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.json")
    look_into(session, tmp_path / "x.json")
    assert said(session) == "import-failed"


def test_a_defect_of_ours_is_logged_and_said(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_arguments: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("desktop.annotations.exchange.deliver", broken)
    look_into(session, web_note(tmp_path / "x.jsonld", "反而忘了讀書"))
    assert said(session) == "import-failed"
    assert "an exchange failed unexpectedly" in caplog.text
    caplog.clear()


def test_nothing_is_looked_into_without_a_document(start: Callable[[], Session], tmp_path: Path) -> None:
    empty = start()
    look_into(empty, tmp_path / "x.json")
    empty.exchange.export(tmp_path / "x.md", ExportForm.MARKDOWN, ENGLISH)
    assert said(empty) == "export-empty"
    assert not (tmp_path / "x.md").exists()
