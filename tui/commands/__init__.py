"""What the `reftel` command does: one module a command, each with `run(args) -> exit code`."""
