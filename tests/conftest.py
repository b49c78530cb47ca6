"""What all tests share."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A busy machine is no fault of the code: no property is judged by how long an example takes.
settings.register_profile("hoso", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hoso")
