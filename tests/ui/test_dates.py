"""Dates in many languages: in their order, with their signs, nothing left over; and read back as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import QLocale

from hamstring_gui.domain.dates import understood_date
from hamstring_gui.ui import dates
from hamstring_gui.ui.history.day_forms import day_forms

MONDAY = date(2026, 11, 16)
LANGUAGES = """
    C en_GB en_US en_CA de_DE de_CH fr_FR fr_CA es_ES es_MX pt_BR pt_PT it_IT nl_NL da_DK sv_SE nb_NO fi_FI is_IS
    pl_PL cs_CZ sk_SK sl_SI hr_HR sr_RS bs_BA bg_BG mk_MK ru_RU uk_UA be_BY kk_KZ lv_LV lt_LT et_EE hu_HU ro_RO
    el_GR sq_AL tr_TR az_AZ ca_ES gl_ES eu_ES ga_IE cy_GB ar_EG ar_SA he_IL fa_IR ur_PK hi_IN bn_BD ta_IN th_TH
    vi_VN id_ID ms_MY ja_JP zh_CN zh_TW ko_KR mn_MN ka_GE hy_AM sw_KE zu_ZA af_ZA
"""
FIELDS = ("d MMMM", "d MMM", "d MMMM yyyy", "dddd d MMMM", "dddd d MMM", "ddd d MMM", "dddd d MMM yyyy", "MMM yyyy")


@pytest.fixture(autouse=True)
def british(application) -> Iterator[None]:
    """The language as it was before, and one for those tests that choose none."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en_GB", ["16 November", "16 Nov", "16 November 2026",
                   "Monday 16 November", "Mon 16 Nov", "Nov 2026"]),
        ("en_US", ["November 16", "Nov 16", "November 16, 2026",
                   "Monday, November 16", "Mon, Nov 16", "Nov 2026"]),
        ("de_DE", ["16. November", "16. Nov.", "16. November 2026",
                   "Montag, 16. November", "Mo., 16. Nov.", "Nov 2026"]),
        ("fr_FR", ["16 novembre", "16 nov.", "16 novembre 2026",
                   "lundi 16 novembre", "lun. 16 nov.", "nov. 2026"]),
        ("es_ES", ["16 de noviembre", "16 de nov", "16 de noviembre de 2026",
                   "lunes, 16 de noviembre", "lun, 16 de nov", "nov de 2026"]),
        ("pt_BR", ["16 de novembro", "16 de nov.", "16 de novembro de 2026",
                   "segunda-feira, 16 de novembro", "seg., 16 de nov.", "nov. de 2026"]),
        ("it_IT", ["16 novembre", "16 nov", "16 novembre 2026",
                   "lunedì 16 novembre", "lun 16 nov", "nov 2026"]),
        ("pl_PL", ["16 listopada", "16 lis", "16 listopada 2026",
                   "poniedziałek, 16 listopada", "pon., 16 lis", "lis 2026"]),
        ("ru_RU", ["16 ноября", "16 нояб.", "16 ноября 2026 г.",
                   "понедельник, 16 ноября", "пн, 16 нояб.", "нояб. 2026 г."]),
        ("da_DK", ["16. november", "16. nov.", "16. november 2026",
                   "mandag den 16. november", "man. den 16. nov.", "nov. 2026"]),
        ("hu_HU", ["november 16.", "nov. 16.", "2026. november 16.",
                   "november 16., hétfő", "nov. 16., H", "2026. nov."]),
        ("lv_LV", ["16. novembris", "16. nov.", "2026. gada 16. novembris",
                   "pirmdiena, 16. novembris", "pirmd., 16. nov.", "2026. gada nov."]),
        ("lt_LT", ["lapkričio 16 d.", "lapkr. 16 d.", "2026 m. lapkričio 16 d.",
                   "lapkričio 16 d., pirmadienis", "lapkr. 16 d., pr", "2026 m. lapkr."]),
        ("ca_ES", ["16 de novembre", "16 de nov.", "16 de novembre del 2026",
                   "dilluns, 16 de novembre", "dl., 16 de nov.", "nov. del 2026"]),
        ("ja_JP", ["11月16日", "11月16日", "2026年11月16日",
                   "11月16日月曜日", "11月16日月", "2026年11月"]),
        ("zh_CN", ["11月16日", "11月16日", "2026年11月16日",
                   "11月16日星期一", "11月16日周一", "2026年11月"]),
        ("ko_KR", ["11월 16일", "11월 16일", "2026년 11월 16일",
                   "11월 16일 월요일", "11월 16일 월", "2026년 11월"]),
        ("he_IL", ["16 בנובמבר", "16 בנוב׳", "16 בנובמבר 2026",
                   "יום שני, 16 בנובמבר", "יום ב׳, 16 בנוב׳", "נוב׳ 2026"]),
        ("ar_EG", ["١٦ نوفمبر", "١٦ نوفمبر", "١٦ نوفمبر ٢٠٢٦",
                   "الاثنين، ١٦ نوفمبر", "الاثنين، ١٦ نوفمبر", "نوفمبر ٢٠٢٦"]),
    ],
)  # fmt: skip
def test_a_day_as_the_language_writes_it(language: str, words: list[str]) -> None:
    QLocale.setDefault(QLocale(language))
    fields = ("d MMMM", "d MMM", "d MMMM yyyy", "dddd d MMMM", "ddd d MMM", "MMM yyyy")
    assert [re.sub(r"\s", " ", dates.written(MONDAY, one)) for one in fields] == words


