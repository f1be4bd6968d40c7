"""A wish is done, saved, and shown. Each file says in its first line what it is about; these belong together:

- put together: `opening` (what the window is opened with), `parts`, `pages`, `stage` (the window as parts see it),
  `services`, `afterwards`, `beside`, `leaving`
- who owns what is known: `library`, `records` with `known_history`, `deeds` (undo), `preferences`, `days`, `day_turn`
- what each page wishes: `today` with `resuming`; `history` with `history_editor` and `history_exchange`; `routines`;
  `exercises` with `exercise_pictures` and `drafts`; `hamstrings`; `settings` with `data`, `devices`, `pedals`;
  `introduction`; on all of them: `key_help`
- a session: `conductor`, `player`, `recorder`, `announcing`; from elsewhere:
  `remote` (media keys), `presence`
- what is heard: `hearing`, `speaker`, `sayings`, `recordings`, `own_voice`
- strangers' files: `foreign` (read in a process of its own), `sharing`, `dropping`
- reminders: `reminder` (in the window), `reminding_alone`, `reminding`, `reminder_entry`
- one window, asked from outside: `one_instance`, `listening`, `wishes`, `tray`
- when something is wrong: `no_history`, `unsaved`, `unwritten`, `health`, `saying_why`, `doctor`, `report`
- by themselves, or long: `automatic` (backups), `waiting`
"""
