"""Two threads for the tests of the session, one in either script, with characters beyond the BMP in both."""

from __future__ import annotations

TRADITIONAL = """\
為什麼讀書要做筆記?

林語


讀書的時候做筆記,記得更長久😀。𠮷田先生說:「筆記是第二個記憶體。」

　　我們打開網路,看見無數的答案。裡面有些只是轉述。

陳默


筆記太多,反而忘了讀書。

所以我只在書上畫線,讓書自己說話。

王一


讀書是為了讀書,不是為了筆記。
"""
"""Three answers in traditional script: two paragraphs, two paragraphs, one."""

SIMPLIFIED = """\
为什么要写博客?

赵甲


我的内存不够,只好把想法写进博客😀。博客就是外面的内存。

　　打印机和U盘里也有,𠮷。后来我用软件整理。

钱乙


写博客的人少了,看博客的人也少了。
"""
"""Two answers in simplified script, with words that regional vocabulary makes longer (内存 記憶體, 博客 部落格)."""
