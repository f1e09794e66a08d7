from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.parameters import NotInForceError, Parameter, Parameters, Source, load_parameters
from index.corpus import load_corpus
from index.errors import UserError

PARAMETERS = load_parameters()
DAY = date(2024, 1, 1)


@pytest.mark.parametrize("name", list(PARAMETERS))
def test_quotes_stand_in_their_clause_and_sources_are_named(name: str) -> None:
    corpus = load_corpus()
    for parameter in PARAMETERS.history(name):
        source = parameter.source
        if source.quote:
            document = corpus.document(source.doc)
            assert document is not None
            assert source.quote in document.full_text(source.locator)
        else:
            assert source.title


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [
        ("county_quota", 1, "个"),
        ("validity_years", 5, "年"),
        ("review_interval_years", 3, "年"),
        ("report_months", (1, 7), "月"),
        ("contests_per_year", 1, "次"),
        ("announcements_per_year", 1, "次"),
        ("conditions", 6, "项"),
        ("contest_advanced_revenue_min", 100, "亿元"),
        ("contest_leading_firm_revenue_min", 10, "亿元"),
        ("contest_sme_output_min", 30, "亿元"),
        ("contest_sme_share_min", 60, "%"),
        ("contest_sme_firms_min", 5, "家"),
        ("contest_accident_free_years", 3, "年"),
        ("measures_issued", date(2021, 3, 15), "日"),
    ],
)
def test_values(name: str, value: object, unit: str) -> None:
    parameter = PARAMETERS.at(name, on=DAY)
    assert (parameter.value, parameter.unit) == (value, unit)


def test_single_figures_stand_in_their_quotes() -> None:
    numerals = {1: ("1", "一"), 3: ("3", "三"), 5: ("5", "五")}
    for name in ("county_quota", "validity_years", "review_interval_years", "contests_per_year"):
        parameter = PARAMETERS.at(name, on=DAY)
        assert any(numeral in parameter.source.quote for numeral in numerals[parameter.number])


def test_thresholds_are_marked_as_not_official() -> None:
    unofficial = {name for name in PARAMETERS if not PARAMETERS.at(name, on=DAY).source.official}
    assert unofficial == {
        "contest_advanced_revenue_min",
        "contest_leading_firm_revenue_min",
        "contest_sme_output_min",
        "contest_sme_share_min",
        "contest_sme_firms_min",
    }


def test_the_day_before_a_value_has_none_and_says_so() -> None:
    first = PARAMETERS.history("county_quota")[0].start
    assert PARAMETERS.at("county_quota", on=first).number == 1
    with pytest.raises(NotInForceError, match="2021年3月14日") as refused:
        PARAMETERS.at("county_quota", on=first - timedelta(days=1))
    assert isinstance(refused.value, UserError)


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        PARAMETERS.at("no_such", on=DAY)


def test_the_wrong_kind_of_value_is_refused() -> None:
    with pytest.raises(TypeError):
        _ = PARAMETERS.at("measures_issued", on=DAY).number
    with pytest.raises(TypeError):
        _ = PARAMETERS.at("county_quota", on=DAY).day
    assert PARAMETERS.at("county_quota", on=DAY).numbers == (1,)


ONE = Parameter("p", "某项", "个", 1, date(2020, 1, 1), None, Source(title="某文件"))


@given(st.dates(date(2019, 1, 1), date(2025, 12, 31)))
def test_a_later_value_replaces_the_earlier_one(day: date) -> None:
    later = replace(ONE, value=2, start=date(2023, 1, 1), until=date(2024, 12, 31))
    parameters = Parameters([later, ONE])
    if date(2020, 1, 1) <= day <= date(2024, 12, 31):
        assert parameters.at("p", on=day).number == (2 if day >= date(2023, 1, 1) else 1)
    else:
        with pytest.raises(NotInForceError):
            parameters.at("p", on=day)


def test_overlapping_values_are_refused() -> None:
    ending = replace(ONE, until=date(2021, 1, 1))
    with pytest.raises(ValueError, match="overlap"):
        Parameters([ending, replace(ONE, value=2, start=date(2021, 1, 1))])
    with pytest.raises(ValueError, match="overlap"):
        Parameters([ONE, replace(ONE, value=2)])
