"""Times of long work in words."""


def time_left(seconds: float) -> str:
    """Time left as a person says it: `about 2 min left`."""
    if seconds < 10:
        return "a few seconds left"
    if seconds < 90:
        return f"about {round(seconds / 10) * 10} s left"
    minutes = round(seconds / 60)
    return f"about {minutes} min left" if minutes < 90 else f"about {round(minutes / 60)} hours left"


def duration(seconds: float) -> str:
    """Time that has passed: `2 min 10 s`."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def estimate(seconds: float) -> str:
    """How long something will take: `a few seconds`, `about 3 min`."""
    return time_left(seconds).removesuffix(" left")
