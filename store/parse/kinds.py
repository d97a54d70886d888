"""What an entry of a REF line is that names no cable: an e-mail, a report, a chapter of a book."""

import re

_KINDS = (
    ("email", re.compile(r"E-? ?MAIL", re.IGNORECASE)),
    ("telcon", re.compile(r"TELE?-?CON|PHONE|(?<!MEMO OF )CONVERSATION", re.IGNORECASE)),
    ("book", re.compile(r"\b(?:FAM|FAH|CFR|U\.?S\.?C\.?|HANDBOOK|MANUAL)\b", re.IGNORECASE)),
    ("airgram", re.compile(r"\b(?:C?A-\d+|AIRGRAM)\b", re.IGNORECASE)),
    ("iir", re.compile(r"\bIIR\b", re.IGNORECASE)),
    ("report", re.compile(r"\b(?:REPORT|INCSR|OSC|FBIS)\b", re.IGNORECASE)),
    ("dtg", re.compile(r"\b[ZOPR]?\d{6}Z\b", re.IGNORECASE)),
)


def kind(text: str) -> str | None:
    """Name the kind of such a thing by what its words say; None where they say nothing."""
    return next((name for name, sign in _KINDS if sign.search(text)), None)
