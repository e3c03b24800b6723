"""What sites call many people at once, who wanted no name or have gone."""

from __future__ import annotations

CALLED_ALIKE = """
匿名 匿名用户 匿名使用者 匿名网友 匿名者 游客 访客 知乎用户
已注销 已注销用户 帐号已注销 账号已注销 [已重置] anonymous guest deleted [deleted]
"""
"""The names, parted by white space; to be compared by `search_key`."""
