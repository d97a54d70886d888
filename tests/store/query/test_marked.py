import pytest

from store.errors import QueryInvalid
from store.query import And, Not, Or, Prefix, Query, Words, parse
from store.query.marked import settled
from store.query.values import Among, Marked, Near

UNREAD = Not(Marked("read"))


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("is:starred", Marked("starred")),
        ("IS:Starred", Marked("starred")),
        ('is:"noted"', Marked("noted")),
        ("is:read", Marked("read")),
        ("is:unread", UNREAD),
        ("-is:unread", Not(UNREAD)),
        ("tag:mine/todo", Marked("tag", Words(None, ("todo",)))),
        ("tags:Mine/To-Do", Marked("tag", Words(None, ("to", "do")))),
        ('tag:"mine/to do"', Marked("tag", Words(None, ("to", "do")))),
        ("tag:mine/harv*", Marked("tag", Prefix(None, ("harv",)))),
        ("tag:mine/h*", Marked("tag", Prefix(None, ("h",)))),
        ("note:to-d*", Marked("note", Prefix(None, ("to", "d")))),
        ("tag:mine/", Marked("tag")),
        ("tag:mine/*", Marked("tag")),
        ("tag:mine", Words("tag", ("mine",))),
        ("tag:mine-x", Words("tag", ("mine", "x"))),
        ("tag:pgov/x", Words("tag", ("pgov", "x"))),
        ("note:granary", Marked("note", Words(None, ("granary",)))),
        ("note:gran*", Marked("note", Prefix(None, ("gran",)))),
        ('note:"the granary"', Marked("note", Words(None, ("the", "granary")))),
        ('note:"granary burnt"~3', Marked("note", Near(None, ("granary", "burnt"), 3))),
    ],
)
def test_the_readers_own_marks_can_be_asked_for(line: str, query: Query) -> None:
    assert repr(parse(line)) == repr(query)


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("is:st", Marked("starred")),
        ("is:r", Marked("read")),
        ("is:u", UNREAD),
        ("tag:mine/harv", Marked("tag", Prefix(None, ("harv",)))),
        ("tag:mine/h", Marked("tag", Prefix(None, ("h",)))),
        ("note:gran", Marked("note", Prefix(None, ("gran",)))),
    ],
)
def test_while_typed_the_beginning_will_do(line: str, query: Query) -> None:
    assert repr(parse(line, typing=True)) == repr(query)


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("raid is:stared", 9, "not stared; the nearest is starred"),
        ("is:st", 4, "nearest is starred"),
        ("is:", 4, "no value"),
        ('is:""', 5, "no value"),
        ("is:>read", 4, "compared"),
        ("note:", 6, "no value"),
    ],
)
def test_what_is_no_mark_is_named_with_its_column(line: str, column: int, said: str) -> None:
    with pytest.raises(QueryInvalid, match=said) as caught:
        parse(line)
    assert caught.value.column == column


def test_marks_are_settled_wherever_they_stand() -> None:
    def keys(sought: Marked) -> list[int]:
        return {"starred": [1, 2], "read": [2]}.get(sought.kind, [])

    asked = parse("(is:starred or tag:mine/x) -is:read is:unread")
    assert settled(asked, keys) == And(
        (Or((Among((1, 2)), Among(()))), Not(Among((2,))), Not(Among((2,))))
    )
    assert settled(parse("raid -trial"), keys) == parse("raid -trial")
