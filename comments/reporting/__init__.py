"""Readers ask staff to look again at a public comment. By itself it changes nothing."""
