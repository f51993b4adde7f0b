"""What a licence that a file states of itself allows, where it is one of those that are common for data."""

from dataclasses import replace

from atlasview.records.source import Source

NOT_STATED = "not stated"
_CREATIVE_COMMONS = {
    "BY": "attribution",
    "BY-SA": "attribution, share-alike",
    "BY-ND": "attribution, unmodified",
    "BY-NC": "attribution, non-commercial",
    "BY-NC-SA": "attribution, share-alike, non-commercial",
    "BY-NC-ND": "attribution, unmodified, non-commercial",
}
_VERSIONS = ("2.0", "2.5", "3.0", "4.0")
_KNOWN = {
    "CC0": ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", ""),
    "CC0-1.0": ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", ""),
    **{
        f"CC-{kind}-{version}": (
            f"CC-{kind}-{version}",
            f"https://creativecommons.org/licenses/{kind.lower()}/{version}/",
            conditions,
        )
        for kind, conditions in _CREATIVE_COMMONS.items()
        for version in _VERSIONS
    },
}
"""Licence, in capitals and with hyphens -> its SPDX identifier, address, and conditions as in `Source`."""


def with_licence(source: Source, stated: str) -> Source:
    """A source under the licence that its file states; empty, and `not stated`, leave it as it is.

    Of a licence in words of its own it is not known what it allows: `redistributable` is None.
    """
    if not stated or stated == NOT_STATED:
        return source
    known = _KNOWN.get("-".join(stated.upper().split()))
    if known is None:
        return replace(source, licence=stated, licence_url="", redistributable=None, conditions="")
    licence, url, conditions = known
    return replace(source, licence=licence, licence_url=url, redistributable=True, conditions=conditions)
