"""What all tests share: this folder is where they find `engine_samples`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("framing", deadline=None)  # no test is about time
settings.load_profile("framing")


@pytest.fixture(autouse=True, scope="session")
def no_lexicons_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What somebody keeps in a folder of their own must not decide whether a test passes."""
    from framing.lexicon import layers

    home: Path = tmp_path_factory.mktemp("config")
    os.environ["XDG_CONFIG_HOME"] = str(home)  # for tests that start a process
    layers.user_folder = lambda: home / "framing" / "lexicons"  # for systems that ask elsewhere
