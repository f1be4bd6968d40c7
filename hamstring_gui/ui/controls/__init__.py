"""Small widgets of no subject. These belong together:

- what can be pressed: `pressable` (how it looks in each state), `buttons`, `button_row`, `way_on`, `way_out`,
  `drag_handle`, `fold`
- to choose: `options` (one of a few), `several`, `choice` (from a list), `switch`, `ticks`, `level`, `tightness`,
  `stepper` (a number)
- to write in: `field`, `text_area`
- to read: `labels`, `fitted` (letters that fit their box), `legend`, `figure_view`, `pictures`
- what holds others: `card`, `head`, `beside`, `sheet`, `scroll`, `flow`, `layouts`, `scaled`
- what lies over a page: `overlay`, `question`, `waiting`, `menu`, `notice`, `standing`, `hover_card`, `drop_place`
- hands and ears: `keys`, `pressed_keys`, `finger`, `announce`, `under_hand`
"""
