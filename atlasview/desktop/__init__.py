"""Everything with widgets: the window, its pages and its dialogs."""
