from tui.render.facets import facet, facets

COUNTS = {
    "level": [("SECRET", 12), ("CONFIDENTIAL", 1234)],
    "origin": [("Embassy \x1b[31mStrelsau", 7)],
    "year": [],
}


def test_each_field_is_named_where_it_begins() -> None:
    drawn = [facet(each, 40).plain for each in facets(COUNTS)]
    assert drawn == [
        "level  SECRET                         12",
        "       CONFIDENTIAL                1,234",
        "origin Embassy ␛[31mStrelsau           7",
    ]


def test_a_value_gives_way_to_its_count() -> None:
    drawn = [facet(each, 24).plain for each in facets(COUNTS)]
    assert drawn[1] == "       CONFIDE…    1,234"
    assert {len(line) for line in drawn} == {24}
