"""Who stands in the forms: whose names, whose seal, whose papers, and who writes which part."""

from __future__ import annotations

import re

from assistant.answering.form_told import Question, Reply

_OPINION = re.compile(
    r"政府(?:的)?(?:意见|盖章|公章|章)|(?:盖|代替|代|顶替|替).{0,8}政府|(?:市|县|区|州|乡|镇|省)政府[^，。,]{0,6}(?:盖|章)|意见(?:那|这)?(?:一)?栏"
)
_OTHER_SEAL = re.compile(
    r"工信局|科工局|局|管委会|办公室|办的章|开发区|高新区|园区|协会|促进|街道|乡镇|乡|镇政府|镇里|部门|党委|人大"
)
_HIGHER = re.compile(r"市政府|州政府|市里|市州政府|省政府|市人民政府|地级市|区政府|市级")
_BELOW = re.compile(r"街道|乡政府|镇政府|乡镇|镇里|村")
_MAY = re.compile(r"行|可以|能|成|代|替|算|还是|非得|必须|一定")
_PERSONS = re.compile(
    r"(?:哪|几|多少)[些几]?个?人|谁的(?:名字|姓名|电话|信息|联系方式)|哪些人员?|(?:填|写|登记|留)[^，。,]{0,4}谁|人员信息|(?:填|写|登记|留)(?:些)?(?:什么|哪些|啥)信息"
)
_PARK = re.compile(r"园区")
_PROMOTER = re.compile(r"促进组织|促进中心|促进会|协会|商会|联盟")
_GOVERNMENT = re.compile(r"政府|县里")
_NAMES_TALK = re.compile(r"基本信息|登记|填|写|留|联系|电话|姓名|表")
_PAPER = {"批文": re.compile(r"批文|批复|成立文件"), "执照": re.compile(r"执照|登记证|法人证|注册证")}
_BOTH = re.compile(
    r"(?:两|二)(?:个|样|份|者)?(?:都|全|均)|都(?:要|得|需)|同时|一起交|任选|二选一|选一|其中(?:一|之一)|有一(?:个|样)"
)
_MY_PARTS = re.compile(
    r"(?:填|写|负责|准备|提供|弄|整|做|牵头|管)[^，。,]{0,8}(?:哪|那)[几些]?(?:个|一)?(?:部分|块|内容|章节|表|页|项|东西)|(?:哪|那)[几些]个?(?:部分|块|章节|内容|表)[^，。,]{0,10}(?:填|写|负责|准备|出|归|由|是我)|具体是哪[几些]"
)


# What only the preliminary's form asks for: how it is called, its section, the words there.
_ONLY_PRELIMINARY = (
    (r"执照|批文|登记证", "4.3", "机构成立批文或注册登记执照复印件"),
    (r"办公(?:场所|场地|室|地点|用房)", "4.3", "固定的办公场所证明"),
    (r"资历|负责人.{0,6}证书", "4.3", "机构负责人相关资历证书"),
    (r"简历", "4.1", "主要负责人简历和工作业绩"),
    (r"组织架构|组建方式", "4.1", "组建方式及组织架构"),
    (r"三年(?:的)?(?:发展)?目标|发展目标|目标(?:值|表)", "5.1", "未来三年集群主要经济指标发展目标"),
)
_AGAIN = re.compile(
    r"(?:要|用|需要?|得|应|该|还|再)(?:不要|不用)?(?:再|重新|另外?)?(?:填|交|写|提交|附|做|准备|提供|有)|还(?:要|用|有)|[要用]不[要用]|不(?:用|必|需要|写|交|填|附)"
)
_LEFT_AWAY = re.compile(
    r"不(?:给|交|附|提供|放|要)[^，。,]{0,6}(?:行|可以|成|能)|(?:可以|能)不(?:给|交|附|提供|放)"
)
_PERSON_CELL = re.compile(r"电话|手机|职务|姓名|名字|单位名称")
_TWO = re.compile(r"[两二三几多]个|两位|多人")
_NEED_NOT = re.compile(r"(?<![要用])不(?:用|必|需要|写|交|填|附)[^，。,]{0,10}(?:吗|了吧|吧|对)|可以不")


