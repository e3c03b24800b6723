"""The memory: what was remembered is found again, and no file on the disk can keep the app from starting."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations import Color
from desktop.script import Edition, Script
from desktop.session import Manner, Preferences, Theme
from desktop.session.files.memory import RECENT_LIMIT, Memory, load_memory, save_memory
from desktop.session.files.place import Place
from desktop.session.listing import Order
from desktop.session.pane import OtherSide
from desktop.session.state import LEFT_SHARES, TEXT_SIZES, Panel

COUNTS = st.integers(0, 2**31 - 1)
WORDS = st.text(max_size=6)
PLACES = st.builds(
    Place,
    answer=COUNTS,
    positions=st.dictionaries(COUNTS, COUNTS, max_size=3),
    lights=st.lists(st.tuples(WORDS, COUNTS), max_size=3).map(tuple),
    read=st.lists(COUNTS, max_size=3).map(tuple),
    source_script=st.none() | WORDS,
    order=st.none() | st.sampled_from(Order),
    apart=st.booleans(),
    beside=st.none()
    | st.builds(
        OtherSide, COUNTS, st.none() | COUNTS, st.none() | st.sampled_from(Script), st.booleans(), st.booleans()
    ),
)
PREFERENCES = st.builds(
    Preferences,
    theme=st.sampled_from(Theme),
    language=WORDS,
    text_size=st.sampled_from(TEXT_SIZES),
    sidebar_shown=st.booleans(),
    notes_shown=st.booleans(),
    panel=st.sampled_from(Panel),
    color=st.sampled_from([color.value for color in Color]),
    choices_shown=st.booleans(),
    beside=st.booleans(),
    order=st.sampled_from(Order),
    left_share=st.sampled_from(LEFT_SHARES),
    scripts_together=st.booleans(),
    answers_together=st.booleans(),
    shared_shown=st.booleans(),
)
MANNERS = st.builds(
    Manner,
    script=st.sampled_from(Script),
    traditional=WORDS,
    simplified=WORDS,
    edition=st.sampled_from(Edition),
    source_script=st.just(Manner().source_script),
    source_corrected=st.just(False),
    corrections=st.just(Manner().corrections),
)
# Names as a file system may give them: bytes that are no UTF-8 come as lone surrogates (PEP 383).
NAMES = st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=5).map("/threads/{}".format).map(Path)
MEMORIES = st.builds(
    Memory,
    last=st.none() | NAMES,
    recent=st.lists(NAMES, max_size=RECENT_LIMIT).map(tuple),
    manner=MANNERS,
    preferences=PREFERENCES,
    geometry=st.text("abcXYZ019+/=", max_size=9),
    places=st.dictionaries(WORDS, PLACES, max_size=3),
    encodings=st.dictionaries(WORDS, WORDS, max_size=3),
)

# What json.loads can give, NaN and the infinities too, with the keys that matter well represented.
MEMBERS = (
    "last recent script preferences geometry places encodings answer positions lights read order theme text_size"
    " color beside offset at_left left_share"
)
KEYS = st.sampled_from([*MEMBERS.split(), "source_script", "0", "-1", "٣", "9" * 5000])
SCALARS = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.floats() | st.text(max_size=4)
HOSTILE = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=25
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the memory is kept."""
    return tmp_path_factory.mktemp("memory") / "state.json"


def loaded(path: Path, raw: object) -> Memory:
    """Return the memory of a file that holds `raw` as JSON."""
    path.write_text(json.dumps(raw), encoding="utf-8")
    return load_memory(path)


@settings(max_examples=40, deadline=None)
@given(memory=MEMORIES)
def test_what_is_remembered_is_found_again(path: Path, memory: Memory) -> None:
    save_memory(path, memory)
    again = load_memory(path)
    assert again == memory
    for field in fields(Preferences):
        assert type(getattr(again.preferences, field.name)) is type(getattr(memory.preferences, field.name))


def test_every_preference_is_tried() -> None:
    untried = {field.name for field in fields(Preferences) if f"{field.name}=" not in repr(PREFERENCES)}
    assert untried == set()


