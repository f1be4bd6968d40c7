"""Random commands and random late ticks: what was planned, held and recorded always adds up."""

from __future__ import annotations

from hypothesis import assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hamstring_gui.domain.going_on import Before
from hamstring_gui.domain.moment import HoldRecorded, SessionEnded
from hamstring_gui.domain.routine import total_s, unroll
from hamstring_gui.domain.session import SLEEP_S, Session
from tests.domain.samples import EXERCISES, HandClock, routine

HAIR = 1e-6
GAPS = st.sampled_from([0.0, 1.0, 3.0, 12.0, None])


class AnySession(RuleBasedStateMachine):
    """Whoever presses what, and however late the ticks come."""

    @initialize(
        sets=st.integers(1, 4),
        hold_s=st.sampled_from([2.0, 7.5, 30.0]),
        gaps=st.tuples(GAPS, GAPS, GAPS),
        order=st.sampled_from(["one leg, then the other", "in turn"]),
        wall_s=st.sampled_from([0.0, 20.0]),
        reps=st.sampled_from([0, 0, 3]),
        lead_in_s=st.sampled_from([0.0, 0.5, 5.0, 20.0]),
    )
    def begin(self, sets, hold_s, gaps, order, wall_s, reps, lead_in_s):
        setup_s, rest_s, switch_s = gaps
        self.routine = routine(
            sets, hold_s, setup_s=setup_s, rest_s=rest_s, switch_s=switch_s, order=order, wall_s=wall_s, reps=reps
        )
        self.phases = unroll(self.routine, EXERCISES)
        self.clock = HandClock()
        self.session = Session(self.routine, self.phases, self.clock, lead_in_s=lead_in_s)
        self.lead_in_s = lead_in_s
        self.holds = {phase.hold: phase for phase in self.phases if phase.is_hold}
        self.extended = dict.fromkeys(self.holds, 0.0)
        self.running_s = 0.0
        self.on_disk = {}
        self.ends = []

    def note(self, events):
        for event in events:
            if isinstance(event, HoldRecorded):
                before = self.on_disk.get(event.record.position)
                if before is not None and before.outcome == "stopped for pain":
                    assert event.record.outcome == "stopped for pain", "a pain is never dropped"
                self.on_disk[event.record.position] = event.record
            elif isinstance(event, SessionEnded):
                self.ends.append(event)

    @rule(seconds=st.floats(0.0, SLEEP_S - 0.01))
    def time_passes(self, seconds):
        before = self.session.moment()
        if self.session.state == "running":
            self.running_s += max(0.0, seconds - before.ready_in_s)
        self.clock.pass_time(seconds)
        self.note(self.session.tick())
        after = self.session.moment()
        if before.leads_in and seconds < before.ready_in_s - HAIR:
            assert abs(before.ready_in_s - after.ready_in_s - seconds) < HAIR
            assert after.elapsed_s == before.elapsed_s, "nobody is credited for the way to the mat"

    @rule(seconds=st.floats(-90000.0, 90000.0))
    def somebody_sets_the_clock(self, seconds):
        before = self.session.moment()
        self.clock.be_set(seconds)
        self.note(self.session.tick())
        assert self.session.moment() == before

    @rule(awake_s=st.floats(0.0, 4.0), asleep_s=st.floats(6.0, 40000.0))
    def the_machine_sleeps(self, awake_s, asleep_s):
        before = self.session.moment()
        self.clock.pass_time(awake_s, asleep_s)
        self.note(self.session.tick())
        after = self.session.moment()
        if before.state == "running" and not before.waiting:
            assert after.state == "slept"
        if not before.waiting:
            assert abs(after.elapsed_s - before.elapsed_s) < HAIR, "time asleep is not credited"

    @rule(name=st.sampled_from(["toggle", "pause", "resume", "on", "back", "stop_for_pain", "go_on"]))
    def command(self, name):
        before = self.session.moment()
        self.note(getattr(self.session, name)())
        after = self.session.moment()
        went_on = before.state in ("paused", "slept", "pain") and after.state == "running"
        if (went_on or name == "back") and after.state == "running" and not after.waiting:
            ready_in_s = after.ready_in_s if after.phase.is_hold else after.remaining_s
            assert ready_in_s >= self.lead_in_s - HAIR, "there is time to get back to the mat"

    @rule(share=st.integers(0, 19))
    def end_now_and_then(self, share):
        assume(share == 0)
        self.note(self.session.end())

    @rule(away_s=st.floats(-90000.0, 90000.0))
    def the_program_is_killed_and_goes_on(self, away_s):
        """With another clock, which may have been set meanwhile; what was held is not lost, and not held again."""
        session, reached = self.session, self.session.reached
        if reached is None:
            return
        before = Before(session.started_at, session.records_so_far, reached)
        self.clock = HandClock(wall=self.clock.wall)
        self.clock.be_set(away_s)
        self.session = Session(self.routine, self.phases, self.clock, lead_in_s=self.lead_in_s)
        self.session.take_up(before)
        assert self.session.records == before.records
        self.on_disk = {record.position: record for record in before.records}
        after = self.session.moment()
        assert (after.state, after.phase.hold) == ("running", reached.hold)
        assert after.phase.kind == "setup" or not self.routine.setup_s
        assert self.session.reached == reached, (
            "what is left of a set that was begun is known, whenever it is killed again"
        )

    @rule()
    def ten_more(self):
        before = self.session.moment()
        self.note(self.session.extend())
        after = self.session.moment()
        if before.phase.is_hold and before.index == after.index and before.length_s is not None:
            self.extended[before.phase.hold] += after.length_s - before.length_s

    @invariant()
    def records_add_up(self):
        if not hasattr(self, "session"):
            return
        records = self.session.records
        assert {r.position: r for r in records} == self.on_disk, "every record was announced"
        for record in records:
            hold = self.holds[record.position]
            assert (record.exercise, record.side, record.set) == (hold.exercise, hold.side, hold.set)
            assert record.planned_s == hold.seconds
            assert 0 <= record.held_s <= record.planned_s + self.extended[record.position] + HAIR
            if record.outcome == "held":
                assert record.held_s >= record.planned_s - HAIR
            if record.outcome == "ended early":
                assert 1 <= record.held_s < record.planned_s
            if record.outcome == "skipped":
                assert record.held_s == 0
        assert sum(r.held_s for r in records) <= self.running_s + HAIR, "nothing is held that did not pass"

    @invariant()
    def the_end_is_complete(self):
        if not hasattr(self, "session") or self.session.state != "ended":
            return
        assert len(self.ends) == 1
        assert sorted(self.on_disk) == sorted(self.holds), "every set has exactly one record"
        assert self.ends[0].at >= self.session.started_at
        anything = any(r.held_s > 0 or r.outcome == "stopped for pain" for r in self.on_disk.values())
        assert self.session.is_empty != anything

    @precondition(lambda self: hasattr(self, "session"))
    @invariant()
    def the_moment_makes_sense(self):
        moment = self.session.moment()
        assert moment.remaining_s >= 0
        if moment.length_s is not None:
            assert moment.elapsed_s <= moment.length_s + HAIR
            assert moment.time_left_s <= moment.ready_in_s + moment.remaining_s + total_s(moment.next_phases) + HAIR
        assert 0 <= moment.ready_in_s <= self.lead_in_s + HAIR
        assert not moment.leads_in or (moment.phase.is_hold and moment.state == "running")


