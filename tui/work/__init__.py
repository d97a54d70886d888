"""Long work: commands of this program that run beside it while one goes on reading."""