@settings(max_examples=80, deadline=None)
@given(raw=HOSTILE)
def test_whatever_json_is_there_a_memory_that_can_be_used_and_kept_is_the_answer(path: Path, raw: object) -> None:
    memory = loaded(path, raw)
    assert Color(memory.preferences.color)
    assert memory.preferences.text_size in TEXT_SIZES
    assert isinstance(memory.preferences.theme, Theme)
    for place in memory.places.values():
        numbers = [
            place.answer,
            *place.positions,
            *place.positions.values(),
            *place.read,
            *(n for _, n in place.lights),
        ]
        assert all(type(number) is int and number >= 0 for number in numbers)
    save_memory(path, memory)
    assert load_memory(path) == memory


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=40))
def test_whatever_bytes_are_there_nothing_is_raised(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert isinstance(load_memory(path), Memory)


@pytest.mark.parametrize(
    ("kept", "edition"),
    [
        ({"version": 1, "preferences": {"edition": "opencc-python"}}, Edition.BAIJIA),
        ({"version": 1, "preferences": {"edition": "opencc"}}, Edition.OFFICIAL),
        ({"version": 2, "preferences": {"edition": "opencc-python"}}, Edition.REIMPLEMENTED),
        ({"version": 1, "preferences": {"edition": "baijia"}}, Edition.BAIJIA),
        ({"version": 1, "preferences": {}}, Edition.BAIJIA),
    ],
)
def test_who_never_chose_an_edition_has_the_new_default(
    tmp_path: Path, kept: dict[str, object], edition: Edition
) -> None:
    path = tmp_path / "state.json"
    path.write_text(json.dumps(kept), encoding="utf-8")
    memory = load_memory(path)
    assert memory.manner.edition is edition
    save_memory(path, memory)
    assert load_memory(path).manner.edition is edition


def test_a_first_start_takes_the_manner_of_the_system(tmp_path: Path) -> None:
    first = Manner(traditional="taiwan")
    assert load_memory(tmp_path / "state.json", first).manner == first
    (tmp_path / "state.json").write_text('{"version": 2}', encoding="utf-8")
    assert load_memory(tmp_path / "state.json", first).manner == Manner()


def test_a_first_start_remembers_nothing_and_writes_nothing(tmp_path: Path) -> None:
    assert load_memory(tmp_path / "state.json") == Memory()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "damaged",
    [b"", b'{"last": "/a', b"\xff\xfe\xff", b"[]", b"7", b"[" * 100_000, b'{"places": ' + b"9" * 5000 + b"}"],
    ids=["empty", "cut", "no text", "a list", "a number", "deep", "a huge number"],
)
def test_a_damaged_file_is_set_aside_unchanged(tmp_path: Path, damaged: bytes) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(damaged)
    assert load_memory(path) == Memory()
    assert [file.name for file in tmp_path.iterdir()] == ["state.damaged.json"]
    assert (tmp_path / "state.damaged.json").read_bytes() == damaged


BAD_PREFERENCES: list[tuple[str, Any]] = [
    ("theme", "plaid"),
    ("theme", []),
    ("theme", {}),
    ("color", "plaid"),
    ("color", ["rouge"]),
    ("text_size", True),
    ("text_size", 0),
    ("text_size", 10**6),
    ("text_size", "20"),
    ("text_size", 20.0),
    ("sidebar_shown", 0),
    ("notes_shown", "no"),
    ("panel", "sidebar"),
    ("language", 7),
]
BAD_MANNERS: list[tuple[str, Any]] = [
    ("traditional", None),
    ("simplified", ["mainland"]),
    ("edition", "plaid"),
    ("edition", []),
    ("edition", {}),
]


@pytest.mark.parametrize(("name", "value"), BAD_PREFERENCES, ids=str)
def test_one_bad_preference_costs_only_itself(tmp_path: Path, name: str, value: object) -> None:
    chosen: dict[str, Any] = {"theme": "dark", "color": "indigo", "text_size": 28, "language": "en"}
    memory = loaded(tmp_path / "state.json", {"preferences": chosen | {name: value}, "geometry": "kept"})
    usual = Preferences()
    wanted: dict[str, Any] = chosen | {"theme": Theme.DARK}
    wanted[name] = getattr(usual, name)
    assert memory.preferences == Preferences(**wanted)
    assert memory.geometry == "kept"


@pytest.mark.parametrize(("name", "value"), BAD_MANNERS, ids=str)
def test_one_bad_part_of_the_manner_costs_only_itself(tmp_path: Path, name: str, value: object) -> None:
    chosen = {"traditional": "taiwan", "simplified": "opencc", "edition": Edition.OFFICIAL.value}
    raw = {"script": "simplified", "preferences": chosen | {name: value, "language": "en"}}
    memory = loaded(tmp_path / "state.json", raw)
    wanted: dict[str, Any] = chosen | {"edition": Edition.OFFICIAL}
    wanted[name] = getattr(Manner(), name)
    assert memory.manner == Manner(Script.SIMPLIFIED, **wanted)
    assert memory.preferences.language == "en"


