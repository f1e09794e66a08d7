"""Answers decided by the rules, with the clause each sentence rests on."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering import in_force, outline, requirements
from assistant.answering.beyond import asked_beyond
from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.claims import false_claim
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.extract import asks_own_unit, has_shape, has_unit_asked
from assistant.answering.leads import begun, lead_of, led
from assistant.answering.open_case import asks_to_apply
from assistant.answering.premise import contradictions
from assistant.answering.topics import choose
from assistant.answering.unstated import aspect_of
from assistant.conversation.facts import facts_of
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import Reading, read, verdict_for
from assistant.conversation.topics import cues_in, strengths
from assistant.eligibility.engine import TOPICS, evaluate
from assistant.eligibility.outcome import Outcome, Sentence
from assistant.models import Answer, Verdict

# Topics whose clause states a figure that a question may get wrong.
_FIGURES = frozenset({"review", "reports", "quota", "notice", "announcement", "repeat"})
# Topics whose statement answers an open question too (怎么, 哪些, 谁, 什么时候).
_OPEN = frozenset(
    [
        "subject",
        "joint",
        "joint_route",
        "quota",
        "direct_to_province",
        "stage_order",
        "final_entry",
        "repeat",
        "notice",
        "reports",
        "reports_late",
        "review",
        "revocation",
        "award",
        "award_use",
        "project_support",
        "national",
        "publicity",
        "announcement",
        "truth_liability",
        "exclusions",
        "validity",
        "category",
        "thresholds",
        "trainee_management",
    ]
)
# Topics of the time after an entry, which a question for leave to enter may tell of.
_TOLD = frozenset({"award", "award_use", "project_support", "announcement", "validity", "publicity"})
# Acts that no clause deals with, whatever they are asked about.
_UNREGULATED = re.compile(
    "延期|延后|顺延|缓(?:一缓|交|报|期)|往后(?:推|拖)|推迟|暂缓|提前|申诉|申请复议|转让|委托代办|变更|更名|改名|注销|缴费|收费"
)
# An amount that a question states; no clause states any.
_CLAIMED = re.compile(r"[\d一二两三四五六七八九十百千几]+(?:多|来)?[万亿](?:元|块)?")
_DATE_WANTED = re.compile("截止|几号|哪天|哪一天|日期|几月")
_CAUSES = {
    "exclusions.industry": "bad_industry",
    "exclusions.accidents": "accident",
    "exclusions.conduct": "misconduct",
}
_HOW_OFTEN = re.compile("(?:几|多少)(?:个)?[年月天].{0,6}一[次回届]|一年.{0,4}(?:几|多少)[次回届]")
_EVERY = re.compile("每[^，。]{1,6}一[次回届]")
_DETAILS = 4  # sentences after the direct answer: what a reader takes in at a glance
# 「决赛是不是每年都有」 asks how often, though it asks yes or no.
_YEARLY = (re.compile("每年.{0,4}(?:都|办|有)|年年"), re.compile("几年一次|每[^，。]{1,4}一次"))
# What an open question asks, and what a sentence that answers it says.
_ASKED = (
    _YEARLY,
    (re.compile("多少(?:万|亿|钱|元)|几[百千]?万|金额|多大力度"), re.compile("多少")),
    (re.compile("几天|多少天|多少个?工作日|几个工作日"), re.compile("几天")),
    (
        re.compile("一年(?:到头|里|内|之内)?[^，。]{0,4}(?:几|多少|两|三)(?:次|回|届|场|轮)"),
        re.compile("每[^，。]{1,6}一次"),
    ),
    (
        re.compile("几年(?:办|比|搞|举办|组织|来)?一|多久(?:办|比|搞|举办|组织|来)?一|多长时间一"),
        re.compile("几年一次|每[^，。]{1,4}一次"),
    ),
    (
        re.compile("怎么(?:申[请报]|提|处理|查|退|办)|如何(?:申[请报]|提|处理)|找谁|向谁"),
        re.compile("怎样|怎么"),
    ),
    (
        re.compile("几月|哪个月|什么时候|何时"),
        re.compile("哪个月|[一二三四五六七八九十\\d]月|何时|日期|在\\d{4}年"),
    ),
)


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Decide the question's topic; None where it has none that the rules can answer."""
    reading = read(plan.standalone)
    for topic in choose(plan, context, polar=reading.polar)[:2]:
        if topic == "validity":
            return in_force.of_the_measures(plan, composer, context, day)
        if not reading.polar and (listed := outline.answer(topic, composer)):
            return listed
        if topic == "requirement" and (told := requirements.answer(plan, reading, composer, context, day)):
            return told
        # 「政府还欠着补贴，这种能报吗」: what was told is no matter of its own beside the leave to apply
        if topic in _TOLD and asks_to_apply(plan) and topic not in strengths(reading.asking, polar=True):
            continue
        if topic not in TOPICS or (not reading.polar and topic not in _OPEN):
            return None
        if claimed := false_claim(topic, plan, context, day):
            claim, outcomes = claimed
            return _state(claim, read(claim.standalone), outcomes, composer)
        facts = facts_of(plan, context.registry, day)
        # a rule that does not apply may still say why, with a verdict (a city has no county quota)
        outcomes = [
            outcome
            for outcome in evaluate(facts, context.parameters, (topic,))
            if outcome.status != "not_applicable" or outcome.verdict is not None or outcome.citations
        ]
        # a topic of several rules answers by those that can tell, where any can
        outcomes = (
            [o for o in outcomes if o.status != "cannot_tell"] or _spoken_of(outcomes, plan) or outcomes
        )
        # who applies is no answer to a yes or no about something that names no applicant
        if topic == "subject" and reading.polar and all(o.status == "cannot_tell" for o in outcomes):
            continue
        if outcomes:
            return _state(plan, reading, outcomes, composer)
    return None


