"""Shared StreamField blocks. No models; imports nothing of ours."""
