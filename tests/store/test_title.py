"""Subjects in the letters of a title."""

import pytest

from store.title import title


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        ("BACK TO THE FUTURE? A CALL FOR CHANGE", "Back to the Future? A Call for Change"),
        ("THE NEW CABINET - AN OVERVIEW", "The New Cabinet - An Overview"),
        ('MISSILE REGIME (MTCR): "THE RULES"', 'Missile Regime (MTCR): "The Rules"'),
        ("SOCIO-ECONOMIC CHANGE IN US-EU TALKS", "Socio-Economic Change in US-EU Talks"),
        ("A RUN-OF-THE-MILL TREATY", "A Run-of-the-Mill Treaty"),
        ("WE'LL PAY; DON'T ASK", "We'll Pay; Don't Ask"),
        ("ROK’S POLICY AND GOL'S PLAN", "ROK’s Policy and GOL's Plan"),
        ("THE PNG'ING OF MR. O'BRIEN AND MCCAIN", "The PNG'ing of Mr. O'Brien and McCain"),
        ("U.S. AND U.K. NGOS, 10TH ROUND IN G-8", "U.S. and U.K. NGOs, 10th Round in G-8"),
        ("POPE BENEDICT XVI MEETS FARC", "Pope Benedict XVI Meets FARC"),
        ("HIV/AIDS AND WHO AIDS WHOM", "HIV/AIDS and Who Aids Whom"),
        ("WHAT IT ALL COMES TO", "What It All Comes To"),
        ("Cooperation in the SADC region", "Cooperation in the SADC region"),
        ("", ""),
        ("--", "--"),
        ("O'" * 5_000, "O'" * 5_000),
    ],
)
def test_title(subject: str, shown: str) -> None:
    assert title(subject) == shown
