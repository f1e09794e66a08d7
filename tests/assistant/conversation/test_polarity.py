"""Which way round a question is put: every mood, denial and double denial, over the kinds of norm."""

from __future__ import annotations

import pytest

from assistant.conversation.polarity import acts, is_polar, read, verdict_for
from assistant.eligibility import TOPICS

CASES = """
award|yes|给不给奖金|yes
city_contest|yes|市州必须组织竞赛吗|no
city_contest|yes|市里不办竞赛行不行|yes
conditions|no|六个条件满足五个可不可以报|no
conditions|no|六条里有一条差点意思，能不能先上车后补票|no
conditions|no|六项条件要全部具备吗|yes
conditions|no|差开放合作这一项，先报上去可不可以|no
conditions|no|是不是缺一不可|yes
conditions|no|有一条不达标会不会一票否决|yes
direct_to_province|no|不用经过市里吧|no
direct_to_province|no|不经过市里不行吗|yes
direct_to_province|no|不经过市里行不行|no
direct_to_province|no|市州那一关可以省掉吗|no
direct_to_province|no|市里没推荐，我们能自己去参加初赛吗|no
direct_to_province|no|必须先报市州工信局吗|yes
direct_to_province|no|是不是一定得市工信局先审一遍才能到省里|yes
direct_to_province|no|是不是非得市州行文推荐不可|yes
direct_to_province|no|没有市州推荐能参加初赛吗|no
direct_to_province|no|没经过市里推荐，就不能参赛了是吧|yes
direct_to_province|no|申请材料能不能越级上报|no
direct_to_province|no|直接把材料递到省厅，违规吗|yes
direct_to_province|no|直接报省里不行吗|no
direct_to_province|no|能不能不经过市州工信局直接报省工信厅|no
direct_to_province|no|要有市里的推荐才能参赛吗|yes
direct_to_province|no|非得经过市里吗|yes
exclusions|no|两年前园区里发生过特大火灾事故死了人，现在报名有没有影响|yes
exclusions|no|企业有偷税记录，会影响集群参赛不|yes
exclusions|no|失信企业会不会被取消参赛资格|yes
exclusions|no|环境污染过的能报吗|no
final_entry|no|不是培育对象就不能参加决赛吗|yes
final_entry|no|没有参加过初赛可以直接报决赛吗|no
form_papers|no|县政府不出意见不盖章，参赛报告行不行|no
form_papers|no|参赛报告一定要县以上政府盖章吗|yes
form_papers|no|政府意见那一栏可以空着吗|no
form_papers|no|没有固定办公场所证明可以吗|no
joint|yes|可以不联合、自己单独报吗|yes
joint|yes|是不是必须联合申报|no
joint|yes|能合伙报一个集群吗|yes
joint|yes|跨市的集群是不是两个市都要各报一份材料|no
joint|yes|跨行政区的集群就不准报了是吧|no
publicity|yes|名单不公示直接认定行不行|no
publicity|yes|正式名单一定要在省厅网站上亮相公示吗|yes
publicity|yes|评完了不挂网公示就直接发文，合不合规矩|no
repeat|yes|今年没报上是不是明年就不能报了|no
repeat|yes|去年没评上今年可不可以再申请|yes
repeat|yes|失败过一次会不会影响下一次申报|no
reports_late|no|年报拖到3月再交行吗|no
reports_late|no|必须按时交吗|yes
reports|yes|不报发展情况，会有后果吗|yes
reports|yes|半年报能不能省了，只交年报|no
reports|yes|可以不交半年报吗|no
reports|yes|培育对象还不是正式集群，不交半年报告可以吗|no
reports|yes|培育对象阶段不用给省厅报发展情况，这个说法对吗|no
reports|yes|是不是必须报送发展情况|yes
reports|yes|要不要报送|yes
requirement|no|一定要有领军人才吗|yes
requirement|no|必须有实施方案吗|yes
requirement|no|没出台政策，会不会影响申报|yes
requirement|no|没有实施方案不行吗|yes
requirement|no|没有实施方案可以参加竞赛吗|no
requirement|no|统计制度没建起来要紧吗|yes
review|yes|可以不参加复核吗|no
review|yes|能免复核吗|no
review|yes|认定为省级集群以后一劳永逸，不需要再接受复核，这么理解对吗|no
review|yes|认定以后还要接受复核吗|yes
review|yes|评上之后是不是一辈子有效，不会再查|no
revocation|yes|复核没过关还能不能继续挂着省级集群的牌子|no
revocation|yes|数据造假被查实，称号保得住吗|no
revocation|yes|没通过复核的集群，是不是不会被撤销称号|no
revocation|yes|称号会被收回吗|yes
stage_order|no|不参加初赛不行吗|yes
stage_order|no|初赛胜出就是省级集群了吗|no
stage_order|no|初赛赢了是不是就算省级先进制造业集群了|no
stage_order|no|培育对象会自动转为集群吗|no
stage_order|no|培育对象是不是不用比决赛，到时间自动转成正式集群|no
stage_order|no|必须先当培育对象才能成为集群吗|yes
stage_order|no|能跳过初赛吗|no
stage_order|no|过了初赛还要再比一轮吗|yes
subject|no|不是促进组织的单位，是不是就没办法报|yes
subject|no|企业自己能不能报集群|no
subject|no|必须先成立促进组织吗|yes
subject|no|没有促进组织能申报吗|no
subject|no|申报主体只能是促进组织吗|yes
subject|no|申报集群这件事是不是必须由龙头企业来报|no
subject|no|非得先把促进组织搭起来才有资格报名？|yes
trainee_management|yes|培育对象是不是也按集群来管|yes
trainee_management|yes|管理上培育对象和正式集群有没有差别|no
truthfulness|no|产值数据可以往高了估一点报上去吗|no
truthfulness|no|材料必须真实吗|yes
validity|no|管理办法过期没有|yes
validity|yes|办法是不是已经作废了|no
validity|yes|管理办法过期没有|no
validity|yes|还有效没有|yes
validity|yes|还管用不|yes
voluntary|no|上级会不会硬性要求每个县都得报一个|no
voluntary|no|不报不行吗|no
voluntary|no|不报会挨批评吗|no
voluntary|no|不报行不行|yes
voluntary|no|不申报会不会被追责|no
voluntary|no|县里今年不打算报集群，会不会是必须报的|no
voluntary|no|参赛是自愿的吗|yes
voluntary|no|可以不参加竞赛吗|yes
voluntary|no|我们不想报，可以吧|yes
voluntary|no|是不是一定要参加|no
voluntary|no|每个县都必须报一个集群吗|no
voluntary|no|能强迫企业申报吗|no
"""


