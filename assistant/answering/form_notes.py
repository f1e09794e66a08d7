"""What the forms note beside their rows: page numbers, proof of the promotion organisation, the outline, rows of one category."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.form_labels import FORMS, STAGES, entries
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer, Verdict
from index.clauses import Clause
from index.documents import Document

_PAGES = re.compile(r"页码|第几页|哪一页|(?:标|注|写)(?:明|上|注)?.{0,4}页")
_PROOF = re.compile(r"佐证|证明|证书|材料|附件|资料")
_ORGANISATION = re.compile(r"促进(?:组织|中心|会|机构)|(?:我们|咱们)协会")
_PAPERS = re.compile(
    r"(?:附|交|提供|准备|要|提交)[^，。,？?]{0,8}(?:证明|佐证|执照|批文|证书|材料|资料)|(?:证明|佐证|证书|执照|批文)(?:材料|资料|文件)?[^，。,？?]{0,6}(?:哪|什么|附|交|提供|包括)"
)
_OUTLINE = re.compile(r"提纲|大纲|实施方案[^，。,？?]{0,6}(?:结构|章节|框架|格式|顺序)")
_FREE = re.compile(r"改|调整|合并|并(?:一起|成|到)|增|减|加|删|换|灵活|自己定|自行")
_PARTS = re.compile(
    r"(?:几|哪|多少)(?:几)?个?(?:大)?(?:部分|块|章)|每(?:一)?(?:部分|块)|各部分|分(?:为|成)?(?:几|哪)"
)
_FIXED = re.compile(r"死的|固定|必须|一定要|严格|照(?:着|搬|抄)|不能动|硬性|一字不")
_ONLY = re.compile(r"(?:只有|仅|只|单独|专门)[^，。,？?]{0,10}(?:特色|中小企业)[^，。,？?]{0,8}(?:填|报|写)")
_BOTH = re.compile(r"(?:特色|中小企业).{0,16}先进制造|先进制造.{0,16}(?:特色|中小企业)")
# 「初赛要不要填决赛的表」: the form of one stage at the other.
_OTHER_FORM = re.compile(
    r"(?P<at>初赛|决赛)[^，。,？?]{0,12}(?:填|写|交|用|报|附|准备|带上?)[^，。,？?]{0,8}(?P<of>初赛|决赛)[^，。,？?]{0,6}(?:表|报告|内容|材料|那份|那张|部分)|"
    r"(?P<at2>初赛|决赛)(?:的时候|阶段|时)?[，,]?[^，。,？?]{0,8}(?P<of2>初赛|决赛)[^，。,？?]{0,6}(?:表|报告|内容|材料|那份|那张|部分)[^，。,？?]{0,10}(?:填|写|交|用|报|附|准备|带)"
)
_HELD = re.compile(r"沿用|照抄|照搬|复制|改一?改|模板|一起交|一次交|一样|相同|区别|不同|差别|先把|提前|修改")
_SAME_FORM = re.compile(
    r"(?:填|用|交|报)?[^，。,？?]{0,6}(?:表|报告|材料)[^，。,？?]{0,6}(?:一样|相同|区别|不同|分开|两份|同一|一个)|[多少]填"
)


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell what the forms note; None where the question asks for none of it."""
    text = fold(plan.standalone)
    if (plan.documents and FORMS not in plan.documents) or plan.clusters or plan.divisions:
        return None
    document = context.corpus.documents[FORMS]
    ways: tuple[tuple[bool, Callable[[Plan, str, Composer, Document], Answer | None]], ...] = (
        (_OTHER_FORM.search(text) is not None and not _HELD.search(text), _other_form),
        (bool(_PAGES.search(text) and (_PROOF.search(text) or "页码" in text)), _pages),
        (bool(re.search("提纲|大纲|实施方案", text) and _PARTS.search(text)), _outline_parts),
        (bool(_OUTLINE.search(text) and (_FREE.search(text) or _FIXED.search(text))), _outline),
        (bool(_ORGANISATION.search(text) and _PAPERS.search(text) and "申报条件" not in text), _papers),
        (bool(_ONLY.search(text) or (_BOTH.search(text) and _SAME_FORM.search(text))), _one_category),
    )
    for asked, way in ways:
        if asked and (told := way(plan, text, composer, document)):
            return told
    return None


def _noted(document: Document, words: str) -> list[Clause]:
    """The innermost clauses of the forms that have some words."""
    return [
        clause
        for clause in document.clauses
        if words in clause.text and clause.locator.split(" ")[0] in STAGES
    ]


def _verdict(plan: Plan, so: bool) -> Verdict | None:
    reading = read(plan.standalone)
    if not reading.polar:
        return None
    return "yes" if so != reading.turned else "no"


