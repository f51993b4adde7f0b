"""Says which file is missing where records of another lead nowhere without it."""

from atlasview.building.intake import Intake
from atlasview.building.plan import format_in_atlas


def tell_companions(intake: Intake) -> None:
    """Remark each file that was read without the one that says what its identifiers mean.

    To be called when all facts were tied. A file whose facts all lead somewhere lacks nothing.
    """
    keys = [source.key for source in intake.sources]
    there = {known.key for key in keys if (known := format_in_atlas(key))}
    for key, account in zip(keys, intake.accounts, strict=True):
        known = format_in_atlas(key)
        companion = known.companion if known else None
        if companion and account.unmatched and there.isdisjoint(companion.formats):
            account.remarks.append(f"hand in {companion.file} too: what the records speak of stands there")
