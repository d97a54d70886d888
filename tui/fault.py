"""What is said of a fault of the program itself, on a terminal that others may see."""

INTERNAL_ERROR = 70
"""EX_SOFTWARE of sysexits.h."""


def fault(error: BaseException | None) -> str:
    """Name an error's type and the innermost line it came through, without what it says.

    What it says, and the values it came through, may be a cable's words.
    """
    error = getattr(error, "error", error)  # a worker's failure wraps what failed
    trace = error.__traceback__ if error else None
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown place"
    return f"reftel: internal error, {type(error).__name__} at {place}; please report it"
