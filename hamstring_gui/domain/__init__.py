"""What must not be wrong: values and pure functions, of the standard library only. These files belong together:

- exercises and routines: `exercise`, `exercise_file`, `drafting`, `routine`, `routine_edit`, `reading`
- what is looked for: `finding`, `naming`
- a session: `session`, `moment`, `instant`, `marks`, `hold_records`, `first_leg`, `going_on`, `offers`
- what is shown and heard of it: `guidance`, `demonstration`, `tempo`, `moving`, `skeleton`, `spoken`, `announced`
- the history: `history`, `consistency` (weeks), `looking_back`, `exercises_done`, `editing`, `adding`, `registers`
- days, lengths, and what is typed of them: `dates`, `days_asked`, `durations`, `system_week`
- `settings`, `reminding`; and how values are made: `values`
"""