def test_every_topic_has_an_act() -> None:
    assert set(acts()) == set(TOPICS)


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_verdict_to_the_question_as_it_was_put(line: str) -> None:
    topic, decided, question, wanted = line.split("|")
    reading = read(question)
    assert reading.polar
    assert verdict_for(topic, decided, reading) == wanted  # type: ignore[arg-type]


@pytest.mark.parametrize("topic", sorted(acts()))
def test_what_is_conditional_stays_so(topic: str) -> None:
    for question in ("能不能这样", "必须这样吗", "不这样行不行", "是不是不能这样"):
        assert verdict_for(topic, "conditional", read(question)) == "conditional"


@pytest.mark.parametrize(
    ("question", "polar"),
    [
        ("能不能报", True),
        ("支持不支持", True),
        ("可以报吧", True),
        ("可以报不", True),
        ("报了没有", True),
        ("非得先有组织才有资格报名？", True),
        ("要自己养活自己吗，哪条写的", True),
        ("哪些单位能报", False),
        ("什么时候公示", False),
        ("多久复核一次呢", False),
        ("自愿报还是摊派", False),
        ("怎么报才算合格", False),
        ("申报条件", False),
    ],
)
def test_yes_or_no(question: str, polar: bool) -> None:
    assert is_polar(question) is polar


def test_harm_that_happened_is_no_question() -> None:
    assert not read("去年初赛被刷下来了，今年能再报吗").harm
    assert read("去年出过事故，会影响报名吗").harm


def test_letters_inside_words_are_no_modals() -> None:
    assert read("人工智能、节能有要求吗").mood == "is"
