"""Properties are not timed, and leave nothing behind in the checkout."""

from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
