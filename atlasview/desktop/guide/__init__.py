"""The user guide inside the program: chapters, their texts, and the window that shows them."""