@pytest.mark.parametrize("script", ["klingon", None, [], {}, 7], ids=str)
def test_a_script_that_there_is_not_is_the_original(tmp_path: Path, script: object) -> None:
    memory = loaded(tmp_path / "state.json", {"script": script, "preferences": {"traditional": "taiwan"}})
    assert memory.manner == Manner(traditional="taiwan")


@pytest.mark.parametrize(
    "bad",
    [
        {"answer": "first"},
        {"answer": float("inf")},
        {"answer": float("nan")},
        {"positions": {"0": -4}},
        {"positions": {"-1": 4, "x": 4, "٣٣٣٣٣٣٣٣٣٣٣": 1}},
        {"positions": [1]},
        {"lights": [["筆記"], "筆記", ["筆記", -1], [1, 2]]},
        {"read": [True, -1, 1.5]},
        {"source_script": 3},
        [],
    ],
    ids=str,
)
def test_one_bad_place_costs_no_other(tmp_path: Path, bad: object) -> None:
    good = {
        "answer": 2,
        "positions": {"2": 40},
        "lights": [["筆記", 3]],
        "read": [0, 2],
        "source_script": "simplified",
    }
    memory = loaded(tmp_path / "state.json", {"places": {"bad": bad, "good": good}})
    assert memory.places == {"bad": Place(), "good": Place(2, {2: 40}, (("筆記", 3),), (0, 2), "simplified")}


def test_keys_of_another_version_are_passed_over(tmp_path: Path) -> None:
    memory = loaded(tmp_path / "state.json", {"version": 9, "preferences": {"sound": "loud", "language": "en"}})
    assert memory == Memory(preferences=Preferences(language="en"))


def test_a_file_that_cannot_even_be_set_aside_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "state.json").mkdir()
    (tmp_path / "state.damaged.json").write_text("in the way")
    assert load_memory(tmp_path / "state.json") == Memory()


def test_the_latest_file_comes_first_and_no_file_twice() -> None:
    memory = Memory()
    for name in ("a", "b", "a", "c"):
        memory = memory.with_recent(Path(name), "")
    assert memory.recent == (Path("c"), Path("a"), Path("b"))
    assert memory.last == Path("c")


def test_the_oldest_recent_files_are_forgotten() -> None:
    memory = Memory()
    for number in range(RECENT_LIMIT + 3):
        memory = memory.with_recent(Path(str(number)), str(number))
    assert memory.recent == tuple(Path(str(number)) for number in range(RECENT_LIMIT + 2, 2, -1))


def test_of_over_five_hundred_encodings_the_one_chosen_longest_ago_is_forgotten() -> None:
    memory = Memory()
    for number in range(500):
        memory = memory.with_encoding(Path(str(number)), "big5")
    memory = memory.with_encoding(Path("0"), "utf-8").with_encoding(Path("new"), "gb18030")
    assert len(memory.encodings) == 500
    assert (memory.encodings.get("0"), memory.encodings.get("1"), memory.encodings["new"]) == (
        "utf-8",
        None,
        "gb18030",
    )


def test_of_over_five_hundred_places_the_one_left_alone_longest_is_forgotten() -> None:
    places = {str(number): Place(number) for number in range(500)}
    memory = Memory(places=places).with_place("0", Place(7)).with_place("new", Place(8))
    assert len(memory.places) == 500
    assert "1" not in memory.places
    assert (memory.places["0"], memory.places["new"]) == (Place(7), Place(8))


def test_what_a_later_version_remembers_is_kept_by_this_one(path: Path) -> None:
    save_memory(path, Memory(places={"a": Place(1)}))
    raw = json.loads(path.read_text("utf-8"))
    raw["later"] = {"of": ["all"]}
    raw["preferences"]["later"] = 1
    raw["places"]["a"] |= {"later": [None], "order": "heat"}
    memory = loaded(path, raw)
    assert memory.places["a"].order is None
    save_memory(path, memory.with_place("a", Place(2, order=Order.TIME)))
    again = json.loads(path.read_text("utf-8"))
    assert (again["later"], again["preferences"]["later"]) == ({"of": ["all"]}, 1)
    assert again["places"]["a"] == raw["places"]["a"] | {"answer": 2, "order": "time"}
