"""A draft of an exercise that outlives the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hamstring_gui.domain.drafting import Draft, Line
from hamstring_gui.domain.exercise import Dose
from hamstring_gui.storage.draft_file import FILE, DraftFile, KeptDraft
from hamstring_gui.storage.errors import StorageError
from tests.domain.samples import pose


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"a picture")
    return Draft(
        name="  Calf \n wall “x” \ud83d", lines=(Line("Stand.", pose(30), str(photo)), Line("Lean " * 500)),
        each_side=False, dose=Dose(2, reps=7, rep_s=2.5), kind="strength", region="calf", equipment=("Mat",),
        optional=("Towel",), also=("Lunge",),
        cautions=("Slowly.",), picture=str(photo), mirror_pictures=False,
    )  # fmt: skip


def test_what_is_kept_is_what_was_written(tmp_path: Path, draft: Draft) -> None:
    file = DraftFile(tmp_path / "draft")
    assert file.kept() is None
    file.keep(KeptDraft(Draft(name="first")))
    file.keep(KeptDraft(draft, "own-calf"))
    Path(draft.picture).unlink()
    file.keep(KeptDraft(draft, "own-calf"))
    found = DraftFile(tmp_path / "draft").kept()
    assert found is not None
    assert found.base == "own-calf"
    assert Path(found.draft.picture).read_bytes() == b"a picture"
    assert found.draft.picture == found.draft.lines[0].picture
    assert [line.pose for line in found.draft.lines] == [pose(30), None]
    assert [line.text for line in found.draft.lines] == [line.text for line in draft.lines]
    plain = (
        "name",
        "each_side",
        "dose",
        "kind",
        "region",
        "equipment",
        "optional",
        "also",
        "cautions",
        "mirror_pictures",
    )
    assert [getattr(found.draft, name) for name in plain] == [getattr(draft, name) for name in plain]
    file.forget()
    assert file.kept() is None
    assert not (tmp_path / "draft").exists()


def test_a_draft_of_an_earlier_version_has_no_other_names(tmp_path: Path, draft: Draft) -> None:
    file = DraftFile(tmp_path / "draft")
    file.keep(KeptDraft(draft))
    path = tmp_path / "draft" / FILE
    path.write_text(
        json.dumps({k: v for k, v in json.loads(path.read_text()).items() if k not in ("optional", "also")})
    )
    kept = file.kept()
    assert kept is not None
    assert (kept.draft.optional, kept.draft.also, kept.draft.equipment) == ((), (), ("Mat",))


def test_a_picture_that_went_is_left_out_and_the_words_stay(tmp_path: Path, draft: Draft) -> None:
    DraftFile(tmp_path / "draft").keep(KeptDraft(draft))
    for picture in (tmp_path / "draft").glob("picture-*"):
        picture.unlink()
    found = DraftFile(tmp_path / "draft").kept()
    assert found is not None
    assert (found.draft.picture, found.draft.name) == ("", draft.name)


@pytest.mark.parametrize("change", [
    {"name": 3}, {"lines": [["only text"]]}, {"lines": [["text", {"hip": [1]}, ""]]}, {"dose": [1, 2, 3]},
    {"dose": ["x", 1, 1, 1]}, {"dose": [1e300, 1, 1, 1]}, {"kind": "dance"}, {"equipment": [None]}, {"base": None},
    {"equipment": 5},
])  # fmt: skip
def test_what_is_no_draft_is_refused(tmp_path: Path, draft: Draft, change: dict[str, object]) -> None:
    file = DraftFile(tmp_path / "draft")
    file.keep(KeptDraft(draft))
    path = tmp_path / "draft" / FILE
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(StorageError, match="no draft"):
        file.kept()


@pytest.mark.parametrize(
    "text", ["", "[]", "3", "{}", "[" * 100_000, '{"base": 1', "\ud800".encode("utf-8", "surrogatepass")]
)
def test_what_is_no_text_of_ours_is_refused(tmp_path: Path, text: str | bytes) -> None:
    (tmp_path / FILE).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(StorageError):
        DraftFile(tmp_path).kept()


def test_a_name_in_it_never_leads_out_of_the_folder(tmp_path: Path, draft: Draft) -> None:
    file = DraftFile(tmp_path / "draft")
    file.keep(KeptDraft(draft))
    path = tmp_path / "draft" / FILE
    path.write_text(json.dumps(json.loads(path.read_text()) | {"picture": "../photo.png"}))
    found = file.kept()
    assert found is not None
    assert found.draft.picture == ""
