"""What one call may use."""

from __future__ import annotations

import msgspec


class CallLimits(msgspec.Struct, frozen=True):
    """What one call may use: CPU and wall seconds, and resident memory beyond the zygote's."""

    cpu_s: float
    wall_s: float
    memory_bytes: int
