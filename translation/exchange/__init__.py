"""Texts out to PO files and in again: for translators who work with programs of their own."""
