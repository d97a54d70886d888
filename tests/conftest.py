from hypothesis import settings

# A shared machine may take any time over an example; what must be fast is measured, not tested.
settings.register_profile("reftel", deadline=None)
settings.load_profile("reftel")
