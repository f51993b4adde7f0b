"""The first notebook: additions and the variants in them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "addition",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("gene", sa.String, nullable=False),
        sa.Column("form", sa.String, nullable=False),
        sa.Column("added", sa.String, nullable=False),
    )
    op.create_index("ix_addition_gene", "addition", ["gene"])
    op.create_table(
        "own_variant",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("addition_id", sa.Integer, sa.ForeignKey("addition.id", ondelete="CASCADE"), nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("reference", sa.String, nullable=False),
        sa.Column("change", sa.String, nullable=False),
    )
    op.create_index("ix_own_variant_addition_id", "own_variant", ["addition_id"])


def downgrade() -> None:
    """Take them away."""
    op.drop_table("own_variant")
    op.drop_table("addition")
