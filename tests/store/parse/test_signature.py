"""The signature, whatever transmission left behind it."""

import pytest

from store.parse import parse

BODY = "UNCLAS MOSCOW 001869\n\nSUBJECT: A TITLE\n\n1. One word here.\n\n2. Two words there.\n"
STAMP = "Sheryl P. Walter Declassified/Released US Department of State EO Systematic Review"


@pytest.mark.parametrize(
    ("tail", "name"),
    [
        ("BEYRLE", "BEYRLE"),
        ("DE PREE", "DE PREE"),
        ("McEldowney", "McEldowney"),
        ("J. JONES", "J. JONES"),
        ("JONES/SMITH", "JONES/SMITH"),
        ("JONES,", "JONES"),
        ("JONES UNQTE", None),
        ("End Comment\nTUTWILER", "TUTWILER"),
        ("EISENBERG\n\nMINIMIZE CONSIDERED", "EISENBERG"),
        ("CLINTON\n\n\nNOTE:  GARBLED TEXT", "CLINTON"),
        ("BEYRLE\n/////////", "BEYRLE"),
        ("BEYRLE\n\n\nEND CABLE TEXT", "BEYRLE"),
        ("BEYRLE\n*** Current Classification *** CONFIDENTIAL", "BEYRLE"),
        ("REGARDS", None),
        ("Beyrle", "Beyrle"),
        ("BEYRLE \n\nCONFIDENTIAL\n", "BEYRLE"),
        ("BEYRLE\nBT\n#1869\nNNNN", "BEYRLE"),
        ("BEYRLENNNNMAFVVZCZ\n", "BEYRLE"),
        ("BEYRLE##", "BEYRLE"),
        ("BEYRLE YYY", "BEYRLE"),
        ("BEYRLE.", "BEYRLE"),
        ("BEYRLE\n\n\nNOTE BY OC/T: GARBLED TEXT, CORRECTION TO FOLLOW", "BEYRLE"),
        (f"BEYRLE\n\n{STAMP} 20 Mar 2014", "BEYRLE"),
        ("BEYRLE\n\n========CABLE ENDS========", "BEYRLE"),
        ("BEYRLE\n\nPAGE 03 ROME 01196 01 OF 02 082030Z\n", "BEYRLE"),
        ("MINIMIZE CONSIDERED\nBEYRLE", "BEYRLE"),
        ("3. THAT IS CONSIDERED.  EAGLETON", "EAGLETON"),
        ("3. THAT IS CONSIDERED. EAGLETON", "EAGLETON"),
        ("END COMMENT", None),
        ("KISSINGER UNQUOTE", None),
        ("<< END OF DOCUMENT >>", None),
        ("3. Ends here.", None),
        ("", None),
    ],
)
def test_signature(tail: str, name: str | None) -> None:
    cable = parse(f"{BODY}\n{tail}")
    assert cable.signature == name
    places = [cable.text[s.start : s.end] for s in cable.spans if s.field == "signature"]
    assert places == ([name] if name else [])
