"""What can be remarked of a file only when all facts were tied: which other file it lacks, or has to come again."""

from atlasview.building.intake import Intake
from atlasview.building.plan import format_in_atlas


def remark(intake: Intake) -> None:
    """Put the remarks into the accounts of the files."""
    _remark_companions(intake)
    _remark_same_versions(intake)


def _remark_companions(intake: Intake) -> None:
    """Files that were read without the one that says what their identifiers mean, where facts lead nowhere for it."""
    keys = [source.key for source in intake.sources]
    there = {known.key for key in keys if (known := format_in_atlas(key))}
    for key, account in zip(keys, intake.accounts, strict=True):
        known = format_in_atlas(key)
        companion = known.companion if known else None
        if companion and account.unmatched and there.isdisjoint(companion.formats):
            account.remarks.append(f"hand in {companion.file} too: what the records speak of stands there")


def _remark_same_versions(intake: Intake) -> None:
    """Files with records that the atlas has of another file, of which facts led nowhere when that was read."""
    for number, others in intake.same_versions.items():
        files = sorted(
            intake.sources[other].file
            for other in others
            if any(kind == "unmatched" for kind, _text, _times in intake.accounts[other].earlier)
        )
        if files:
            intake.accounts[number].remarks.append(
                "records that the atlas has in the same version were left as they are: what led nowhere of them comes"
                f" in when {', '.join(files)} is handed in again"
            )