def _spoken_of(outcomes: list[Outcome], plan: Plan) -> list[Outcome]:
    """The outcomes of the rules that the question speaks of, where a topic has a rule for each cause."""
    cues = cues_in(plan.standalone)
    return [outcome for outcome in outcomes if _CAUSES.get(outcome.rule) in cues]


def _state(plan: Plan, reading: Reading, outcomes: list[Outcome], composer: Composer) -> Answer:
    topic = outcomes[0].topic
    verdict = _verdict(reading, topic, outcomes)
    stated = _stated(plan, outcomes)
    act = _UNREGULATED.search(plan.standalone) if topic != "reports_late" else None
    if reading.polar and (beyond := asked_beyond(topic, plan.standalone)):
        return _silent(beyond, outcomes, composer)
    if act:
        composer.add(f"文件没有规定“{act.group()}”。相关的规定是：\n")
        verdict = verdict and "conditional"
    begins = _asked_first(outcomes[0], plan, reading)[0].text
    if not stated and "没有" not in begins and (missing_what := _unsaid(plan)):
        composer.add(f"收录的文件没有写明{missing_what}。\n")
    claimed = _CLAIMED.search(plan.standalone) if topic in ("award", "project_support") else None
    if claimed and reading.polar:
        composer.add(f"文件没有写“{claimed.group()}”。\n")
        verdict = verdict and "conditional"
    wrong = _wrong_figures(plan, topic, outcomes)
    if wrong:
        composer.add(f"不是“{'”“'.join(wrong)}”。\n")
        verdict = "no" if reading.polar and verdict != "conditional" else verdict
    lead = "" if wrong or not stated else lead_of(topic, reading, verdict)
    told: list[Sentence] = []
    for place, outcome in enumerate(outcomes):
        first, rest = _asked_first(outcome, plan, reading)
        _add(begun(first, "" if place else lead, reading, verdict), composer)
        for sentence in rest[:_DETAILS]:
            if sentence not in told:
                _add(sentence, composer)
                told.append(sentence)
    if topic == "subject" and verdict == "yes" and (aspect := aspect_of(plan.standalone)):
        mark = composer.cite(aspect.doc, aspect.locator, aspect.quote)
        composer.add(f"{aspect.name}没有具体规定：文件{aspect.said or aspect.near}{mark}。\n")
    missing = list(dict.fromkeys(name for outcome in outcomes for name in outcome.missing))
    if missing and reading.polar:
        composer.add(f"\n补充以下情况可以答得更准：{'、'.join(missing)}。")
    if not stated and not any("请向" in sentence.text for sentence in told):
        composer.add(f"\n{WHOM_TO_ASK}")
    if not all(outcome.official for outcome in outcomes):
        composer.warn(
            "其中的数字来自公开转载的竞赛通知，不是正式文件原文，申报前请向市州工业和信息化局核实。"
        )
    return composer.build("answered" if stated else "no_evidence", verdict if stated else None)


