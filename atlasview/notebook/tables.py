"""Tables of the notebook as the program maps them; `migrations` makes and changes them."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    """Base of all tables."""


class Addition(Base):
    """One pasting or loading: which gene's page it was on, what was read, when (ISO, UTC)."""

    __tablename__ = "addition"

    id: Mapped[int] = mapped_column(primary_key=True)
    gene: Mapped[str] = mapped_column(index=True)
    form: Mapped[str]
    added: Mapped[str]
    variants: Mapped[list["OwnVariantRow"]] = relationship(
        back_populates="addition", lazy="raise", cascade="all, delete-orphan", order_by="OwnVariantRow.id"
    )


class OwnVariantRow(Base):
    """One variant as `records.own_variant.OwnLine` has it."""

    __tablename__ = "own_variant"

    id: Mapped[int] = mapped_column(primary_key=True)
    addition_id: Mapped[int] = mapped_column(ForeignKey("addition.id", ondelete="CASCADE"), index=True)
    text: Mapped[str]
    reference: Mapped[str]
    change: Mapped[str]
    addition: Mapped[Addition] = relationship(back_populates="variants", lazy="raise")
