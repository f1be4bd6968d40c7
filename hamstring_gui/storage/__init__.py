"""What lies on disk. Each file says in its first line what it is about; these belong together:

- the history: `schema` (its tables), `database` (opened, brought to the newest version), `history` (read and written),
  `history_rows` (rows and values), `underway` (a session to go on with), `older` (a copy before a new version)
- a history in trouble: `trouble` (why it can't be opened), `checking`, `damage`, `torn_log`, `database_file`,
  `database_image`, `database_pages`, `recovery` (what can be read), `anew`, `aside`, `missing`, `gone`, `unsaved`,
  `rescue`
- files that go out and come in: `exchange`, `exchange_csv`, `exchange_json`, `importing`, `session_reading`, `found`,
  `endings`, `spread`, `day_order`, `days_in_csv`; of Loop's habits: `loop`, `loop_days`, `loop_zip`
- backups: `backup`, `backup_history`, `backup_pictures`, `backups_here`, `automatic`, `restoring`, `changeover`
- other devices: `sharing` (whether), `shared_folder`, `shared_history`, `shared_kinds`, `journal`
- exercises and routines: `shelf` (all there is), `library` (ours), `own_exercises`, `pictures`, `exercise_text`,
  `routine_files`, `draft_file`; as files to share: `bundle`, `routine_bundle`
- the rest of what is kept: `settings`, `logs`, `reminded`; to find out what is wrong: `examining`, `scrubbing`
- what all of them use: `paths`, `errors`, `replacing` (whole or not at all), `on_disk`, `place`, `unused`, `own_files`,
  `alone` (one program at a time), `pulse` (what takes long), `zips`, `digests`, `toml_file`, `kept_tables`
"""