def _pages(plan: Plan, text: str, composer: Composer, document: Document) -> Answer | None:
    rows = _noted(document, "标注所在页码")
    if not rows:
        return None
    stages = {row.locator.split(" ")[0] for row in rows}
    marks = "".join(composer.cite(FORMS, row.locator, "需提供佐证材料，并标注所在页码，下同") for row in rows)
    noted = plan.contest_stage is None or plan.contest_stage in stages
    composer.add(
        f"{'要标注页码' if noted else f'{plan.contest_stage}表没有写要标注页码'}：{'、'.join(sorted(stages, key=STAGES.index))}参赛报告{rows[0].locator.split(' ')[1]}“上市和挂牌企业数量”一行写明"
        f"“需提供佐证材料，并标注所在页码，下同”，其后注明需提供佐证材料的各行也照此办理{marks}。\n"
    )
    other = [stage for stage in STAGES if stage not in stages]
    for stage in other:
        twin = next(
            (c for c in document.clauses if c.locator.startswith(f"{stage} 2.2 上市和挂牌企业数量")), None
        )
        if twin:
            composer.add(f"{stage}参赛报告同一行只写“需提供佐证材料”{composer.cite(FORMS, twin.locator)}。\n")
    return composer.build("answered", ("yes" if noted else "no") if read(plan.standalone).polar else None)


def _other_form(plan: Plan, text: str, composer: Composer, document: Document) -> Answer | None:
    """Each stage has a form of its own; that of the final asks for what came after the preliminary."""
    match = _OTHER_FORM.search(text)
    at, of = (match["at"] or match["at2"], match["of"] or match["of2"]) if match else ("", "")
    if at == of or not read(plan.standalone).polar:
        return None
    marks = "".join(composer.cite(FORMS, stage) for stage in STAGES)
    composer.add(f"不用：初赛和决赛各有一份参赛报告，{at}填{at}的那一份{marks}。\n")
    told = "集群在初赛胜出后的总体情况"
    if at == STAGES[0]:
        composer.add(f"决赛的那一份写的是“{told}”{composer.cite(FORMS, '决赛 2.8', told)}。\n")
    else:
        composer.add("初赛的那一份要不要再交一次，文件没有写，以当年的工作通知为准。\n")
    without = re.search(r"不(?:用|必|需要?|填|交|写)", text.replace("要不要", "要").replace("用不用", "用"))
    return composer.build("answered", "yes" if without else "no")


def _outline(plan: Plan, text: str, composer: Composer, document: Document) -> Answer | None:
    clauses = _noted(document, "本提纲仅作为参考")
    if not clauses:
        return None
    words = re.search(r"本提纲仅作为参考[^。]*", clauses[0].text)
    mark = composer.cite(FORMS, clauses[0].locator, words.group() if words else None)
    composer.add(f"提纲不是固定的，可以调整：“{words.group() if words else ''}”{mark}。\n")
    return composer.build("answered", _verdict(plan, not _FIXED.search(text)))


def _outline_parts(plan: Plan, text: str, composer: Composer, document: Document) -> Answer | None:
    clauses = _noted(document, "本提纲仅作为参考")
    parts = re.findall(r"(第[一二三四五六七八九]部分：[^\n]+)\n+([^\n]+)", clauses[0].text) if clauses else []
    if not parts or plan.contest_stage == STAGES[1]:
        return None
    composer.add(f"{clauses[0].locator}的参考提纲分{len(parts)}个部分：\n")
    for title, content in parts:
        mark = composer.cite(FORMS, clauses[0].locator, title)
        composer.add(f"{title}——{content.strip().rstrip('。')}{mark}。\n")
    return composer.build("answered")


def _papers(plan: Plan, text: str, composer: Composer, document: Document) -> Answer | None:
    clauses = [
        c for c in _noted(document, "注册登记执照") if plan.contest_stage in (None, c.locator.split(" ")[0])
    ]
    if not clauses:
        return None
    clause = clauses[0]
    words = re.search(r"包括[^。]*", clause.text)
    told = words.group() if words else ""
    composer.add(f"{clause.locator}写的是“{told}”{composer.cite(FORMS, clause.locator, told or None)}。\n")
    if plan.contest_stage is None:
        composer.add(f"决赛参赛报告没有这一节{composer.cite(FORMS, '决赛')}。\n")
    return composer.build("answered")


def _one_category(plan: Plan, text: str, composer: Composer, document: Document) -> Answer | None:
    found = [entry for stage in STAGES for entry in entries(stage) if entry.only_category]
    if not found:
        return None
    marks = "".join(composer.cite(FORMS, f"{e.stage} {e.section} {e.label}") for e in found)
    names = "、".join(dict.fromkeys(f"{e.section}“{e.name}”" for e in found))
    if not _ONLY.search(text):
        composer.add("用的是同一份参赛报告，表格相同。\n")
    composer.add(f"注明仅{found[0].only_category}填报的是{names}，其他各行没有分类别{marks}。\n")
    return composer.build("answered")
