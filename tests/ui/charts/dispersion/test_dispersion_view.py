"""The dispersion over the page: where the lit terms stand, by the mouse and by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.keywords import Concept, find_terms
from desktop.script import Script
from desktop.session.own.own import OwnKind
from desktop.session.own.own_words import own_of
from desktop.ui.charts.dispersion.stripes import StripeLength, StripeTick
from desktop.ui.charts.dispersion.view import DispersionView
from desktop.ui.look.theme import LIGHT
from tests.ui.notes.notes_driver import found

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look
    from tests.ui.charts.conftest import TracingDesk


@pytest.fixture
def view(qtbot: QtBot, session: Session, look: Look, desk: TracingDesk) -> DispersionView:
    """Return the dispersion of that thread with nothing lit."""
    made = DispersionView(session, look, desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(800, 500)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def lit(qtbot: QtBot, view: DispersionView, session: Session) -> DispersionView:
    """Return it with two terms lit and the keyboard on the first answer."""
    for term in ("談判", "辦法"):
        session.lights.light(term)
    qtbot.waitUntil(lambda: view.list.stripes.terms == ("談判", "辦法"))
    view.list.setFocus()
    return view


def press(view: DispersionView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.list, key)


def foot(view: DispersionView) -> str:
    return found(view, QLabel, "dispersionFoot").text()


def x_of(view: DispersionView, tick: StripeTick) -> QPoint:
    """Return where a tick is painted, by the colour of its light in a picture of its row."""
    row = view.list.visualRect(view.list.model().index(tick.stripe, 0))
    image, color = view.list.viewport().grab().toImage(), LIGHT.light(view.list.stripes.slots[tick.lane])
    columns = [
        x for x in range(row.width()) for y in [_lane_y(image, row.top(), row.bottom(), x, color)] if y is not None
    ]
    starts = [x for x in columns if x - 1 not in columns]
    x = starts[tick.number]
    y = _lane_y(image, row.top(), row.bottom(), x, color)
    assert y is not None
    return QPoint(x, y)


def _lane_y(image: QImage, top: int, bottom: int, x: int, color: QColor) -> int | None:
    tall = [y for y in range(top, bottom) if image.pixelColor(x, y) == color]
    return tall[len(tall) // 2] if len(tall) > 6 else None


def test_where_terms_stand_is_asked_anew_only_where_it_may_be_another_place(
    lit: DispersionView, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def ask(_slot: str, terms: list[str], _then: object) -> None:
        asked.append(terms)

    monkeypatch.setattr(session.corpus.counting, "ask_dispersion", ask)
    session.corpus.counting.changed.emit()
    lit.hide()
    lit.show()
    assert asked == []
    session.lights.toggle("談判")
    assert asked == [["辦法"]]
    own = own_of(session.state).having(OwnKind.CONCEPTS, (Concept(("辦法", "談判")),))
    session.replace(own=own)
    assert len(asked) == 2
    session.finding.failed.emit("dispersion")
    session.corpus.counting.changed.emit()
    assert len(asked) == 3


def test_nothing_lit_says_how_to_light_and_offers_terms(qtbot: QtBot, view: DispersionView, session: Session) -> None:
    assert not view.list.isVisible()
    assert "select words on the page and press L" in " ".join(label.text() for label in view.findChildren(QLabel))
    qtbot.waitUntil(lambda: bool(view.invitation.findChildren(QPushButton)))
    offered = view.invitation.findChildren(QPushButton)
    assert "談判" in [button.text() for button in offered]
    next(button for button in offered if button.text() == "談判").click()
    assert [light.term for light in session.state.lights.terms] == ["談判"]
    qtbot.waitUntil(lambda: view.list.stripes.terms == ("談判",))
    assert view.list.isVisible()


def test_each_answer_is_a_stripe_with_every_place_of_each_lit_term(lit: DispersionView, session: Session) -> None:
    document, stripes = session.state.document, lit.list.stripes
    assert document is not None
    assert stripes.names == ("甲", "乙", "丙")
    for stripe, answer in enumerate(document.answers):
        for lane, term in enumerate(("談判", "辦法")):
            places = stripes.places(stripe, lane)
            naive = find_terms(answer.span.of(document.text), [term])
            assert [place.start - answer.span.start for place in places] == [hit.span.start for hit in naive]


def test_it_follows_the_lights_and_the_script(qtbot: QtBot, lit: DispersionView, session: Session) -> None:
    session.lights.toggle("談判")
    assert lit.list.stripes.terms == ("辦法",)
    session.lights.light("軟件")
    qtbot.waitUntil(lambda: lit.list.stripes.terms == ("辦法", "軟件"))
    session.show_script(Script.SIMPLIFIED)
    assert lit.list.stripes.terms == ("办法", "软件")
    session.lights.clear()
    assert not lit.list.isVisible()


def test_stripes_are_as_long_as_answers_or_all_as_long(lit: DispersionView) -> None:
    stripes = lit.list.stripes
    lengths = [len(one.span) for one in stripes.dispersion.stripes]
    assert [stripes.share(number) for number in range(3)] == [length / max(lengths) for length in lengths]
    lit.head.length.buttons[1].click()
    assert lit.list.stripes.length is StripeLength.EVEN
    assert [lit.list.stripes.share(number) for number in range(3)] == [1.0] * 3


def test_keys_go_from_tick_to_tick_in_reading_order_and_to_the_page(
    qtbot: QtBot, lit: DispersionView, session: Session
) -> None:
    assert foot(lit) == "甲: 談判 6 time(s), 辦法 2 time(s)"
    press(lit, *[Qt.Key.Key_Right] * 4)
    assert foot(lit).split("\n") == ["辦法, 1 of 2, 甲", "制裁不是辦法,制裁只會讓人民受苦,談判纔是辦法。"]
    with qtbot.waitSignal(lit.left):
        press(lit, Qt.Key.Key_Return)
    goal, document = session.state.pane.goal, session.state.document
    assert goal is not None
    assert document is not None
    assert goal.span == lit.list.stripes.place(StripeTick(0, 1, 0))
    assert goal.span.of(document.text) == "辦法"


def test_down_goes_to_the_next_answer_and_return_to_its_page(
    qtbot: QtBot, lit: DispersionView, session: Session
) -> None:
    press(lit, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert foot(lit) == "乙: 談判 1 time(s)"
    press(lit, Qt.Key.Key_Down)
    assert foot(lit) == "丙: none of them"
    press(lit, Qt.Key.Key_Right)
    with qtbot.waitSignal(lit.left):
        press(lit, Qt.Key.Key_Return)
    assert session.state.pane.answer == 2


def test_a_tick_stays_the_current_one_when_the_script_is_flipped(lit: DispersionView, session: Session) -> None:
    press(lit, Qt.Key.Key_Right, Qt.Key.Key_Right)
    session.show_script(Script.SIMPLIFIED)
    press(lit, Qt.Key.Key_Right)
    assert foot(lit).startswith("谈判, 3 of 6, 甲")


def test_a_click_on_a_tick_goes_to_its_place(qtbot: QtBot, lit: DispersionView, session: Session) -> None:
    tick = StripeTick(0, 0, 3)
    with qtbot.waitSignal(lit.left):
        QTest.mouseClick(lit.list.viewport(), Qt.MouseButton.LeftButton, pos=x_of(lit, tick))
    goal = session.state.pane.goal
    assert goal is not None
    assert goal.span == lit.list.stripes.place(tick)


def test_a_screen_reader_has_what_stands_where(lit: DispersionView) -> None:
    model = lit.list.model()
    told = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert told == ["甲: 談判 6 time(s), 辦法 2 time(s)", "乙: 談判 1 time(s)", "丙: none of them"]
    press(lit, Qt.Key.Key_Right)
    assert str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)).startswith(
        "談判, 1 of 6, 甲\n談判,談判,談判!"
    )


def test_the_dispersion_is_saved_as_pictures(lit: DispersionView, desk: TracingDesk) -> None:
    lit.save()
    made = {ending: make() for ending, make in desk.tracing.makers.items()}
    png, renderer = QImage.fromData(made[".png"]), QSvgRenderer(made[".svg"])
    assert png.size() == renderer.viewBox().size() * 2
    assert all(name in made[".svg"].decode() for name in ("談判", "辦法", "甲", "乙", "丙"))


def test_escape_leaves(qtbot: QtBot, lit: DispersionView) -> None:
    with qtbot.waitSignal(lit.left):
        press(lit, Qt.Key.Key_Escape)
