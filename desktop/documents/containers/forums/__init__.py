"""Threads of forums and chats in forms of their own: PTT's posts, logs of chats, Tieba's databases."""
