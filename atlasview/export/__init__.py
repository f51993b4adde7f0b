"""What leaves the program: sequences, figures, documents and readable text, and how a file is written."""
