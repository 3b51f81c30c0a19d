"""Everything that changes a policy's editions. Views, the admin and commands call these, nothing else."""

from .adopt import adopt
from .freeze import freeze_text
from .hearing_version import create_hearing_version

__all__ = ["adopt", "create_hearing_version", "freeze_text"]
