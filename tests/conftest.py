"""What all tests share: this folder is where they find `engine_samples`."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("framing", deadline=None)  # no test is about time
settings.load_profile("framing")
