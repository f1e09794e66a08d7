"""Whether the measures are in force on the day (第十八条)."""

from __future__ import annotations

from datetime import date

from assistant.eligibility.engine import rule
from assistant.eligibility.facts import Facts
from assistant.eligibility.outcome import Conclusion
from assistant.eligibility.wording import ask, rests_on, say
from assistant.parameters import Parameters


def last_day(facts: Facts, parameters: Parameters) -> date:
    """Last day on which the measures are in force for certain: counted from their issue."""
    issued = parameters.at("measures_issued", on=facts.as_of).day
    return _years_later(issued, parameters.at("validity_years", on=facts.as_of).number)


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@rule(id="validity.term", topic="validity", basis="measures-2021#第十八条", title="管理办法是否有效")
def validity(facts: Facts, parameters: Parameters) -> Conclusion:
    """Five years from 发布; issue and web publication are 23 days apart, and between them it is open."""
    term = parameters.at("validity_years", on=facts.as_of)
    issued = parameters.at("measures_issued", on=facts.as_of)
    published = parameters.at("measures_published", on=facts.as_of)
    early = last_day(facts, parameters)
    late = _years_later(published.day, term.number)
    rests = (*rests_on(term), *rests_on(issued))
    today = _words(facts.as_of)
    if facts.as_of <= early:
        return Conclusion(
            "met",
            "yes",
            say(f"有效：{today}在《办法》的{term.number}年有效期之内，到{_words(early)}为止。", *rests),
        )
    silent = say(
        "有没有延期，或者有没有新的办法，收录的文件没有记载。",
        *rests_on(term),
    )
    if facts.as_of <= late:
        return Conclusion(
            "cannot_tell",
            "conditional",
            say(
                f"说不准：有效期{term.number}年，从印发日（{_words(issued.day)}）算，到{_words(early)}已过；"
                f"从网上公布日（{_words(published.day)}）算，到{_words(late)}还没过。",
                *rests,
            ),
            (silent, ask("是否仍在执行")),
        )
    return Conclusion(
        "not_met",
        "no",
        say(
            f"已过有效期：《办法》有效期{term.number}年，自{_words(issued.day)}起算到{_words(early)}届满。",
            *rests,
        ),
        (silent, ask("现在执行哪一份办法")),
    )
