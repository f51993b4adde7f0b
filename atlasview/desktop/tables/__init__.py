"""Tables: one Qt model for any list of records; a column is data."""
