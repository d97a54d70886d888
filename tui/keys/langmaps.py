"""Letters of other alphabets, each as the Latin letter that is on the same key.

Where one types into a line, and nowhere else, a letter stays what it is. The places are those of
the keyboards that each system has for the language: Russian and Ukrainian (йцукен), Greek, Hebrew.
Signs of ASCII stay themselves: who types one has found it.
"""

from collections.abc import Mapping

_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_RUSSIAN = "йцукенгшщзфывапролдячсмить"
_UKRAINIAN = "йцукенгшщзфівапролдячсмить"
_GREEK = ";ςερτυθιοπασδφγηξκλζχψωβνμ"
_HEBREW = "/'קראטוןםפשדגכעיחלךזסבהנמצ"


def _letters(theirs: str, more: Mapping[str, str]) -> dict[str, str]:
    """Pair letters with the Latin ones of their keys, capitals with capitals where there are."""
    found = dict(zip(theirs, _LATIN, strict=True)) | {
        each.upper(): latin.upper()
        for each, latin in zip(theirs, _LATIN, strict=True)
        if each.upper() != each
    }
    return {each: latin for each, latin in found.items() if not each.isascii()} | dict(more)


_CYRILLIC = {
    "ж": "semicolon",
    "э": "apostrophe",
    "б": "comma",
    "ю": "full_stop",
    "Ж": "colon",
    "Э": "quotation_mark",
    "Б": "less_than_sign",
    "Ю": "greater_than_sign",
    "х": "left_square_bracket",
    "ъ": "right_square_bracket",
}

BY_NAME: Mapping[str, Mapping[str, str]] = {
    "ru": _letters(_RUSSIAN, _CYRILLIC),
    "uk": _letters(
        _UKRAINIAN,
        {
            **{each: key for each, key in _CYRILLIC.items() if each not in "эЭъ"},
            "є": "apostrophe",
            "Є": "quotation_mark",
            "ї": "right_square_bracket",
        },
    ),
    "el": _letters(_GREEK, {"semicolon": "q"}),
    "he": _letters(_HEBREW, {"ף": "semicolon", "ת": "comma", "ץ": "full_stop"}),
}
