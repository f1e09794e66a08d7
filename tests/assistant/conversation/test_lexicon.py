import re

from assistant.conversation.lexicon import (
    concepts_in,
    content_words,
    fold,
    read_yaml,
    synonyms_in,
)


def test_patterns_compile_and_words_are_unique() -> None:
    for concept, words in read_yaml("lexicon", "concepts.yaml").items():
        assert len(words) == len(set(map(str, words))), concept
        for word in map(str, words):
            assert word
            if word.startswith("~"):
                re.compile(word[1:])


def test_colloquial_words_are_the_same_concept() -> None:
    assert "review" in concepts_in("抽查")
    assert "money" in concepts_in("能拿多少补贴")
    assert "report" not in concepts_in("申报")


def test_fold_makes_writings_equal() -> None:
    assert fold("ＡＢＣ　１２３（）") == "abc 123()"
    assert fold("縣") == "县"


def test_function_words_go_and_words_stay_whole() -> None:
    assert content_words("请问什么是新能源产业") == "新能源产业"


def test_synonyms_lead_to_the_documents_terms() -> None:
    assert any("金融服务" in terms for terms in synonyms_in("贷款好不好拿").values())
