"""Keeping annotations on disk: whole files, mirrors and backups, the lock, and what other machines wrote."""
