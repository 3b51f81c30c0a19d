"""Orders and their log, the Danish of editions as translators see it, what each translation was made of."""

from .frozen import FrozenSegment, FrozenSource
from .order import OrderMove, TranslationOrder
from .remembered import TranslatedText
from .setting import TranslationSetting

__all__ = [
    "FrozenSegment",
    "FrozenSource",
    "OrderMove",
    "TranslatedText",
    "TranslationOrder",
    "TranslationSetting",
]
