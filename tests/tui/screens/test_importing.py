from tui.screens.importing import Count
from tui.work.job import DONE, FAILED, RUNNING, Job

RESULT = {
    "files": 3,
    "layouts": {"plain": 2},
    "unchanged": 0,
    "unknown": 0,
    "cables": 2,
    "bytes": 2000,
    "seconds": 1,
    "estimated": 0,
    "passed_over": 0,
    "refused": [{"path": "a.txt", "line": 3, "column": None, "reason": "no cable"}],
}


def counted(state: str) -> Count:
    job = Job("look at", "papers", ())
    job.state = state
    job.result = RESULT if state == DONE else {}
    return Count(job)


def test_without_a_path_there_is_nothing_to_tell_or_import() -> None:
    assert Count().told("own") == []
    assert Count().why_not == "Nothing to import"


def test_while_it_is_counted_enter_is_put_off() -> None:
    count = counted(RUNNING)
    assert not count.found
    assert count.told("own") == [("", "Looking at the files…")]
    assert count.why_not == "Still looking: Enter imports when all is counted"


def test_what_was_counted_is_told_with_the_ways_on_and_what_is_left_out() -> None:
    count = counted(DONE)
    assert count.left_out == ["a.txt:3: no cable"]
    told = count.told("own")
    assert ("", "a.txt:3: no cable") in told
    assert [key for key, _ in told if key] == ["Enter", "l", "/", "Esc"]


def test_a_count_that_failed_without_a_word_says_so() -> None:
    count = counted(FAILED)
    assert count.told("own")[0] == ("", "It ended without a word.")
    assert count.left_out == []