@pytest.mark.parametrize("language", LANGUAGES.split())
def test_nothing_is_left_over(language: str) -> None:
    """What is there was wanted, and no sign of the language's whole date stands where nothing follows it."""
    QLocale.setDefault(QLocale(language))
    for fields in FIELDS:
        said = dates.written(MONDAY, fields)
        assert said == said.strip(" ,،、-/")
        assert not re.search(r"\s\s|[,،]{2}|\s[,،.]|\b(de|del|den|gada)$", said), said
        numbers = "".join(str(int(one)) if one.isdecimal() else " " for one in said).split()
        assert ("2026" in numbers) == ("yyyy" in fields), said
        assert ("16" in numbers) == (" d " in f" {fields} "), said
        if fields != "ddd d MMM":
            assert (QLocale().dayName(1) in said) == ("dddd" in fields), said


@pytest.mark.parametrize("language", LANGUAGES.split())
def test_a_date_is_read_as_it_is_typed(language: str) -> None:
    QLocale.setDefault(QLocale(language))
    typed, order = dates.typed(MONDAY), dates.typed_order()
    assert understood_date(typed, date(2026, 11, 20), order, dates.month_names()) == MONDAY


@pytest.mark.parametrize(("year", "words"), [(2026, "Mon 16 Nov"), (2025, "Mon 16 Nov 2026")])
def test_the_year_is_said_where_it_is_another(year: int, words: str) -> None:
    assert dates.written(MONDAY, "ddd d MMM", year) == words


@pytest.mark.parametrize(("name", "order", "typed"), [
    ("en_GB", "dmy", "20/11/2026"), ("en_US", "mdy", "11/20/2026"), ("de_DE", "dmy", "20.11.2026"),
    ("sv_SE", "ymd", "2026-11-20"), ("bg_BG", "dmy", "20.11.2026"),
])  # fmt: skip
def test_dates_as_the_language_types_them(name: str, order: str, typed: str) -> None:
    QLocale.setDefault(QLocale(name))
    assert dates.typed_order() == order
    assert dates.typed(date(2026, 11, 20)) == typed


def found(query: str, day: date) -> bool:
    return all(part.fits((day,), "") for part in day_forms().parts(query))


