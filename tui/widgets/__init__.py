"""Values in, messages out; no library."""
