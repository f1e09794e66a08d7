import pytest

from assistant.answering.service import Assistant


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("第十四条", "address"),
        ("请把管理办法第十三条的内容发给我，谢谢", "address"),
        ("我们县能申报两个集群吗？", "eligibility"),
        ("复核多久一次", "eligibility"),
        ("长沙有几个集群", "registry"),
        ("邵东小五金的促进组织是谁", "registry"),
        ("自评报告多少字", "form"),
        ("八个一是什么", "general"),
        ("先进陶瓷材料由哪位省领导联系", "general"),
        ("你好", "small_talk"),
        ("广东的集群怎么申报", "outside"),
        ("多少个？", "vague"),
        ("？！", "empty"),
        ("", "empty"),
    ],
)
def test_kind(assistant: Assistant, question: str, kind: str) -> None:
    assert assistant.plan(question).kind == kind


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("一个县最多报几个", "quota"),
        ("企业可以自己申报吗", "subject"),
        ("两个县能一起申报吗", "joint"),
        ("能不能绕过市里直接报省厅", "direct_to_province"),
        ("没参加初赛能直接参加决赛吗", "final_entry"),
        ("半年度报告什么时候报送", "reports"),
        ("抽查几年一次", "review"),
        ("称号会被取消吗", "revocation"),
        ("奖励多少钱", "award"),
        ("奖励资金能用来发工资吗", "award_use"),
        ("数据造假会怎么样", "truthfulness"),
        ("办法还有效吗", "validity"),
        ("申报要符合什么条件", "conditions"),
        ("申报的流程是什么", "procedure"),
    ],
)
def test_topic(assistant: Assistant, question: str, topic: str) -> None:
    assert assistant.plan(question).topics[0] == topic


def test_conditions_of_a_topic_are_not_its_quantities(assistant: Assistant) -> None:
    assert "quota" not in assistant.plan("六个条件满足五个可不可以报").topics


@pytest.mark.parametrize(
    ("turns", "standalone"),
    [
        (["第十四条", "下一条呢？"], "第十五条"),
        (["第十四条", "上一条"], "第十三条"),
        (["第六条第一项说的啥", "下一项呢"], "第六条（二）"),
        (["第六条", "第三项是什么"], "第六条（三）"),
        (["初赛要填什么", "那决赛呢？"], "决赛要填什么"),
        (["长沙有几个集群", "株洲呢？"], "株洲有几个集群"),
        (["县里能报两个吗", "那市里呢"], "市里能报两个吗"),
        (["企业能不能自己申报", "那由它们成立一个联盟来报呢"], "由它们成立一个联盟来报，可以吗"),
        (["复核没过会怎样", "那以后还能再报吗"], "复核没过会怎样，那以后还能再报吗"),
        (
            ["条件里对创新平台有什么要求", "非要国家级的才行么"],
            "条件里对创新平台有什么要求，非要国家级的才行么",
        ),
    ],
)
def test_follow_up(assistant: Assistant, turns: list[str], standalone: str) -> None:
    assert assistant.plan(turns[-1], turns[:-1]).standalone == standalone


@pytest.mark.parametrize(
    ("turns", "document", "locators"),
    [
        (["办法十二"], "measures-2021", ["第十二条"]),
        (["名单通知六"], "list-2022", ["第六项"]),
        (["工作方案三之五"], "workplan-2021", ["三（五）"]),
        (["省领导联系那个方案，三里头的第2点"], "workplan-2021", ["三（二）"]),
        (["规划重点任务六"], "plan-2022", ["重点任务（六）"]),
        (["管理办法倒数第三条"], "measures-2021", ["第十六条"]),
        (["名单附件3最后一个"], "list-2022", ["附件3 序号11"]),
        (["第三章第二条"], "measures-2021", ["第八条"]),
        (["初赛表真实性声明里面第2项承诺"], "report-2023", ["初赛 6.1 2"]),
        (["工作方案附件1省商务厅那段"], "workplan-2021", ["附件1 省商务厅"]),
        (["名单附件1第七行", "上一行呢"], "list-2022", ["附件1 序号6"]),
        (["双峰农机集群的促进组织", "再下一个呢？"], "list-2022", ["附件1 序号9"]),
        (["管理办法第十三条", "那上一章最后一条呢"], "measures-2021", ["第十二条"]),
    ],
)
def test_addresses_by_structure(
    assistant: Assistant, turns: list[str], document: str, locators: list[str]
) -> None:
    plan = assistant.plan(turns[-1], turns[:-1])
    assert (plan.documents, plan.locators) == ((document,), tuple(locators))


def test_pronoun_stands_for_the_cluster_named_before(assistant: Assistant) -> None:
    plan = assistant.plan("它的核心园区呢？", ["邵东小五金集群的促进组织是谁"])
    assert [cluster.name for cluster in plan.clusters] == ["邵东市小五金特色产业集群"]


def test_a_complete_question_ignores_the_turn_before(assistant: Assistant) -> None:
    assert assistant.plan("复核多久一次，没通过会怎么样？", ["长沙有几个集群"]).divisions == ()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("奖励多少钱", "amount"),
        ("联系电话是多少", "telephone"),
        ("复核几年一次", "frequency"),
        ("有几个集群", "count"),
        ("什么时候报送", "date"),
        ("由谁认定", "organisation"),
        ("有哪些集群", "list"),
        ("能申报吗", "yes_no"),
        ("负责人电话填哪里", "text"),
        ("人社厅是干嘛的", "text"),
        ("这是什么", "text"),
    ],
)
def test_expected_answer(assistant: Assistant, question: str, expected: str) -> None:
    assert assistant.plan(question).expected == expected


def test_documents_by_title_number_and_short_names(assistant: Assistant) -> None:
    named = {
        "管理办法第三条": "measures-2021",
        "82号文还能用吗": "measures-2021",
        "规划里提了几项任务": "plan-2022",
        "湘工信产业集聚〔2021〕82号": "measures-2021",
        "list-2022 第六项": "list-2022",
    }
    for question, document in named.items():
        assert assistant.plan(question).documents == (document,), question
