"""What the program asks of the computer around it, each falling silent where it can't. What may hang or crash runs in a
process of its own. These belong together:

- such processes: `helper` (how one is led) with `child`, `guest` (who lives in another's), `errand` (a command of
  ours beside the window), `probes` (what works here)
- tones and speech: `sound`, `voice`, `sound_helper`, `speech`, `mixing`, `players`, `audio_sink`; `headphones`
- the voice's clips: `clips`, `clip_samples`, `opus`, `decode_clips`; how they are made: `clip_making`
- the system's voice: `system_voice`, `speech_lines`, `speech_helper` with `ssip`, `qt_speech_helper`
- the screen stays lit: `awake`, `lit_screen`, `awake_helper`
- the session bus: `bus`, `bus_helper`, `bus_beside`, `bus_line`, `mpris` (media keys), `presence_watch`,
  `notifications`
- reminders and log-in: `autostart`, `remind_waiter`, `tray_message`
- a stranger's drawing: `draw_picture`, `plain_svg`, `svg_clips`, `svg_shapes`, `svg_styles`, `svg_values`, `svg_views`,
  `svg_words`
- `clocks`, `screen_reader`
"""
