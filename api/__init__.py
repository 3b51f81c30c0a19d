"""The public API: read only, no tables, only what `.public()` of the models below gives.

What it promises to those who use it is in `docs/api.md`.
"""