AnySession.TestCase.settings = settings(stateful_step_count=40)
TestAnySession = AnySession.TestCase


class LeftAlone(RuleBasedStateMachine):
    """Nobody presses anything: the length is exact, whatever the ticks do."""

    @initialize(sets=st.integers(1, 3), hold_s=st.floats(0.5, 10.0), gap_s=st.floats(0.0, 5.0))
    def begin(self, sets, hold_s, gap_s):
        sample = routine(sets, hold_s, setup_s=gap_s, rest_s=gap_s, switch_s=gap_s)
        self.phases = unroll(sample, EXERCISES)
        self.clock = HandClock()
        self.session = Session(sample, self.phases, self.clock)

    @rule(late=st.lists(st.floats(0.1, SLEEP_S - 0.01), min_size=80, max_size=80))
    def run_to_the_end(self, late):
        ended = None
        for seconds in late * 40:
            self.clock.pass_time(seconds)
            for event in self.session.tick():
                ended = event if isinstance(event, SessionEnded) else ended
            if ended:
                break
        assert ended is not None
        if ended:
            length = (ended.at - self.session.started_at).total_seconds()
            assert abs(length - total_s(self.phases)) < 1e-4
            assert all(r.outcome == "held" and abs(r.held_s - r.planned_s) < HAIR for r in self.session.records)


LeftAlone.TestCase.settings = settings(stateful_step_count=1)
TestLeftAlone = LeftAlone.TestCase
