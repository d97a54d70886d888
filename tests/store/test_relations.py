from store.cable import Cable, Link, Mention, Reference
from store.relations import named


def test_a_cable_names_others_once_each_in_the_order_of_its_parts() -> None:
    cable = Cable(
        "09A1",
        "As said in 09A4 and reftels.",
        refs=(
            Reference("09A2", "A", None, "cable", "A 2"),
            Reference(None, "B", None, "email", "SMITH E-MAIL"),
            Reference("09A3", "C", None, "cable", "A 3"),
        ),
        links=(Link("corrects", "09A5"), Link("duplicates", None)),
        mentions=(Mention(("09A4",), 11, 15), Mention(("09A2", "09A3"), 20, 27)),
    )
    assert named(cable) == ["09A2", "09A3", "09A5", "09A4"]
