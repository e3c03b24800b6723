"""Two threads for the tests of the session, one in either script, with characters beyond the BMP in both."""

from __future__ import annotations

TRADITIONAL = """\
為什麼讀書要做筆記?

林語


讀書的時候做筆記,記得更長久😀。𠮷田先生說:「筆記是第二個記憶體。」

　　我們打開網路,看見無數的答案。裡面有些只是轉述。

陳默


筆記太多,反而忘了讀書。

所以我只在書上畫線,讓書自己說話。記憶體 印表機  隨身碟 部落格都不用。

王一


讀書是為了讀書,不是為了筆記。
"""
"""Three answers in traditional script: two paragraphs, two paragraphs, one; with words that are
shorter in mainland vocabulary (記憶體 内存)."""

SIMPLIFIED = """\
为什么要写博客?

赵甲


我的内存不够,只好把想法写进博客😀。博客就是外面的内存。

　　打印机 和 U盘 里 也 有,𠮷。后来我用软件整理。

钱乙


写博客的人少了,看博客的人也少了。内存和U盘倒是多了,打印机也多了。
"""
"""Two answers in simplified script, with words that regional vocabulary makes longer (内存 記憶體, 博客 部落格)."""
