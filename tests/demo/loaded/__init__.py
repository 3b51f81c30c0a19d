"""Tests on the loaded demo. A package, so that the fixture of `conftest.py` ends with it."""