def _seal(question: Question) -> Reply | None:
    """Whose seal the opinion of the government takes."""
    text = question.text
    if not _OPINION.search(text) or not _MAY.search(text):
        return None
    marks = question.quote("一", "集群所在地县以上人民政府意见")
    said = f"第一部分写的是“集群所在地县以上人民政府意见”，由县以上人民政府盖章{marks}。"
    rest = re.sub(r"(?:县|市|区)?(?:人民)?政府(?:的)?(?:意见|章|公章)", "", text)
    if _BELOW.search(text):
        return Reply(f"不行：{said}乡镇、街道不是县以上人民政府。\n", question.verdict(False))
    if _OTHER_SEAL.search(rest) and not _HIGHER.search(rest):
        return Reply(
            f"不行：{said}部门、园区管委会的章不是人民政府的章；能否变通，参赛报告没有写，请向所在市州工业和信息化局确认。\n",
            question.verdict(False),
        )
    if _HIGHER.search(text):
        return Reply(
            f"可以：{said}市州政府也在县以上，不是非县政府不可；跨县的由哪级盖，请向所在市州工业和信息化局确认。\n",
            question.verdict(True) or "yes" if "行不行" in text else question.verdict(True),
        )
    return None


def _persons(question: Question) -> Reply | None:
    """Whose names and telephones the first part asks for."""
    text = question.text
    if not _PERSONS.search(text) or not _NAMES_TALK.search(text):
        return None
    if _PARK.search(text):
        who = "集群核心承载园区"
    elif _PROMOTER.search(text):
        who = "集群促进组织"
    else:
        return None
    marks = "".join(
        question.composer.cite("report-2023", locator)
        for stage in ("初赛", "决赛")
        if question.plan.contest_stage in (None, stage)
        for row in ("负责人姓名、职务", "联系人姓名、职务")
        if question.document.clause(locator := f"{stage} 一 {who} {row}")
    )
    return Reply(f"两个人：{who}的负责人和联系人，各填姓名、职务和电话；另填单位名称{marks}。\n")


def _papers(question: Question) -> Reply | None:
    """That one of the two papers of the promotion organisation will do."""
    text = question.text
    if not all(pattern.search(text) for pattern in _PAPER.values()):
        return None
    missing = [
        name
        for name, pattern in _PAPER.items()
        if re.search(rf"(?:没有?|无|缺|未|不是|拿不出)[^，。,批执登]{{0,5}}(?:{pattern.pattern})", text)
    ]
    if len(missing) == 2 or not (missing or _BOTH.search(text) or "还是" in text):
        return None
    words = "机构成立批文或注册登记执照复印件"
    mark = question.quote("4.3", words, ("初赛",))
    if not mark:
        return None
    if missing:
        has = next(name for name in _PAPER if name not in missing)
        return Reply(f"有{has}就行：初赛 4.3写的是“{words}”{mark}，两样有一样即可。\n", "yes")
    demanded = re.search(r"都(?:要|得|需)|同时|必须|一起交", text)
    return Reply(f"有一样即可：初赛 4.3写的是“{words}”{mark}。\n", question.verdict(not demanded))


def _parts(question: Question) -> Reply | None:
    """Which parts of the form are about the park, the promotion organisation or the government."""
    text = question.text
    if not _MY_PARTS.search(text) or not re.search(r"报告|表|材料|参赛", text):
        return None
    if _PARK.search(text):
        return Reply(
            f"写园区的是第三部分：3.1园区主要经济指标{question.quote('3.1', '园区主要经济指标')}，"
            f"3.2集群核心承载园区推进集群发展自评报告{question.quote('3.2', '集群核心承载园区推进集群发展自评报告')}。\n"
            f"第一部分还要填园区的单位名称、负责人和联系人{question.quote('一', '集群核心承载园区')}，"
            f"真实性声明要园区负责人签字、单位盖章{question.quote('6.1', '集群核心承载园区负责人签字')}。\n"
        )
    if _PROMOTER.search(text):
        return Reply(
            f"写促进组织的是第四部分：初赛是“集群发展促进组织情况”（4.1至4.3），决赛是“集群发展促进组织运营情况”{question.quote('四', '促进组织')}。\n"
            f"第一部分还要填促进组织的单位名称、负责人和联系人{question.quote('一', '集群促进组织')}，"
            f"真实性声明要促进组织负责人签字、单位盖章{question.quote('6.1', '集群促进组织负责人签字')}。其余部分由谁执笔，参赛报告没有写。\n"
        )
    if _GOVERNMENT.search(text):
        return Reply(
            f"要政府出面的有两处：第一部分的“集群所在地县以上人民政府意见”盖章{question.quote('一', '集群所在地县以上人民政府意见')}；"
            f"初赛第五部分的实施方案由集群所在地县以上人民政府牵头编制{question.quote('五', '集群所在地县以上人民政府', ('初赛',))}。\n"
        )
    return None


