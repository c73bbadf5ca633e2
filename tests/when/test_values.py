"""Values of time expressions in invented sentences, published on Wednesday, 5 January 2022."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.model.article import Furniture
from dateline.model.mentions import When
from dateline.reading.when import original

from .conftest import Dates


def found(mentions: tuple[When, ...]) -> list[tuple[str, str, str | None]]:
    return [(m.text, m.type, m.value) for m in mentions]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("Police fired on the crowd on Saturday.", "Saturday", "DATE", "2022-01-01"),
        ("The minister will visit the town on Saturday.", "Saturday", "DATE", "2022-01-08"),
        ("The court meets next Tuesday.", "next Tuesday", "DATE", "2022-01-11"),
        ("Two soldiers died late last week.", "late last week", "DATE", "2021-W52"),
        ("He said on Wednesday that talks had failed.", "Wednesday", "DATE", "2022-01-05"),
        ("A bomb went off yesterday.", "yesterday", "DATE", "2022-01-04"),
        ("Gunmen attacked a bus on Friday morning.", "Friday morning", "TIME", "2021-12-31TMO"),
        ("The shelling began at 7:30 p.m. EST on Jan. 3.", "7:30 p.m. EST on Jan. 3", "TIME", "2022-01-03T19:30"),
        ("In mid-November the army withdrew.", "mid-November", "DATE", "2021-11"),
        ("The troops will leave in March.", "March", "DATE", "2022-03"),
        ("The deadline was extended to Jan. 20.", "Jan. 20", "DATE", "2022-01-20"),
        ("They fought in the spring of 1920.", "the spring of 1920", "DATE", "1920-SP"),
        ("Sales fell in the third quarter of 2021.", "the third quarter of 2021", "DATE", "2021-Q3"),
        ("The report covers the first half of 2020.", "the first half of 2020", "DATE", "2020-H1"),
        ("The strike lasted until the last day of August 2020.", "the last day of August 2020", "DATE", "2020-08-31"),
        ("The premier condemns Saturday's bombing.", "Saturday", "DATE", "2022-01-01"),
        ("The colonel was convicted in 2017 of taking bribes.", "2017", "DATE", "2017"),
        ("The party ruled in the 1990s.", "the 1990s", "DATE", "199"),
        ("The fort dates from the 19th century.", "the 19th century", "DATE", "18"),
        ("Rome burned Carthage in 146 BC.", "146 BC", "DATE", "BC0146"),
        ("The strike lasted nearly two weeks.", "nearly two weeks", "DURATION", "P2W"),
        ("A five-year plan was agreed.", "five-year", "DURATION", "P5Y"),
        ("They waited half an hour.", "half an hour", "DURATION", "PT30M"),
        ("They fought for several months.", "several months", "DURATION", "PXM"),
        ("The war went on for two decades.", "two decades", "DURATION", "P20Y"),
        ("The crowd gathers every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
        ("The council meets twice a month.", "twice a month", "SET", "P1M"),
        ("They march daily through the town.", "daily", "SET", "P1D"),
        ("He fled three days ago.", "three days ago", "DATE", "2022-01-02"),
        ("She left two months ago.", "two months ago", "DATE", "2021-11"),
        ("The army now holds the bridge.", "now", "DATE", "PRESENT_REF"),
        ("The army recently took the bridge.", "recently", "DATE", "PAST_REF"),
        ("The base was hit before Christmas.", "Christmas", "DATE", "2021-12-25"),
        ("Bombs exploded on Easter Sunday, 2019.", "Easter Sunday, 2019", "DATE", "2019-04-21"),
        ("Voters go to the polls on Nov. 3, 2020.", "Nov. 3, 2020", "DATE", "2020-11-03"),
        ("It happened on the 19th of October 1950.", "the 19th of October 1950", "DATE", "1950-10-19"),
        ("A jet was shot down on 24.11.2015.", "24.11.2015", "DATE", "2015-11-24"),
        ("The order was signed on 11-24-15.", "11-24-15", "DATE", "2015-11-24"),
        ("The order was signed on 02/01/2022.", "02/01/2022", "DATE", "2022-01-02"),
    ],
)
def test_one_expression(dates: Dates, text: str, words: str, kind: str, value: str) -> None:
    assert found(dates(text)) == [(words, kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers may go to the capital.",
        "Theresa May left the hall.",
        "The photo is 1920 pixels wide.",
        "Rebels killed 1500 men and took $1998.",
        "The 12-year-old boy is 12 years old.",
        "Troops will march to the border and the government could fall.",
        "The reporter works for USA Today.",
        "It was the second time that he spoke.",
    ],
)
def test_no_time_at_all(dates: Dates, text: str) -> None:
    assert found(dates(text)) == []


def test_a_narrative_goes_on_from_its_last_day(dates: Dates) -> None:
    mentions = dates(
        "Turkey shot down a jet on Nov. 24, 2015. The following day Russia protested. Three days later it paid."
    )
    assert [m.value for m in mentions] == ["2015-11-24", "2015-11-25", "2015-11-28"]


def test_background_keeps_its_year(dates: Dates) -> None:
    mentions = dates("The rebels took the town on June 3, 2015. On Nov. 28 the army took it back.")
    assert mentions[-1].value == "2015-11-28"


def test_what_would_follow_is_counted_from_the_day_told(dates: Dates) -> None:
    mentions = dates("On Aug. 8 the marshal said that a plan would be ready by mid-August.")
    assert [m.value for m in mentions] == ["2021-08-08", "2021-08"]


def test_months_that_share_a_year(dates: Dates) -> None:
    assert [m.value for m in dates("They fought in April and June 1955.")] == ["1955-04", "1955-06"]


def test_days_that_share_a_month(dates: Dates) -> None:
    assert [m.value for m in dates("He spoke from 4 to 6 March 2003.")] == ["2003-03-04", "2003-03-06"]


def test_without_a_publication_day_relative_dates_stay_open(dates: Dates) -> None:
    mentions = dates("Police fired on Saturday. It happened last week and on March 3.", published=None)
    assert [m.value for m in mentions] == [None, None, None]
    assert all(m.date is None and "unknown" in str(m.why) for m in mentions)


def test_an_explicit_day_needs_no_publication_day(dates: Dates) -> None:
    mentions = dates("Police fired on Dec. 12, 2015. Two days later three people died.", published=None)
    assert [m.date for m in mentions] == ["2015-12-12", "2015-12-14"]


def test_order_of_figures_by_evidence_elsewhere(dates: Dates) -> None:
    mentions = dates("The first order is of 25/03/2019 and the second of 04/05/2019.")
    assert [m.value for m in mentions] == ["2019-03-25", "2019-05-04"]


def test_unsettled_order_of_figures_keeps_only_the_year(dates: Dates) -> None:
    (mention,) = dates("The order was signed on 04/05/2019.")
    assert (mention.value, mention.date, mention.enddate) == ("2019-XX-XX", "2019-01-01", "2019-12-31")
    assert "unsettled" in str(mention.why)


def test_an_anniversary_keeps_the_original_day(dates: Dates) -> None:
    first, _ = dates("The rally marked the second anniversary of the killing of the general in January 2020.")
    assert (first.text, first.value) == ("the second anniversary", "2022-01")
    assert original(first) == ("2020-01-01", "2020-01-31", "month")


def test_ramadan_is_a_month_of_days(dates: Dates) -> None:
    (mention,) = dates("Clashes spread during Ramadan last year.")
    assert mention.date is not None and mention.date.startswith("2021-04-1")
    assert mention.enddate is not None and mention.enddate.startswith("2021-05-1")


def test_early_and_late_narrow_the_interval(dates: Dates) -> None:
    (early,) = dates("They left in early November 2021.")
    assert (early.value, early.date, early.enddate) == ("2021-11", "2021-11-01", "2021-11-10")
    assert early.date_precision == "month"


def test_a_length_up_to_now_has_days(dates: Dates) -> None:
    (mention,) = dates("Over the past two weeks more than 100 people died.")
    assert (mention.value, mention.date, mention.enddate) == ("P2W", "2021-12-22", "2022-01-05")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Rebels have attacked convoys in recent months.", "2021-10-06", "2022-01-05"),
        ("Over the past few weeks police arrested dozens.", "2021-12-15", "2022-01-05"),
        ("The two clans have fought for two years.", "2020-01-06", "2022-01-05"),
        ("The 17-year war goes on.", "2005-01-05", "2022-01-05"),
    ],
)
def test_what_lasts_up_to_now_has_days(dates: Dates, text: str, first: str, last: str) -> None:
    (mention,) = dates(text)
    assert mention.type == "DURATION"
    assert abs((dt.date.fromisoformat(str(mention.date)) - dt.date.fromisoformat(first)).days) <= 1
    assert mention.enddate == last


@pytest.mark.parametrize("text", ["He was jailed for two years.", "They signed a five-year plan."])
def test_a_length_of_something_else_has_none(dates: Dates, text: str) -> None:
    (mention,) = dates(text)
    assert mention.date is None


def test_a_day_that_the_world_knows(dates: Dates) -> None:
    assert [m.date for m in dates("He planned the September 11 attacks.")] == ["2001-09-11"]
    assert [m.date for m in dates("He spoke on September 11 in Oslo.")] == ["2021-09-11"]
    told = dates("A consulate burned on September 11, 2012. Officials knew of the September 11 attacks.")
    assert [m.date for m in told] == ["2012-09-11", "2012-09-11"]


def test_may_ends_a_stretch(dates: Dates) -> None:
    assert [m.value for m in dates("From April to May, the army shelled the town.")] == ["2021-04", "2021-05"]


def test_furniture_says_so_and_moves_no_narrative(dates: Dates) -> None:
    text = "The army took the town on June 3, 2015.\nJune 9, 1944\nThe next day it left."
    start = text.index("June 9")
    caption = Furniture(start=start, end=start + 12, kind="caption", reason="a date alone")
    mentions = dates(text, furniture=(caption,))
    assert "furniture" in str(mentions[1].why)
    assert mentions[2].value == "2015-06-04"


def test_history_reads_bare_days_in_its_own_year(dates: Dates) -> None:
    years = " ".join(f"In {year} the town changed hands." for year in range(1936, 1945))
    mentions = dates(f"{years} On 5 September 1945 the war ended. On 13 October the king fled.", dt.date(2009, 12, 19))
    assert mentions[-1].value == "1945-10-13"


@pytest.mark.parametrize("published", [dt.date(1, 1, 1), dt.date(9999, 12, 31), dt.date(2024, 2, 29), None])
def test_the_ends_of_the_calendar_raise_nothing(dates: Dates, published: dt.date | None) -> None:
    text = (
        "On Sunday, in Ramadan, at 7.5 pm and 10.75 BC, a fortnight ago, hours later, in 12 centuries, last week, "
        "next millennium and on 31/02/2020 he spoke. On Feb. 30 and May 31, 9999, a year later, he will fall silent."
    )
    for mention in dates(text, published):
        assert mention.date is None or (mention.enddate is not None and mention.date <= mention.enddate)
