"""What weeks start on where the user lives, as far as it is known without Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hamstring_gui.domain.settings import FIRST_WEEKDAYS

_SUNDAY = """
    AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH
    PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW
"""
_SATURDAY = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"


def system_first_weekday(environment: Mapping[str, str]) -> int:
    """The first weekday, 0 for Monday … 6 for Sunday, by the country in LC_ALL, LC_TIME or LANG (Unicode CLDR).

    Monday where those say nothing, as on Windows: there `--first-day` or the settings say it.
    """
    locale = next((environment[name] for name in ("LC_ALL", "LC_TIME", "LANG") if environment.get(name)), "")
    country = re.match(r"[a-z]+_([A-Z]{2})", locale)
    code = country.group(1) if country else ""
    if code in _SATURDAY.split():
        return FIRST_WEEKDAYS["saturday"]
    return FIRST_WEEKDAYS["sunday" if code in _SUNDAY.split() else "monday"]