def _dropped(question: Question) -> Reply | None:
    """That the final's form does not ask again for what only the preliminary's holds."""
    text = question.text
    if question.plan.contest_stage != "决赛" or not _AGAIN.search(text):
        return None
    found = next((item for item in _ONLY_PRELIMINARY if re.search(item[0], text)), None)
    if found is None:
        return None
    _, number, words = found
    mark = question.composer.cite("report-2023", f"初赛 {number}", words)
    told = f"不用：“{words}”只在初赛参赛报告的{number}{mark}，决赛的参赛报告没有这一部分{question.composer.cite('report-2023', '决赛')}。\n"
    if number == "4.3":
        told += f"决赛只有一个“佐证材料”部分，放表内注明需提供的佐证{question.composer.cite('report-2023', '决赛 六')}。\n"
    so = _NEED_NOT.search(text) is not None
    return Reply(told, question.verdict(so) and ("yes" if so else "no"))


def _date(question: Question) -> Reply | None:
    """That seals and signatures are dated."""
    text = question.text
    if not re.search(r"日期|年月日|落款", text) or not re.search(
        r"盖章|签字|公章|[的个]章|声明|政府意见", text
    ):
        return None
    number, words = (
        ("6.1", "集群促进组织负责人签字")
        if re.search("声明|签字", text)
        else ("一", "集群所在地县以上人民政府意见")
    )
    return Reply(
        f"要写：表上{'签字盖章' if number == '6.1' else '盖章'}处印有年、月、日{question.quote(number, words)}。\n",
        question.verdict(True),
    )


def _needed(question: Question) -> Reply | None:
    """That an office and the head's qualification are to be proved, whoever would leave it out."""
    text = question.text
    if question.plan.contest_stage == "决赛" or not _LEFT_AWAY.search(text) or question.verdict(True) is None:
        return None
    found = next((item for item in _ONLY_PRELIMINARY[1:3] if re.search(item[0], text)), None)
    if found is None:
        return None
    _, number, words = found
    mark = question.quote(number, words, ("初赛",))
    return Reply(
        f"不行：初赛{number}列明要附“{words}”{mark}；缺了怎么处理，参赛报告没有写，请向所在市州工业和信息化局确认。\n",
        "no",
    )


def _person_cell(question: Question) -> Reply | None:
    """That names, positions and telephones of head and contact are asked for, and how many is not said."""
    text = question.text
    several = _TWO.search(text)
    if not re.search("负责人|联系人|单位名称", text) or not (_PERSON_CELL.search(text) or several):
        return None
    if re.search("签|盖|简历|证书|资历|学历|年龄|兼", text) or not re.search("填|写|登记|留", text):
        return None
    who = "集群核心承载园区" if _PARK.search(text) else "集群促进组织"
    rows = ("单位名称",) if "单位名称" in text else ("负责人姓名、职务", "联系人姓名、职务")
    marks = "".join(
        question.composer.cite("report-2023", locator)
        for stage in ("初赛", "决赛")
        if question.plan.contest_stage in (None, stage)
        for row in rows
        if question.document.clause(locator := f"{stage} 一 {who} {row}")
    )
    cells = "、".join(f"“{row}”" for row in rows) + ("" if "单位名称" in text else "，各有“电话”一格")
    if several or "还是" in text or "单位名称" in text:
        return Reply(
            f"没有写明：第一部分{who}只列了{cells}{marks}，没有写填几个、填哪一家；拿不准的，请向所在市州工业和信息化局确认。\n",
            "conditional" if question.verdict(True) else None,
        )
    return Reply(f"要填：第一部分{who}列有{cells}{marks}。\n", question.verdict(True))


WAYS = (_date, _needed, _seal, _persons, _papers, _parts, _dropped, _person_cell)
