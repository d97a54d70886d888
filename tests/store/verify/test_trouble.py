from store.verify.trouble import of_source


def test_a_command_to_copy_is_one_command_whatever_a_file_is_called() -> None:
    trouble = of_source("09MOSCOW1869", 1, "/in/a b; rm -rf x.txt", "its text is gone")
    assert trouble.do.endswith("then reftel import '/in/a b; rm -rf x.txt'")
