"""The user's notebook: a small SQLite file in the home folder, which nothing but the person's own window reads."""
