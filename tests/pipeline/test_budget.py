"""A byte budget is met by a coarser encode, chosen from the first one's size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoso.channels.catalog import Catalog
from hoso.channels.model import Encoding
from hoso.pipeline.budget import COARSEST_CRF, budget, coarser

CATALOG = Catalog.load()


def test_the_tighter_limit_counts() -> None:
    """A place's own limit and the byte budget: whichever is less; none where nobody states one."""
    sdcard = CATALOG.channel("sdcard")
    assert sdcard.target_bytes is not None
    assert budget(sdcard) == sdcard.target_bytes.value
    assert budget(sdcard.model_copy(update={"target_bytes": None, "max_bytes": None})) is None


@pytest.mark.parametrize(("size", "crf"), [(2_000_000, 30), (4_000_000, 36), (1_050_000, 24)])
def test_half_the_bytes_are_six_more(size: int, crf: int) -> None:
    """From CRF 22: twice over the budget asks for six and a step, four times for twelve and a step."""
    profile = CATALOG.profile("sd")
    profile = profile.model_copy(update={"encoding": profile.h264.model_copy(update={"crf": 22})})
    found = coarser(profile, size, size, 1_000_000)
    assert found is not None
    assert found.h264.crf == crf
    assert found.name == f"sd.crf{crf}"


@given(st.integers(1, 10**8), st.integers(0, 10**6), st.integers(1, 10**8))
def test_coarser_is_coarser_or_nothing(picture: int, sound: int, limit: int) -> None:
    """Never finer, never beyond what is readable, never where the sound alone is too much."""
    found = coarser(CATALOG.profile("sd"), picture, picture + sound, limit)
    if sound >= limit:
        assert found is None
    if found is not None:
        assert isinstance(found.encoding, Encoding)
        assert CATALOG.profile("sd").h264.crf < found.h264.crf <= COARSEST_CRF


def test_an_old_codec_has_quantisers() -> None:
    """MPEG-4: twice over the budget asks for about twice the quantiser."""
    found = coarser(CATALOG.profile("qvga"), 2_000_000, 2_000_000, 1_000_000)
    assert found is not None
    assert found.encoding.model_dump()["quantiser"] == 9
