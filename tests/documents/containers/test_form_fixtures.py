"""The fixtures of the forms: each gives the same text every time, and no spoilt one does anything but be refused."""

from __future__ import annotations

from random import Random

import pytest

from desktop.documents import DocumentError
from tests.documents.containers.opened import FIXTURES, fixture, read
from tests.documents.containers.spoiling import spoilt

# By name: the container that reads it, and the digest of the text that it makes of it.
DIGESTS: dict[str, tuple[str, str]] = {
    "arena.json": ("json", "a0a1a18a7438e9c934a1e14329fb1ee0474835195d8032f6b5feb050db1600d9"),
    "blog-post.md": ("markdown", "99b37c5c85e6327805b80f4b88c1c3e1027994788db9cdcd8cd10e816ec11292"),
    "chatgpt.json": ("json", "f27899e4c269ff180e6e377252f94673cd255246ebda8012ffceb66d8043f895"),
    "claude.json": ("json", "c32d94369b7e2d0b8ac070669d08e2bded00366fe7f4b5138487a01fd5b484c6"),
    "discourse.json": ("json", "0a471f24f6522eb5c82bc3449e40530981179461591a3fe59c9eef0390093a47"),
    "headings.md": ("markdown", "bc7f01decf47086823bbd8e291a61c8ed93882507ade572960e399c87a3e67d0"),
    "models.json": ("json", "94b33aef94792e97bdbd1a1cffaabdb4bfddf4497274d06e6cac544b304c60ef"),
    "ngapost2md.md": ("nga", "d0debf5f6a771ecbfbc476d47e9e165d9600f93eadb7975a245e86aa1768c42c"),
    "ptt-post.txt": ("ptt", "380beaa866de3ca1401119802043395fc7c2a14d99c1de78d80393dbdab3fddd"),
    "ptt.json": ("json", "d4fe1f3d01ba29eb880fcd379c47f48ba5b4e468a259837699fa1bb9f0260e8b"),
    "qq-log.txt": ("chat", "99bca5bf5d3b69a8a5ba29d691d83f8f67549a4d5c03d751c5b419938c4c444f"),
    "tieba.db": ("tieba", "513713f1c90e4a0d7e98c00874bb40d60aeca0845341769287541f840721ddc7"),
    "v2ex.json": ("json", "1fc488cb6d713bf38454e8dfeae8ac08bf6e760a76dc0d6bfe2894c5802a2a7f"),
    "web-clipper.md": ("markdown", "6f43a1c3c0b1797e719cc8e4d45fd6be983c91e7500a72dbcf97e37b088dfeb7"),
    "wechat-log.txt": ("chat", "a705663f6b38922ad16ff135c7dee2aa222a17b0e51660f041aa861a41948647"),
    "zhihu-api.json": ("json", "d0aa258b5a786ba7d99a59e686b09013b11436735afca1f17932329f7ebfdc0a"),
    "zhihu-backup.md": ("markdown", "038ef0325b5dfaabbd055952e5ca9c8ae73112f315c478bd7b5baa44012a9c22"),
    "zhihu-plus.md": ("markdown", "032c25beb4d0da08e531f1f2e46db33c0213a1cc6702496d2f005f251068ab3f"),
    "zhihu-python.md": ("markdown", "f13f57c7bfcd3f2e2430e9a43f8bfc45dc1987f11199633fac528ab94d6ee52d"),
    "zhihu-question.md": ("markdown", "235f792c6cc1624136a5a374fa025cdff3b715e979129b419ce9d4e4157a85ce"),
}
SPOILT = 200


@pytest.mark.parametrize("name", DIGESTS)
def test_a_fixture_gives_the_same_text_every_time(name: str) -> None:
    document = fixture(name)
    assert (document.origin.container, document.sha256) == DIGESTS[name]


@pytest.mark.parametrize("name", DIGESTS)
def test_a_spoilt_fixture_opens_or_is_refused_in_a_sentence(name: str) -> None:
    data = [(FIXTURES / one).read_bytes() for one in DIGESTS]
    random = Random(name)  # noqa: S311 (no secret)
    for _ in range(SPOILT):
        try:
            found = read(spoilt((FIXTURES / name).read_bytes(), data, random), name)
        except DocumentError as error:
            assert str(error)
        else:
            assert all(span.of(found.text).strip() for answer in found.answers for span in answer.paragraphs)
            found.text.encode()
