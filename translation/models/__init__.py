"""Orders and their log, editions' Danish as translators see it, what translations were made of and by."""

from .frozen import FrozenSegment, FrozenSource
from .frozen_phrase import FrozenPhrase
from .machine_text import MachineText
from .order import OrderMove, TranslationOrder
from .po_import import PoImport
from .remembered import TranslatedText
from .setting import TranslationSetting

__all__ = [
    "FrozenPhrase",
    "FrozenSegment",
    "FrozenSource",
    "MachineText",
    "OrderMove",
    "PoImport",
    "TranslatedText",
    "TranslationOrder",
    "TranslationSetting",
]
