"""What the user has chosen for the window, kept while the program runs."""

from pathlib import Path

READY = "Ready. Nothing is sent or fetched: AtlasView opens no network connection."
"""What the status bar says while nothing else is to be said."""


class Settings:
    """Choices of this session; a plain class, because the window waits for it.

    home           folder for what the program keeps, None for the platform's
    theme          one of theme.MODES
    text_scale     relative to the system's text size
    welcome        whether the welcome sheet comes with the first page
    save_folder    where the last file was saved, and where the next one is offered
    atlas_folder   where the last atlas was chosen
    """

    def __init__(self, home: Path | None = None, theme: str = "system", text_scale: float = 1.0) -> None:
        self.home = home
        self.theme = theme
        self.text_scale = text_scale
        self.welcome = True
        self.save_folder = Path.home()
        self.atlas_folder = Path.home()
