"""More time, skip and back in any order, and a kill at any moment: it goes on as somebody would tell it by heart."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hamstring_gui.domain.going_on import Before
from hamstring_gui.domain.routine import unroll
from hamstring_gui.domain.session import Session
from tests.domain.samples import EXERCISES, HandClock, routine

SETUP_S, LONGEST_S = 20.0, 3600.0


class ByHeart:
    """Which countdown it is, how much of it has passed, and how long each of them is now."""

    def __init__(self, phases):
        self.all = [(phase.kind, phase.hold) for phase in phases]
        self.planned_s = {(phase.kind, phase.hold): phase.seconds for phase in phases}
        self.rep_s = {(phase.kind, phase.hold): phase.rep_s for phase in phases if phase.reps}
        self.list, self.length_s = list(self.all), dict(self.planned_s)
        self.at, self.passed_s, self.left_at = 0, 0.0, None

    @property
    def here(self):
        return self.list[self.at]

    @property
    def over(self):
        return self.at == len(self.list)

    def next(self):
        self.at, self.passed_s = self.at + 1, 0.0
        if not self.over and self.left_at is not None and self.here == ("hold", self.left_at[0]):
            self.passed_s, self.left_at = self.left_at[1], None

    def wait(self, seconds):
        while not self.over and self.passed_s + seconds >= self.length_s[self.here]:
            seconds -= self.length_s[self.here] - self.passed_s
            self.next()
        self.passed_s += 0.0 if self.over else seconds

    def skip(self):
        self.length_s[self.here] = self.planned_s[self.here]
        self.next()

    def go_back(self):
        earlier = [n for n in range(self.at) if self.list[n][0] == "hold"]
        if self.passed_s <= 3 and earlier:
            self.at, self.left_at = earlier[-1], None
        self.passed_s = 0.0

    def more_time(self):
        rep_s = self.rep_s.get(self.here)
        seconds = 10.0 if rep_s is None else rep_s * -(-10.0 // rep_s)
        if self.length_s[self.here] + seconds <= LONGEST_S:
            self.length_s[self.here] += seconds

    def be_killed(self):
        """Before the set that was reached there is time to lie down, whatever was there before."""
        kind, hold = self.here
        if kind == "hold":
            self.left_at = (hold, self.passed_s) if self.passed_s else None
        elif self.left_at is not None and self.left_at[0] != hold:
            self.left_at = None
        lie_down = ("setup", hold)
        self.planned_s.setdefault(lie_down, SETUP_S)
        self.length_s.setdefault(lie_down, SETUP_S)
        self.list = [lie_down if number == hold and kind != "hold" else (kind, number) for kind, number in self.all]
        self.at, self.passed_s = self.list.index(lie_down), 0.0


class AnyCourse(RuleBasedStateMachine):
    @initialize(
        sets=st.integers(1, 3),
        hold_s=st.sampled_from([6.0, 30.0, 3595.0]),
        order=st.sampled_from(["one leg, then the other", "in turn"]),
        wall_s=st.sampled_from([0.0, 15.0]),
        reps=st.sampled_from([0, 0, 3]),
    )
    def begin(self, sets, hold_s, order, wall_s, reps):
        self.routine = routine(sets, hold_s, setup_s=SETUP_S, order=order, wall_s=wall_s, reps=reps)
        self.phases, self.clock = unroll(self.routine, EXERCISES), HandClock()
        self.session, self.told = Session(self.routine, self.phases, self.clock), ByHeart(self.phases)

    @rule(seconds=st.integers(1, 19))
    def time_passes(self, seconds):
        for _ in range(4):
            self.clock.pass_time(seconds / 4)
            self.session.tick()
        self.told.wait(float(seconds))

    @rule(times=st.integers(1, 4))
    def ended_early(self, times):
        for _ in range(0 if self.told.over else min(times, len(self.told.list) - self.told.at)):
            self.session.on()
            self.told.skip()

    @precondition(lambda self: not self.told.over)
    @rule(times=st.integers(1, 2))
    def begun_anew(self, times):
        for _ in range(times):
            self.session.back()
            self.told.go_back()

    @precondition(lambda self: not self.told.over)
    @rule(standing=st.booleans())
    def more_time(self, standing):
        if standing:
            self.session.toggle()
        self.session.extend()
        if standing:
            self.session.toggle()
        self.told.more_time()

    @rule(after_s=st.integers(0, 9), backs=st.integers(0, 2), skips=st.integers(0, 3))
    def killed(self, after_s, backs, skips):
        self.time_passes(after_s)
        if self.told.over:
            return
        before = self.session
        assert before.reached is not None
        self.clock = HandClock(mono=7.0, wall=self.clock.wall)
        self.session = Session(self.routine, self.phases, self.clock)
        self.session.take_up(Before(before.started_at, before.records_so_far, before.reached, before.more))
        self.told.be_killed()
        self.begun_anew(backs)
        self.ended_early(skips)

    @precondition(lambda self: hasattr(self, "told"))
    @invariant()
    def it_is_as_it_is_told(self):
        told, moment = self.told, self.session.moment()
        assert (moment.state == "ended") == told.over
        if told.over:
            return
        assert (moment.phase.kind, moment.phase.hold) == told.here
        assert (moment.elapsed_s, moment.length_s) == (told.passed_s, told.length_s[told.here])
        lengths_s = {(one.kind, one.hold): one.seconds for one in moment.phases if one is not moment.phase}
        assert lengths_s == {one: told.length_s[one] for one in told.list if one != told.here}
        assert all(one.seconds == one.reps * one.rep_s for one in moment.phases if one.reps)


AnyCourse.TestCase.settings = settings(stateful_step_count=15)
TestAnyCourse = AnyCourse.TestCase