OF_EACH_ORDER_AND_SCRIPT = """
    en_GB en_US de_DE es_ES hu_HU lv_LV ru_RU el_GR ar_EG he_IL fa_IR hi_IN th_TH ja_JP ko_KR
"""
"""Looking every form up takes a while: a thorough run does it in these languages."""


@pytest.mark.parametrize(
    "language",
    [pytest.param(one, marks=pytest.mark.thorough if one in OF_EACH_ORDER_AND_SCRIPT.split() else pytest.mark.nightly)
     for one in LANGUAGES.split()[1:]],
)  # fmt: skip
def test_every_date_that_is_written_is_found_by_it(language: str) -> None:
    QLocale.setDefault(QLocale(language))
    for day in (MONDAY, date(2020, 2, 29), date(2026, 5, 4)):
        whole = {dates.written_out(day), dates.typed(day), day.isoformat(), dates.written(day, "ddd d MMM yyyy"),
                 dates.written(day, "d MMMM yyyy"), dates.written(day, "dddd d MMM", 1)}  # fmt: skip
        parts = {dates.written(day, fields) for fields in ("dddd d MMMM", "ddd d MMM", "d MMM", "MMM yyyy")}
        named = {name for n, name in enumerate(dates.month_names()) if n % 12 == day.month - 1}
        assert [words for words in whole | parts | named if not found(words, day)] == []
        others = [date(day.year, day.month, day.day - 1 if day.day > 20 else day.day + 7), date(2025, 6, 13)]
        assert [words for words in whole if any(found(words, other) for other in others)] == []


@pytest.mark.parametrize(
    ("language", "query", "day"),
    [
        ("en_GB", "5/4/2026", date(2026, 4, 5)), ("en_US", "5/4/2026", date(2026, 5, 4)),
        ("en_US", "24.11.", date(2026, 11, 24)), ("en_GB", "11/24/2026", date(2026, 11, 24)),
        ("de_DE", "4. Mai", date(2026, 5, 4)), ("de_DE", "04.05.26", date(2026, 5, 4)),
        ("en_GB", "May 4, 2026", date(2026, 5, 4)), ("ru_RU", "май", date(2026, 5, 4)),
    ],
)  # fmt: skip
def test_a_date_is_found_as_people_write_it_too(language: str, query: str, day: date) -> None:
    QLocale.setDefault(QLocale(language))
    days = (date(2026, 4, 5), date(2026, 5, 4), date(2026, 11, 3), date(2026, 11, 24))
    assert [one for one in days if found(query, one)] == [day]


@pytest.mark.parametrize(("at", "words"), [((16, 23, 50), "Today, 23:50"), ((17, 0, 20), "Today, 00:20")])
def test_after_midnight_it_is_still_the_day_that_the_page_names(at: tuple[int, int, int], words: str) -> None:
    QLocale.setDefault(QLocale("en_GB"))
    day = date(2026, 11, 16)
    assert dates.time_on(datetime(2026, 11, *at), day, day) == words


@pytest.mark.parametrize(
    ("language", "now", "words"),
    [
        ("en_GB", datetime(2027, 11, 18, 0, 1), "Monday 16 November 2026, 19:42"),
        ("de_DE", datetime(2027, 2, 1, 0, 1), "Montag, 16. November 2026, 19:42"),
        ("en_GB", datetime(2026, 11, 16, 23, 59), "Today, 19:42"),
        ("en_GB", datetime(2026, 11, 17, 0, 1), "Yesterday, 19:42"),
        ("en_GB", datetime(2026, 11, 18, 0, 1), "Monday 16 November, 19:42"),
        ("es_ES", datetime(2026, 11, 18, 0, 1), "lunes, 16 de noviembre, 19:42"),
        ("en_US", datetime(2026, 11, 16, 23, 59), "Today, 7:42 PM"),
    ],
)
def test_when_something_was(language: str, now: datetime, words: str) -> None:
    QLocale.setDefault(QLocale(language))
    at = datetime(2026, 11, 16, 19, 42)
    assert re.sub(r"\s", " ", dates.when(at, now)) == words
