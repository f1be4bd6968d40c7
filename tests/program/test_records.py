"""What the owner of the history gives."""

from __future__ import annotations

from uuid import RFC_4122, UUID

from hamstring_gui.program.records import new_id


def test_ids_are_random_uuids() -> None:
    ids = {new_id() for _ in range(200)}
    assert len(ids) == 200
    assert {(str(UUID(one)), UUID(one).version, UUID(one).variant) for one in ids} == {
        (one, 4, RFC_4122) for one in ids
    }
