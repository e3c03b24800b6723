"""Conversations with models: one question whose answers stand by the models' names, or questions and answers in turn.

- ChatGPT's export (`conversations.json`): a tree of messages in `mapping`, of which `current_node` is the last shown.
- Claude's: `chat_messages` with `sender` and `text`.
- Open WebUI's (https://docs.openwebui.com): `chat.messages`, and `chat.history.messages` with the answers of several
  models as children of one question.
- Arenas': `conversation_a` and `conversation_b` by `model_a` and `model_b`.
- By hand: `question` or `prompt`, and `answers` or `responses`, a list or by names.

Who asks is called as the file calls them. What is said is in Markdown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from desktop.documents.containers.drafts import PostDraft, ThreadDraft, fact, one_line
from desktop.documents.containers.json_threads.values import as_object, first, objects, words
from desktop.documents.containers.markdown.pieces import blocks_of_markdown
from desktop.documents.document import FactKind
from desktop.documents.moments import moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.documents.containers.json_threads.values import JsonObject

_ASKING = frozenset({"user", "human", "prompter", "question"})
_UNSAID = frozenset({"system", "tool", "function", "developer"})
_SAID = ("content", "text", "answer", "response", "output", "message", "value", "completion")
_NAMES = (
    "modelName",
    "model_name",
    "model",
    "model_id",
    "author",
    "name",
    "metadata.model_slug",
    "from",
    "role",
    "sender",
)
_QUESTIONS = ("question", "prompt", "query", "instruction")
_ANSWERS = ("answers", "responses", "models", "outputs", "completions", "results", "replies")
_LONGEST_TITLE = 80
_MOST_MESSAGES = 100_000


class _Message(NamedTuple):
    author: str
    text: str
    time: str = ""
    asks: bool = False


def conversations(value: object) -> Iterator[ThreadDraft]:
    """Yield the conversations in `value`: one, or a list of them."""
    source = as_object(value)
    inner = next(
        (source[key] for key in ("conversations", "chats", "data") if isinstance(source.get(key), list)), None
    )
    for one in [source] if source and inner is None else objects(value if inner is None else inner):
        if thread := _conversation(one):
            yield thread


def _conversation(source: JsonObject) -> ThreadDraft | None:
    chat = as_object(source.get("chat")) or source
    title = first(source, "title", "name") or first(chat, "title")
    for form in (_of_tree, _of_history, _of_arena, _of_answers, _of_turns):
        messages = [message for message in form(chat) if message.text.strip()]
        if messages and any(not message.asks for message in messages):
            return _thread(title, messages)
    return None


def _thread(title: str, messages: Sequence[_Message]) -> ThreadDraft:
    """Return the messages as a thread: the first question is its own text, or its title where it is a short line."""
    question, rest = (messages[0], messages[1:]) if messages[0].asks else (None, messages)
    asked = one_line(question.text) if question and len(question.text.strip().splitlines()) == 1 else ""
    if asked and len(asked) <= _LONGEST_TITLE and title in {"", asked, "New chat", "New Chat"}:
        title, question = asked, None
    posts = [_post(question, is_question=True)] if question else []
    return ThreadDraft(title, [*posts, *(_post(message) for message in rest)])


def _post(message: _Message, *, is_question: bool = False) -> PostDraft:
    blocks = blocks_of_markdown(message.text)
    return PostDraft(message.author, blocks, facts=fact(FactKind.TIME, message.time), is_question=is_question)


def _of_tree(chat: JsonObject) -> Iterator[_Message]:
    """Yield the messages of ChatGPT's tree from the first to the one that was shown last."""
    nodes = as_object(chat.get("mapping"))
    path: list[JsonObject] = []
    seen: set[str] = set()
    at = first(chat, "current_node") or next(reversed(list(nodes)), "")
    while at and at in nodes and at not in seen:
        seen.add(at)
        node = as_object(nodes[at])
        path.append(as_object(node.get("message")))
        at = first(node, "parent")
    for message in reversed(path):
        role = first(message, "author.role")
        if role and role not in _UNSAID:
            author = role if role in _ASKING else first(message, "metadata.model_slug") or role
            parts = as_object(message.get("content")).get("parts")
            yield _Message(author, _joined(parts), moment(message.get("create_time")), role in _ASKING)


