"""What translating keeps beside wagtail-localize's own tables."""

from .frozen_phrase import FrozenPhrase
from .machine_text import MachineText
from .po_import import PoImport

__all__ = ["FrozenPhrase", "MachineText", "PoImport"]
