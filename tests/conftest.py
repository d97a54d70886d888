import gc

from hypothesis import settings

# A shared machine may take any time over an example; what must be fast is measured, not tested.
settings.register_profile("reftel", deadline=None)
settings.load_profile("reftel")


def pytest_collection_finish() -> None:
    """Have the collector look seldom, and never at what stays: it took a fifth of the time."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