def _silent(asked: str, outcomes: list[Outcome], composer: Composer) -> Answer:
    """Say that no document speaks of what is asked, and what the clause of the matter does say."""
    composer.add(f"文件没有写“{asked}”。相关的规定是：\n")
    for outcome in outcomes:
        by_notice = [sentence for sentence in outcome.details if "工作通知" in sentence.text]
        for sentence in (led(outcome.conclusion.statement, ""), *by_notice[:1]):
            _add(sentence, composer)
    composer.add(WHOM_TO_ASK)
    return composer.build("no_evidence")


def _unsaid(plan: Plan) -> str:
    """What the question asks for and the rules do not hold, "" where their own sentences say so better."""
    if unit := re.search(r"(?:几|多少)(?:个)?(工作日|天|分|份|届|页)", plan.standalone):
        return {"分": "分值", "份": "份数", "页": "页数", "届": "届数"}.get(unit.group(1), "天数")
    return {"amount": "金额", "telephone": "联系方式", "place": "地点", "date": "具体日期"}.get(
        plan.expected, ""
    )


def _wrong_figures(plan: Plan, topic: str, outcomes: list[Outcome]) -> list[str]:
    if topic not in _FIGURES or (topic == "quota" and read(plan.standalone).mood == "may"):
        return []
    statements = [sentence.text for outcome in outcomes for sentence in outcome.sentences]
    statements += [cite.quote for outcome in outcomes for cite in outcome.citations]
    return contradictions(plan.standalone, statements)


def _verdict(reading: Reading, topic: str, outcomes: list[Outcome]) -> Verdict | None:
    if not reading.polar:
        return None
    verdicts = [outcome.verdict for outcome in outcomes if outcome.verdict is not None]
    decided: Verdict = verdicts[0] if verdicts else "conditional"
    # 「都会被推荐吗」: what is possible is not certain
    if topic == "national" and reading.always and decided == "conditional":
        return "no"
    # what a clause asks for is had: that alone does not let one apply
    open_case = topic == "requirement" or (topic == "conditions" and outcomes[0].status == "cannot_tell")
    if open_case and reading.mood == "may" and verdict_for(topic, decided, reading) == "yes":
        return "conditional"
    unknown = outcomes[0].status == "cannot_tell"
    if topic == "final_entry" and reading.mood == "must" and decided == "conditional" and unknown:
        return "yes"
    return verdict_for(topic, decided, reading)


def _asked_first(outcome: Outcome, plan: Plan, reading: Reading) -> tuple[Sentence, tuple[Sentence, ...]]:
    """The sentence that answers what an open question asks (多少, 几天, 怎么), and the others after it."""
    statement, details = outcome.conclusion.statement, outcome.details
    for asked, told in _ASKED:
        if reading.polar and asked is not _YEARLY[0]:
            continue
        if not asked.search(plan.standalone) or told.search(statement.text):
            continue
        for place, sentence in enumerate(details):
            if told.search(sentence.text):
                return sentence, (led(statement, ""), *details[:place], *details[place + 1 :])
    return statement, details


def _stated(plan: Plan, outcomes: list[Outcome]) -> bool:
    """Whether the rules' sentences hold what the kind of question demands (an amount, a place, so many days)."""
    text = "".join(sentence.text for outcome in outcomes for sentence in outcome.sentences)
    topics = {outcome.topic for outcome in outcomes}
    if topics == {"reports"} and "份" in plan.standalone:
        return True  # two are told of, each with its month
    if topics == {"notice"} and _DATE_WANTED.search(plan.standalone) and plan.expected == "date":
        return False
    if plan.expected == "amount":
        return has_shape(text, "amount") and not topics & {"award", "award_use"}
    if plan.expected in ("telephone", "place") and not has_shape(text, plan.expected):
        return topics == {"award_use"} and plan.expected == "place"
    if plan.expected == "yes_no":
        return True
    if _HOW_OFTEN.search(plan.standalone) and _EVERY.search(text):
        return True
    return not asks_own_unit(plan.standalone) or has_unit_asked(text, plan.standalone)


def _add(sentence: Sentence, composer: Composer) -> None:
    marks = "".join(composer.cite(cite.doc, cite.locator, cite.quote) for cite in sentence.citations)
    text = sentence.text.strip()
    end = text[-1] if text and text[-1] in "。！？" else "。"
    composer.add(f"{text.rstrip('。！？')}{marks}{end}\n")
