"""Records become figures: lists of marks in plain numbers, the same for screen and every file."""
