"""Particulars of the documents: who issued them and when, number, to whom, by which meeting, whether one may quote them.

A question is about particulars where its words, less the document's name and what asks, say nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.document_lines import dated_line, marked, name, unofficial_line
from assistant.answering.documents_meant import documents_meant, without_names
from assistant.answering.validity import chinese_date
from assistant.conversation.lexicon import FUNCTION_CHARACTERS, content_words, fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer, Verdict
from index.documents import Document

_WHEN = (
    r"(?:什么时候|什么时间|何时|多会儿?|哪一?[天年日月]|几几年|几月几?[号日]?|几[号日]|时间|日期|年份|年月)"
)
_ISSUE = r"(?:印发|印(?:的|制)|发布|出台|公布|颁布|下发|签发|制[定订]|起草|发(?:的|出|下|文)?|出(?:的|来|炉|台)?|定(?:的|下|出)?|[搞弄写](?:的|出)|落款|下来|成文)"
_WHO = r"(?:谁|哪(?:一)?(?:个|家|些|几个|几家)?(?:部门|单位|机关|机构|厅|局|委|办|地方|里|儿|家)|哪(?:一)?个(?![^，。?]{0,2}[月年天])|(?:什么|啥)(?:部门|单位|机关|机构|人))"
# What asks for another batch, another year or the next time asks for no particulars of these documents.
_OTHER = re.compile(
    r"新的|新(?=办法|规划|方案|名单|文件)|下一?批|下次|下回|第[二三四五2-5]批|[今明后每]年|以后|将来|一般|通常|实施|施行|生效|执行|到期|过期|失效"
)
# What a question says around the particulars: 我们写材料想引一句……
_AROUND = re.compile(
    r"(?:中国)?电子报|媒体|报纸|报社|文章|十四五|第一批|省里|咱省|我省|湖南|集群|[写做报](?:个|份)?(?:材料|汇报|总结|文章|报告)|申报材料|申报书|材料|汇报|[这那](?:份|篇|个|套|句|部)|文件|想|一句|几句|当初|当时|到底|究竟|最早|原来|收(?:录|的|了)|你们|里头?|中|上"
)
_LEFT = 2  # characters that may be left over
_LEFT_OF_PRESS = 6  # ... where it is asked whether one may go by a press report, whatever for


@dataclass(frozen=True)
class _Case:
    text: str
    polar: bool
    composer: Composer


# Bodies that a question may take for the issuer.
_BODIES = (
    (re.compile("省政府|省人民政府|省里政府"), "湖南省人民政府"),
    (re.compile("省委"), "省委"),
    (re.compile("工信厅|工业和信息化厅|(?<!公)厅里|省厅"), "工业和信息化厅"),
    (re.compile("发改委|发展改革委"), "发展改革委"),
    (re.compile("科技厅"), "科学技术厅"),
    (re.compile("财政厅"), "财政厅"),
    (re.compile("国务院|工信部|国家"), "国务院"),
    (re.compile("市里|市政府|市州"), "市人民政府"),
)
_BODY = "|".join(words.pattern for words, _ in _BODIES)

_Told = tuple[str, Verdict | None]


def _number(document: Document, case: _Case) -> _Told:
    has: Verdict | None = ("yes" if document.number else "no") if case.polar else None
    if document.number:
        mark = marked(document, case.composer, document.number)
        return (
            f"{name(document)}的文号是{document.number}{mark}。\n{dated_line(document, case.composer)}",
            has,
        )
    if document.issued is None:
        return f"{name(document)}没有载明文号{_opening(document, case)}。\n", has
    return f"{name(document)}没有载明文号。\n{dated_line(document, case.composer)}", has


def _addressee(document: Document, case: _Case) -> _Told:
    opening = document.clauses[0]
    line = re.search(r"^([^\n《》]{2,60})[：:]\s*$", opening.text, re.MULTILINE)
    if line is None:
        return f"{name(document)}收录的文本没有写发给谁{_opening(document, case)}。\n", None
    mark = case.composer.cite(document.id, opening.locator, line[1])
    return f"{name(document)}发给{line[1]}{mark}。\n", None


def _approval(document: Document, case: _Case) -> _Told:
    said = re.search(
        r"已?经[^。；;，,\n]{2,20}(?:审议通过|同意)|经自愿申报[^。；;\n]*?程序", document.clauses[0].text
    )
    if said is None:
        return f"{name(document)}收录的文本没有写经过什么会议或者由谁批准{_opening(document, case)}。\n", None
    mark = case.composer.cite(document.id, document.clauses[0].locator, said.group())
    asked = re.findall(
        r"厅务会|省政府|省委|人大|常务会|常委会|专家|评审|会议", case.text.replace("人民政府", "政府")
    )
    found = said.group().replace("人民政府", "政府").replace("省委、省政府", "省委省政府")
    right: Verdict = "yes" if all(body in found for body in asked) else "no"
    lead = "没有这样写：" if case.polar and right == "no" else ""
    return f"{lead}{name(document)}写的是“{said.group()}”{mark}。\n", right if case.polar else None


def _trial(document: Document, case: _Case) -> _Told:
    trial = re.search(r"试行|暂行|征求意见", document.title)
    if trial:
        return f"{name(document)}的标题写明“{trial.group()}”{_opening(document, case)}。\n", "yes"
    term = re.search(r"有效期\d+年", document.body)
    told = f"；有效期另写了：{term.group()}{marked(document, case.composer, term.group())}" if term else ""
    final = re.search(r"正式", case.text) is not None
    verdict: Verdict = "yes" if final else "no"
    lead = "是正式印发的" if final else "不是"
    return (
        f"{lead}：{name(document)}的标题和正文没有“试行”“暂行”或者“征求意见”的字样{_opening(document, case)}{told}。\n",
        verdict if case.polar else None,
    )


def _title(document: Document, case: _Case) -> _Told:
    return f"全称是{name(document)}{_opening(document, case)}。\n", None


def _issuer(document: Document, case: _Case) -> _Told:
    sentence = re.search(rf"[^。，,\n]{{0,4}}由{document.issuer}印发", document.body)
    mark = marked(document, case.composer, sentence.group() if sentence else document.issuer.split(" ")[0])
    mark = mark or _opening(document, case)
    told = "" if document.issued or not document.official else f"（{document.source}）"
    bodies = [body for words, body in _BODIES if words.search(case.text)]
    right = [body for body in bodies if body in document.issuer]
    verdict: Verdict | None = None
    if case.polar and bodies:
        verdict = "yes" if right else "no"
    lead = {"yes": "是的：", "no": "不是：", None: ""}[verdict]
    return f"{lead}{name(document)}由{document.issuer}印发{told}{mark}。\n", verdict


def _date(document: Document, case: _Case) -> _Told:
    if document.issued:
        return dated_line(document, case.composer), None
    if document.published:
        day = chinese_date(document.published)
        told = f"收录的文本没有载明印发日期，是据{day}的报道整理的"
    else:
        told = f"是{document.source}，文本没有写明印发日期"
    return f"{name(document)}{told}{_opening(document, case)}。\n", None


def _reliance(document: Document, case: _Case) -> _Told | None:
    if document.official:
        return None
    asking = read(case.text).asking or case.text
    report = re.search(r"(?:是|属于|算)[^，。?]{0,4}(?:报道|摘要|转载|新闻)", asking) is not None
    lead = "是报道的摘要" if report else "不能当作正式文件引用"
    told = unofficial_line(document, case.composer)
    return f"{lead}：{told}", ("yes" if report else "no") if case.polar else None


def _source(document: Document, case: _Case) -> _Told:
    return f"这里收录的{name(document)}，来源是{document.source}{_opening(document, case)}。\n", None


def _opening(document: Document, case: _Case) -> str:
    return case.composer.cite(document.id, document.clauses[0].locator)


@dataclass(frozen=True)
class _Matter:
    words: re.Pattern[str]
    tell: Callable[[Document, _Case], _Told | None]


_MATTERS = (
    _Matter(
        re.compile(
            r"(?:印发|下发|发|送|寄)(?:给|到|往|至)(?:了)?(?:的)?(?:是)?(?:谁|哪些?(?:人|单位|部门|地方)?|什么(?:人|单位)?)(?:的|看)?|主送(?:单位|机关)?|抬头|给谁(?:发|印发|下发)的|发文对象"
        ),
        _addressee,
    ),
    _Matter(
        re.compile(r"文号|发文字号|文件(?:编)?号|编号|(?:多少|什么|几)号(?:文|文件)(?!件?是)|多少号$"),
        _number,
    ),
    _Matter(
        re.compile(
            r"(?:什么|哪个|哪次|哪一级)(?:的)?(?:会议|会)(?!有|被|不)[^，。?]{0,3}(?:审议|讨论|研究|审|通过|定|过|批)(?:下来|通过|过)?(?:的)?|"
            r"经(?:过)?了?(?:谁|什么|哪)[^，。?]{0,6}(?:审议|批准|同意|审定|通过|研究|程序)(?:的)?|"
            r"(?:谁|哪一?级|哪(?:个|些)?(?:部门|单位|领导)?)(?:审议|批准|批|同意|点头|拍板|审定)(?:的|过)?|"
            r"[上过经](?:没|过)?(?:上|过)?(?:了)?[^，。?]{0,4}(?:厅务会|常务会议?|常委会|会议|会)(?:审议|研究|讨论|通过|过|没有?|了|吗|的)*|"
            r"(?:厅务会|省委|省政府|省人民政府|人大|常委会|常务会)[^，。?]{0,6}(?:审议|通过|同意|批准|批)(?:过|的|了)*|审议通过(?:的|了|过)*"
        ),
        _approval,
    ),
    _Matter(re.compile(r"试行|暂行|征求意见(?:稿)?|草案|正式(?:版|稿|印发)"), _trial),
    _Matter(
        re.compile(
            r"全称|全名|(?:正式|完整)的?(?:名称|标题|名字)|(?:标题|题目|名字|名称)(?:是|叫)?什么|叫什么(?:名字?)?"
        ),
        _title,
    ),
    _Matter(
        re.compile(
            rf"{_WHO}[^，。?评审选推批能可来]{{0,2}}{_ISSUE}(?:的)?|(?:印发|发布|出台|公布|颁布|下发|签发|起草|落款)(?:的)?(?:单位|机关|部门|方)?(?:的)?(?:是|叫)?{_WHO}|(?:发文|印发|制[定订]|发布|出台|颁布|落款|签发)(?:的)?(?:单位|机关|部门)|出自{_WHO}(?:之手)?|{_WHO}的(?:文件|文|手笔)|(?:部门|厅里|省政府|省委|省里|中央|国家|党委|地方)(?:的)?(?:规范性)?文件|(?:什么|哪一?|啥)级(?:别)?的?(?:文件|文)|(?:{_BODY})[^，。?评审选推批同审]{{0,2}}{_ISSUE}(?:的)?"
        ),
        _issuer,
    ),
    _Matter(
        re.compile(
            rf"{_WHEN}[^，。?]{{0,2}}(?:{_ISSUE}|上网)(?:的|来的)?|(?:印发|发布|出台|公布|颁布|下发|签发|起草|落款|成文|制[定订])(?:的)?(?:是)?(?:在)?{_WHEN}|(?:哪|几几)一?年的|落款[^，。?]{{0,4}}(?:几|哪|日|时)[^，。?]{{0,4}}|^(?:又|那|是|在)*{_WHEN}(?:的|呢|啊)*$"
        ),
        _date,
    ),
    _Matter(
        re.compile(
            r"(?:能|可以|能不能|可不可以|可否|能否|敢)?(?:直接|拿来|拿去|放心)?(?:被|作为|当作?|做)?(?:正式)?(?:的)?(?:(?:引用|引)(?!进)|当真|依据(?!的?(?:是)?(?:什么|哪|谁))|靠得住|靠不靠得住|靠谱|可信|能?信(?:吗|么|不|得过)|可靠|信得过|权威|作准|准不准|写进|写到|写入|官方|红头)|"
            r"(?:是|属于|算)?(?:不是)?(?:正式)?(?:原文|摘要|转载|报道|新闻稿?|正式文件|官方文件)"
        ),
        _reliance,
    ),
    _Matter(
        re.compile(
            r"(?:从|在)?哪(?:里|儿|个网站|(?=来))[^，。?]{0,2}(?:来|发布|公布|登|刊|转|抄|搞来|找来)(?:出来)?(?:的)?|出处|来源|来路"
        ),
        _source,
    ),
)


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell the particulars asked for; None where the question asks for anything else."""
    if plan.clusters or plan.locators or plan.divisions:
        return None
    documents = [document for document in documents_meant(plan, context) if not document.added]
    if not documents or _OTHER.search(fold(plan.standalone)):
        return None
    asked, rest = _asked(without_names(plan.standalone, documents))
    press = any(matter.tell is _reliance for matter in asked) and not all(d.official for d in documents)
    if not asked or len(rest) > (_LEFT_OF_PRESS if press else _LEFT):
        return None
    case = _Case(fold(plan.standalone), read(plan.standalone).polar, composer)
    verdict: Verdict | None = None
    told = False
    for document in documents:
        # a follow-up (哪天呢) is told before what was asked ahead of it
        for matter in asked if plan.standalone == plan.question else asked[::-1]:
            if said := matter.tell(document, case):
                composer.add(said[0])
                verdict, told = verdict or said[1], True
    if not told:
        return None
    return composer.build("answered", verdict)


def _asked(text: str) -> tuple[list[_Matter], str]:
    """The particulars asked for, and what the clauses that ask for them say besides."""
    asked, rest = [], ""
    for clause in re.split(r"[，,。；;？?！!：:\s]|(?<=的)、", text):
        matters = [matter for matter in _MATTERS if matter.words.search(clause)]
        left = clause
        for matter in matters:
            left = matter.words.sub("、", left)
        if matters:
            rest += "".join(c for c in content_words(_AROUND.sub("、", left)) if c not in FUNCTION_CHARACTERS)
        asked += [matter for matter in matters if matter not in asked]
    return asked, rest
