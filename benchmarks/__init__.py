"""What is measured, against which goal: `make bench` runs all of it and prints one table."""
