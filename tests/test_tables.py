"""Tables of cases in one test: none is left out, and each that fails is told."""

from __future__ import annotations

import pytest

from tests.spread import late
from tests.tables import cases_of, in_one, whole


def _tables(*marks: pytest.MarkDecorator) -> list[pytest.Mark]:
    return [one.mark for one in marks]


def test_every_combination_is_a_case_and_what_waits_for_the_night_is_none() -> None:
    tables = _tables(
        pytest.mark.parametrize(("letter", "size"), [("a", 1), late("b", 2), pytest.param("c", 3, id="third")]),
        pytest.mark.parametrize("on", [True, False]),
    )
    assert cases_of(tables) == [
        {"letter": letter, "size": size, "on": on} for letter, size in (("a", 1), ("c", 3)) for on in (True, False)
    ]


def test_each_that_fails_is_told_and_none_is_left_out() -> None:
    tried = []

    def test(number: int) -> None:
        tried.append(number)
        assert number not in (1, 3)

    with pytest.raises(BaseExceptionGroup) as told:
        in_one(test, [], [{"number": number} for number in range(5)])()
    assert tried == [0, 1, 2, 3, 4]
    assert [problem.__notes__ for problem in told.value.exceptions] == [
        ["The case is number=1"],
        ["The case is number=3"],
    ]


def test_one_that_fails_is_told_as_it_is() -> None:
    def test(number: int) -> None:
        assert number, "none"

    with pytest.raises(AssertionError, match="none"):
        in_one(test, [], [{"number": 1}, {"number": 0}])()


@pytest.mark.parametrize(("reasons", "skipped"), [(["", "no disk"], False), (["no disk", "no ear"], True)])
def test_it_is_skipped_where_each_case_is(reasons: list[str], skipped: bool) -> None:
    def test(reason: str) -> None:
        if reason:
            pytest.skip(reason)

    run = in_one(test, [], [{"reason": reason} for reason in reasons])
    if skipped:
        with pytest.raises(pytest.skip.Exception, match="no disk"):
            run()
    else:
        run()


@pytest.mark.parametrize("number", [1, 2])
def plain(number: int, assets: object) -> None:
    """Asks for what is made once."""


@pytest.mark.parametrize("number", [1, 2])
def in_a_folder(number: int, tmp_path: object) -> None:
    """Asks for what each case must have anew."""


@pytest.mark.parametrize("number", [1, pytest.param(2, marks=pytest.mark.skip)])
def with_a_mark(number: int) -> None:
    """Has a case that pytest must see."""


@pytest.mark.parametrize("number", iter([1, 2]))
def of_a_stream(number: int) -> None:
    """Has cases that can be looked at once only."""


def test_only_what_its_cases_can_share_is_one(request: pytest.FixtureRequest) -> None:
    module = request.node.getparent(pytest.Module)
    (one,) = whole(module, "plain", plain) or ()
    assert one.fixturenames[-1] == "assets" or "assets" in one.fixturenames
    assert [whole(module, "other", other) for other in (in_a_folder, with_a_mark, of_a_stream)] == [None] * 3