def _of_history(chat: JsonObject) -> Iterator[_Message]:
    """Yield the messages of Open WebUI's tree, those of a question's several models one after the other."""
    history = as_object(chat.get("history"))
    nodes = as_object(history.get("messages"))
    roots = [key for key, node in nodes.items() if not as_object(node).get("parentId")]
    waiting, seen = list(reversed(roots)), set[str]()
    while waiting and len(seen) < _MOST_MESSAGES:
        key = waiting.pop()
        if key in seen or key not in nodes:
            continue
        seen.add(key)
        node = as_object(nodes[key])
        yield _message(node)
        children = node.get("childrenIds")
        if isinstance(children, list):
            waiting += [child for child in reversed(cast("list[object]", children)) if isinstance(child, str)]


def _of_arena(chat: JsonObject) -> Iterator[_Message]:
    """Yield the first question of two conversations side by side, and what each model answers, turn by turn."""
    sides = [list(objects(chat.get(f"conversation_{side}"))) for side in "ab"]
    if not all(sides):
        return
    names = [first(chat, f"model_{side}", f"model_{side}_name") or side.upper() for side in "ab"]
    for turn in range(max(map(len, sides))):
        for name, side in zip(names, sides, strict=True):
            message = _message(side[turn]) if turn < len(side) else None
            if message is not None and (not message.asks or side is sides[0]):
                yield message if message.asks else message._replace(author=name)


def _of_answers(chat: JsonObject) -> Iterator[_Message]:
    """Yield a question and its answers, which are a list or have their authors for names."""
    asked = next((key for key in _QUESTIONS if key in chat), "")
    given = next((chat[key] for key in _ANSWERS if isinstance(chat.get(key), list | dict)), None)
    if not asked or given is None:
        return
    yield _Message("", _text(chat[asked]), asks=True)
    if isinstance(given, dict):
        for name, answer in cast("dict[str, object]", given).items():
            yield _Message(name, _text(answer))
    else:
        for answer in objects(given):
            yield _message(answer)._replace(asks=False)


def _of_turns(chat: JsonObject) -> Iterator[_Message]:
    """Yield the messages of a list of them."""
    for key in ("chat_messages", "messages", "conversation", "conversations", "turns", "history"):
        if isinstance(chat.get(key), list):
            model = first(chat, "model", "model_name", "metadata.model")
            for message in objects(chat[key]):
                found = _message(message)
                if found.author in {"assistant", "gpt", "model"} and model:
                    found = found._replace(author=model)
                yield found
            return


def _message(source: JsonObject) -> _Message:
    role = first(source, "role", "sender", "from", "author.role")
    if role in _UNSAID:
        return _Message(role, "")
    asks = role in _ASKING
    author = role if asks else first(source, *_NAMES)
    time = moment(
        next((source[key] for key in ("timestamp", "created_at", "create_time", "time") if key in source), None)
    )
    return _Message(author, _text(source), time, asks)


def _text(value: object) -> str:
    """Return what is said in `value`: words, an object with some, or a list of parts."""
    if isinstance(value, list):
        return _joined(cast("list[object]", value))
    source = as_object(value)
    if not source:
        return words(value)
    found = (source[key] for key in _SAID if source.get(key))
    return next((said for one in found if (said := _joined(one))), "")


def _joined(parts: object) -> str:
    """Return the words of the parts of a message: strings, and objects with a `text`; what is no text is left out."""
    if not isinstance(parts, list):
        return words(parts) or first(as_object(parts), "text", "content", "value")
    found = (
        part if isinstance(part, str) else first(as_object(part), "text", "content")
        for part in cast("list[object]", parts)
    )
    return "\n\n".join(said for said in found if said.strip())
